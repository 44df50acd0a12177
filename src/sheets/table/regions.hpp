// SPDX-License-Identifier: Apache-2.0
// The parts of a sheet that empty rows and columns set apart.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sheets/sheet.hpp"

namespace muster::sheets {

// Rows (of Sheet::rows) and columns from 0; the ends are not in it.
struct Region {
  std::size_t first_row = 0, end_row = 0, first_column = 0, end_column = 0;
};
[[nodiscard]] inline bool share_columns(const Region& one, const Region& other) {
  return one.first_column < other.end_column && other.first_column < one.end_column;
}

// From top to bottom, in the same row from left to right. Cut by empty rows, each piece by columns
// that are empty in it, and so on.
[[nodiscard]] std::vector<Region> regions_of(const Sheet& sheet);

// Whether lines are empty between the two: they may be left out of a sheet's rows.
[[nodiscard]] bool is_after_gap(const SheetRow& row, const SheetRow& next);

// Empty where the row ends before it.
[[nodiscard]] std::string_view cell_at(const SheetRow& row, std::size_t column);

}  // namespace muster::sheets
