// SPDX-License-Identifier: Apache-2.0
// Comma-separated text (RFC 4180) in and out, with the place of every cell.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

namespace muster::io {

struct CsvCell {
  std::string text;
  std::uint32_t line = 0;    // where the cell begins, lines counted from 1
  std::uint32_t column = 0;  // the character of that line where it begins, counted from 1
};

struct CsvRow {
  std::uint32_t line = 0;  // its first line
  std::uint32_t last = 0;  // its last line; later than the first where a cell holds line breaks
  std::vector<CsvCell> cells;
};

struct CsvText {
  std::vector<CsvRow> rows;  // the heading first; rows of nothing but empty cells are left out
  char delimiter = ',';
  Problems problems;  // with line, without column; the rows are as good as they can be
  bool whole = true;  // false: the end of the file could not be made sense of
};

// Reads UTF-8 and UTF-16, refuses Windows-1252 by name; lines end with LF, CRLF or CR; the
// delimiter is the one of comma, semicolon and tab that the heading holds most of (or the one that
// a first line "sep=…" names). A cell in quotes may hold delimiters, line breaks and doubled
// quotes. `file` is what problems are to call it. Never fails otherwise, whatever the bytes.
[[nodiscard]] CsvText read_csv(std::string_view bytes, std::string_view file);

// The same, of a text too long to hold as rows: each row is shown once, in order, and not kept.
[[nodiscard]] CsvText read_csv(std::string_view bytes,
                               std::string_view file,
                               const std::function<void(const CsvRow&)>& look_at);

// The normal form: UTF-8, comma, LF after every row, quotes only where needed.
[[nodiscard]] std::string write_csv(const std::vector<std::vector<std::string>>& rows);
// One row of it.
void append_csv_row(std::string& out, std::span<const std::string_view> cells);

}  // namespace muster::io
