// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"
#include "report/html/sections.hpp"
#include "report/words/words.hpp"

namespace muster::report {

std::string fair_shares_html(const PlanView& view) {
  const std::vector<FairShareFigures> rows = fair_shares_of(view);
  if (rows.empty()) return {};
  const Scenario& scenario = *view.scenario;
  HtmlTable table{fair_shares_explained(),
                  {"Nation", "People-days", "Fair share", "Above it", "Weighs", "Source"}};
  for (const FairShareFigures& row : rows) {
    const FairShare& share = scenario->fair_shares[row.share];
    if (!is_told(view, share.nation)) continue;
    table.add({cell(scenario->nations[share.nation].key),
               number(count_text(row.borne)),
               number(count_text(share.people_days)),
               number(count_text(row.above)),
               number(rounded_text(row.excess)),
               source_cell(view, share.source)});
  }
  return table.finish();
}

}  // namespace muster::report
