// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {

std::string fair_shares_text(const PlanView& view, const Terminal& terminal) {
  const std::vector<FairShareFigures> rows = fair_shares_of(view);
  if (rows.empty()) return {};
  const Scenario& scenario = *view.scenario;
  TextTable table{{{"Nation", TextTable::Align::left},
                   {"People-days", TextTable::Align::right},
                   {"Fair share", TextTable::Align::right},
                   {"Above it", TextTable::Align::right},
                   {"Weighs", TextTable::Align::right}}};
  for (const FairShareFigures& row : rows) {
    const FairShare& share = scenario->fair_shares[row.share];
    const Style look = row.above > 0 ? Style::warning : Style::good;
    table.add({scenario->nations[share.nation].key,
               count_text(row.borne),
               count_text(share.people_days),
               {count_text(row.above), look},
               rounded_text(row.excess)});
  }
  return heading("Fair shares", terminal)
         + paragraph(std::string{fair_shares_explained()}, terminal.width, 2)
         + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace muster::report
