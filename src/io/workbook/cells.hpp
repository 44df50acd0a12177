// SPDX-License-Identifier: Apache-2.0
// A sheet while it is read: cells come in any order.
#pragma once

#include <string>
#include <string_view>

#include "io/workbook.hpp"
#include "io/workbook/archive.hpp"

namespace muster::io {

struct CellPlace {
  std::size_t row = 0, column = 0;  // from 0
};
// "C12"; at the front of `text`, and taken off it. Throws BrokenWorkbook where it is no such name.
[[nodiscard]] CellPlace take_place(std::string_view& text);

// What all sheets of a workbook may hold together, empty cells before others counted in.
class CellLimit {
 public:
  void spend(std::size_t cells) {
    if (cells > left_) throw BrokenWorkbook{"it has more than 20 million cells"};
    left_ -= cells;
  }

 private:
  std::size_t left_ = 20'000'000;
};

// Puts a text on a sheet; an empty one is left out.
void put_cell(WorkbookSheet& sheet, CellPlace place, std::string text, CellLimit& limit);

}  // namespace muster::io
