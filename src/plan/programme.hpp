// SPDX-License-Identifier: Apache-2.0
// A small linear programme with whole columns, for choices beside the plan itself.
//   minimise Σ cost × column, subject to least ≤ Σ entry × column ≤ most for every row,
//   0 ≤ column ≤ its most, some columns whole
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace muster::plan {

struct Programme {
  static constexpr double unlimited = 1e30;
  struct Entry {
    int row = 0;
    double value = 0;
  };
  struct Column {
    double cost = 0, most = 1;
    bool whole = true;
    std::vector<Entry> entries;  // no two of the same row
  };
  struct Row {
    double least = -unlimited, most = unlimited;
  };
  std::vector<Row> rows;
  std::vector<Column> columns;

  int add_row(double least, double most);
  int add_column(Column column);
};

struct Solution {
  std::vector<double> values;  // of the columns
  bool proved = false;         // no other costs less, within the solver's tolerances
};
// Branches no more than `most_nodes` times; one thread, the same answer every time. None: it found
// no solution.
[[nodiscard]] std::optional<Solution> solve(const Programme& programme,
                                            std::int64_t most_nodes,
                                            const std::stop_token& stop);

}  // namespace muster::plan
