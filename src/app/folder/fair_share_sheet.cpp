// SPDX-License-Identifier: Apache-2.0
#include "app/folder/fair_share_sheet.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "io/csv.hpp"

namespace muster::app {
namespace {

struct Sums {
  Wide people_days = 0, key = 0;
};

Wide people_days_of(const explain::NationBurden& nation) {
  return nation[explain::BurdenMeasure::people_days][explain::BurdenPart::all];
}

Sums sums_of(const explain::BurdenAnswer& answer) {
  Sums sums;
  for (const explain::NationBurden& nation : answer.nations) {
    if (!nation.key) continue;
    sums.people_days += people_days_of(nation);
    sums.key += *nation.key;
  }
  return sums;
}

// Data need not know the source that marks what is assumed.
bool knows_assumed(const Scenario& scenario) {
  constexpr std::string_view key = "assumed";
  return std::ranges::find(scenario->sources, key, &Source::key) != scenario->sources.end();
}

}  // namespace

FairShareSheet fair_share_sheet(const Scenario& scenario,
                                const explain::BurdenAnswer& answer,
                                const NationKey& key,
                                const std::string& weight,
                                const std::string& plan) {
  FairShareSheet sheet;
  const Sums sums = sums_of(answer);
  if (sums.people_days == 0 || sums.key == 0) return sheet;
  const std::string_view source = knows_assumed(scenario) ? "assumed" : "";
  const std::array<std::string_view, 5> heading{
      "nation", "people_days", "weight", "source", "note"};
  io::append_csv_row(sheet.text, heading);
  for (const explain::NationBurden& nation : answer.nations) {
    if (!nation.key) continue;
    const Wide share = (sums.people_days * *nation.key + sums.key - 1) / sums.key;
    const std::string people_days = to_text(share);
    const std::string note = "assumed: by " + key.name + ", of the " + to_text(sums.people_days)
                             + " people-days in " + plan + "; it bears "
                             + to_text(people_days_of(nation)) + " there";
    const std::array<std::string_view, 5> cells{
        scenario->nations[nation.nation].key, people_days, weight, source, note};
    io::append_csv_row(sheet.text, cells);
    ++sheet.rows;
  }
  return sheet;
}

}  // namespace muster::app
