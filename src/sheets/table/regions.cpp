// SPDX-License-Identifier: Apache-2.0
#include "sheets/table/regions.hpp"

#include <algorithm>
#include <tuple>

#include "sheets/written.hpp"

namespace muster::sheets {
namespace {

constexpr int most_cuts = 16;  // one in another: no table of people's has more

bool is_empty(const SheetRow& row, std::size_t column) {
  const std::string_view text = cell_at(row, column);
  return text.empty() || trimmed(text).empty();
}

bool is_blank(const SheetRow& row, const Region& region) {
  for (std::size_t c = region.first_column; c < region.end_column; ++c)
    if (!is_empty(row, c)) return false;
  return true;
}

std::vector<Region> bands_of(const Sheet& sheet, const Region& region) {
  std::vector<Region> bands;
  bool is_inside = false;
  for (std::size_t r = region.first_row; r < region.end_row; ++r) {
    if (is_blank(sheet.rows[r], region)) {
      is_inside = false;
      continue;
    }
    if (!is_inside || is_after_gap(sheet.rows[r - 1], sheet.rows[r]))
      bands.push_back({r, r, region.first_column, region.end_column});
    bands.back().end_row = r + 1;
    is_inside = true;
  }
  return bands;
}

std::vector<Region> strips_of(const Sheet& sheet, const Region& band) {
  std::vector<bool> is_used(band.end_column - band.first_column, false);
  for (std::size_t r = band.first_row; r < band.end_row; ++r) {
    const std::size_t end = std::min(band.end_column, sheet.rows[r].cells.size());
    for (std::size_t c = band.first_column; c < end; ++c)
      if (!is_used[c - band.first_column] && !is_empty(sheet.rows[r], c))
        is_used[c - band.first_column] = true;
  }
  std::vector<Region> strips;
  for (std::size_t c = 0; c < is_used.size(); ++c) {
    if (!is_used[c]) continue;
    const std::size_t column = band.first_column + c;
    if (c == 0 || !is_used[c - 1]) strips.push_back({band.first_row, band.end_row, column, column});
    strips.back().end_column = column + 1;
  }
  return strips;
}

void cut(const Sheet& sheet, const Region& region, int cuts, std::vector<Region>& found) {
  for (const Region& band : bands_of(sheet, region)) {
    const std::vector<Region> strips = strips_of(sheet, band);
    for (const Region& strip : strips) {
      if (strips.size() == 1 || cuts == most_cuts)
        found.push_back(strip);
      else
        cut(sheet, strip, cuts + 1, found);
    }
  }
}

}  // namespace

bool is_after_gap(const SheetRow& row, const SheetRow& next) {
  std::ptrdiff_t lines = 1;  // a cell of a text file may take several
  for (const std::string& cell : row.cells) lines += std::ranges::count(cell, '\n');
  return next.line > row.line + lines;
}

std::string_view cell_at(const SheetRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view{row.cells[column]} : std::string_view{};
}

std::vector<Region> regions_of(const Sheet& sheet) {
  std::size_t columns = 0;
  for (const SheetRow& row : sheet.rows) columns = std::max(columns, row.cells.size());
  std::vector<Region> found;
  cut(sheet, {0, sheet.rows.size(), 0, columns}, 0, found);
  std::ranges::sort(
      found, {}, [](const Region& one) { return std::tuple{one.first_row, one.first_column}; });
  return found;
}

}  // namespace muster::sheets
