// SPDX-License-Identifier: Apache-2.0
// The tables of one sheet, one below another or side by side: each begins with a heading of its
// own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sheets/table/columns.hpp"
#include "sheets/table/regions.hpp"

namespace muster::sheets {

struct Block {
  std::size_t first_column = 0, end_column = 0;
  std::optional<std::size_t> heading;  // a row of the sheet; none: no row of it is one
  std::vector<std::size_t> rows;       // below the heading, in their order
  std::string title;                   // what stands alone above the heading; may be empty
};

// From top to bottom, in the same row from left to right. A heading is a row that names two columns
// at least, of any table, and not much else. What comes below without a heading of its own
// continues the block above, across empty rows too; the same heading again begins another block
// only after an empty row or a title. Tables side by side are two where the second names a column
// that the first has, or each is whole on its own; else the empty column lies within one. What is
// in no table is a block without a heading, so that no cell is lost.
[[nodiscard]] std::vector<Block> find_blocks(const Sheet& sheet, const HeadingWords& words);

// The block alone: its heading first, then its rows.
[[nodiscard]] Sheet sheet_of(const Sheet& whole, const Block& block);

// Whether the row is a sum by its first word.
[[nodiscard]] bool is_sum(const SheetRow& row);

}  // namespace muster::sheets
