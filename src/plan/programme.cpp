// SPDX-License-Identifier: Apache-2.0
#include "plan/programme.hpp"

#include <utility>

#include "plan/lp/lp.hpp"

namespace muster::plan {

int Programme::add_row(double least, double most) {
  rows.push_back({least, most});
  return static_cast<int>(rows.size()) - 1;
}

int Programme::add_column(Column column) {
  columns.push_back(std::move(column));
  return static_cast<int>(columns.size()) - 1;
}

std::optional<Solution> solve(const Programme& programme,
                              std::int64_t most_nodes,
                              const std::stop_token& stop) {
  LinearProgramme engine;
  for (const Programme::Row& row : programme.rows) engine.add_row(row.least, row.most);
  for (const Programme::Column& column : programme.columns) {
    std::vector<Entry> entries;
    for (const Programme::Entry& entry : column.entries)
      entries.push_back({entry.row, entry.value});
    const int index = engine.add_column(column.cost, column.most, entries);
    if (column.whole) engine.make_integer(index);
  }
  LpAnswer answer = engine.solve({.nodes = most_nodes}, stop);
  if (!answer.has_values) return std::nullopt;
  return Solution{std::move(answer.values), answer.optimal};
}

}  // namespace muster::plan
