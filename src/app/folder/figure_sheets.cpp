// SPDX-License-Identifier: Apache-2.0
#include "app/folder/figure_sheets.hpp"

#include <algorithm>
#include <string>

#include "app/folder/amount_text.hpp"
#include "report/text.hpp"

namespace muster::app {
namespace {

std::string text(Amount amount) {
  return decimal(amount.count(), 3);
}

}  // namespace

Sheet coverage_sheet(const Scenario& scenario, const judge::Verdict& verdict) {
  Sheet sheet{{"requirement",
               "from",
               "until",
               "required",
               "filled_firm",
               "filled_expected",
               "filled_best",
               "filled",
               "short"},
              {}};
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    for (const judge::Stretch& stretch : verdict.coverage[id]) {
      sheet.rows.push_back({scenario->requirements[id].key,
                            to_text(stretch.period.from),
                            to_text(stretch.period.until),
                            text(stretch.required),
                            text(stretch.firm),
                            text(stretch.expected),
                            text(stretch.best),
                            text(std::min(stretch.best, stretch.required)),
                            text(stretch.unmet())});
    }
  }
  return sheet;
}

Sheet shortfall_sheet(const Scenario& scenario,
                      const Plan& plan,
                      const std::vector<explain::Shortfall>& shortfalls) {
  Sheet sheet{
      {"shortfall", "requirement", "from", "until", "days", "short", "weight", "reason", "source"},
      {}};
  for (const explain::Shortfall& shortfall : shortfalls) {
    const Requirement& requirement = scenario->requirements[shortfall.requirement];
    const bool explained = !shortfall.reasons.empty();
    sheet.rows.push_back({"S" + std::to_string(sheet.rows.size() + 1),
                          requirement.key,
                          to_text(shortfall.period.from),
                          to_text(shortfall.period.until),
                          std::to_string(shortfall.period.length().count()),
                          text(shortfall.unmet),
                          std::to_string(scenario->priorities[requirement.priority].weight),
                          explained
                              ? report::reason_sentence(scenario, plan, shortfall.reasons.front())
                              : std::string{},
                          explained ? shortfall.reasons.front().source : std::string{}});
  }
  return sheet;
}

}  // namespace muster::app
