// SPDX-License-Identifier: Apache-2.0
// Workbooks that people keep: XLSX (ECMA-376) and ODS (OpenDocument) in, XLSX out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/problem.hpp"

namespace muster::io {

// Cells shown as one; rows and columns of the sheet from 0, the last ones included. Only the first
// holds a text.
struct MergedCells {
  std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  friend bool operator==(const MergedCells&, const MergedCells&) = default;
};

struct WorkbookSheet {
  std::string name;
  // Row i, counted from 0, is row i + 1 of the sheet; empty cells behind the last one are left out.
  std::vector<std::vector<std::string>> rows;
  std::vector<MergedCells> merged;
};

struct Workbook {
  std::vector<WorkbookSheet> sheets;  // in the order of the file
  // Day 0 of numbers that stand for days: 1899-12-30, or 1904-01-01 in books of the older Mac.
  Day day_zero{};
};

// What is shown to a reader who does not mind the formats: numbers as the shortest decimals that
// mean the same, without exponent; numbers under a format of dates as "2022-03-01", with a time of
// day as "2022-03-01T14:05:00"; truth as "true" and "false"; of a formula the value that was kept
// with it. Problems: the bytes are no such workbook, or are locked by a password. `file` is what
// problems are to call it. Never fails otherwise, whatever the bytes.
[[nodiscard]] Result<Workbook> read_workbook(std::string_view bytes, std::string_view file);
[[nodiscard]] Result<Workbook> read_workbook(const std::filesystem::path& path);

// Whether the bytes begin as a workbook's do (a ZIP archive).
[[nodiscard]] bool is_workbook(std::string_view bytes);

}  // namespace muster::io
