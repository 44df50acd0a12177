// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"
#include "report/html/sections.hpp"
#include "report/words/words.hpp"

namespace muster::report {

std::string futures_html(const PlanView& view) {
  const std::vector<FuturesFigures> rows = futures_of(view);
  if (rows.empty()) return {};
  std::vector<std::string> titles{
      "Plan", "As offered", "On average of the futures", "In the worst"};
  if (rows.front().tried)
    for (const char* const name : {"P10 of others", "P50", "P90"}) titles.emplace_back(name);
  HtmlTable table{futures_explained(view), titles};
  for (const FuturesFigures& row : rows) {
    std::vector<HtmlCell> cells{cell(row.plan),
                                number(filled_text(view, row.unmet)),
                                number(filled_text(view, row.on_average)),
                                number(filled_text(view, row.in_worst))};
    if (row.tried)
      for (const std::int64_t share : {row.tried->p10, row.tried->p50, row.tried->p90})
        cells.push_back(number(share_text(share, 1'000'000)));
    table.add(cells);
  }
  return table.finish();
}

}  // namespace muster::report
