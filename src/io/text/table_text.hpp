// SPDX-License-Identifier: Apache-2.0
// The text of one table's file → rows of a draft.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/package.hpp"

namespace muster::io {

struct TableReading {
  std::vector<DraftRow> rows;
  std::vector<Operation> operations;      // of an overlay's table: one for each row
  std::vector<std::vector<bool>> stated;  // of an overlay's table: per row, per field
  Problems problems;
  std::vector<Unreliable> unreliable;
  bool whole = true;  // false: the end of the file could not be made sense of
};

enum class Kind : bool { package, overlay };

[[nodiscard]] TableReading read_table(const TableSchema& schema,
                                      std::string_view bytes,
                                      const std::string& file,
                                      Kind kind);

}  // namespace muster::io
