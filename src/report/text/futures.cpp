// SPDX-License-Identifier: Apache-2.0
#include "report/figures/figures.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {

std::string futures_text(const PlanView& view, const Terminal& terminal) {
  const std::vector<FuturesFigures> rows = futures_of(view);
  if (rows.empty()) return {};
  std::vector<TextTable::Column> columns{{"Plan", TextTable::Align::left},
                                         {"As offered", TextTable::Align::right},
                                         {"On average", TextTable::Align::right},
                                         {"In the worst", TextTable::Align::right}};
  const bool was_tried = rows.front().tried.has_value();
  if (was_tried)
    for (const char* const name : {"P10", "P50", "P90"})
      columns.push_back({name, TextTable::Align::right});
  TextTable table{columns};
  for (const FuturesFigures& row : rows) {
    std::vector<TextTable::Cell> cells{row.plan,
                                       filled_text(view, row.unmet),
                                       filled_text(view, row.on_average),
                                       filled_text(view, row.in_worst)};
    if (row.tried)
      for (const std::int64_t share : {row.tried->p10, row.tried->p50, row.tried->p90})
        cells.emplace_back(share_text(share, 1'000'000));
    table.add(cells);
  }
  return heading("In futures", terminal) + paragraph(futures_explained(view), terminal.width, 2)
         + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace muster::report
