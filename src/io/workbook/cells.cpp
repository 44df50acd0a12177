// SPDX-License-Identifier: Apache-2.0
#include "io/workbook/cells.hpp"

#include <utility>

namespace muster::io {
namespace {

constexpr std::size_t most_rows = 1'048'576;  // of a sheet
constexpr std::size_t most_columns = 16'384;

void refuse_beyond(CellPlace place) {
  if (place.row >= most_rows || place.column >= most_columns)
    throw BrokenWorkbook{"a cell lies beyond what a sheet can hold"};
}

}  // namespace

CellPlace take_place(std::string_view& text) {
  CellPlace place;
  std::size_t letters = 0;
  for (; !text.empty() && text.front() >= 'A' && text.front() <= 'Z' && letters < 4; ++letters) {
    place.column = place.column * 26 + static_cast<std::size_t>(text.front() - 'A' + 1);
    text.remove_prefix(1);
  }
  std::size_t digits = 0;
  for (; !text.empty() && text.front() >= '0' && text.front() <= '9' && digits < 8; ++digits) {
    place.row = place.row * 10 + static_cast<std::size_t>(text.front() - '0');
    text.remove_prefix(1);
  }
  if (letters == 0 || place.row == 0) throw BrokenWorkbook{"a cell has no proper place"};
  --place.row;
  --place.column;
  refuse_beyond(place);
  return place;
}

void put_cell(WorkbookSheet& sheet, CellPlace place, std::string text, CellLimit& limit) {
  if (text.empty()) return;
  refuse_beyond(place);
  if (sheet.rows.size() <= place.row) {
    limit.spend(place.row + 1 - sheet.rows.size());
    sheet.rows.resize(place.row + 1);
  }
  std::vector<std::string>& cells = sheet.rows[place.row];
  if (cells.size() <= place.column) {
    limit.spend(place.column + 1 - cells.size());
    cells.resize(place.column + 1);
  }
  cells[place.column] = std::move(text);
}

}  // namespace muster::io
