// SPDX-License-Identifier: Apache-2.0
// Workbooks for people to fill in: XLSX out. What comes back is read by io/workbook.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace muster::io {

inline constexpr std::size_t longest_cell = 32767;         // bytes, that a cell holds
inline constexpr std::size_t most_sheet_rows = 1'048'575;  // below the heading

// A share is a part of 1, shown as a percentage on a ground that tells what is full, part, or less
// than half.
enum class ColumnKind : std::uint8_t { text, number, day, share };

struct WorkbookColumn {
  std::string heading;
  std::string note;  // shown as a comment on the heading; empty: none
  ColumnKind kind = ColumnKind::text;
  std::vector<std::string> choices;  // offered as a list; empty: anything
  bool is_hidden = false;
};

struct WorkbookTable {
  std::string name;  // of the sheet; at most 31 characters, each once
  std::vector<WorkbookColumn> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as there are columns
  bool is_hidden = false;
};

// Headings in bold that stay in sight, with filters; days as days, numbers as numbers, all else as
// text: nobody's text becomes a formula. Demands that no cell and no sheet is longer than may be. A
// cell that is no day or number in a column of these is written as text. Same tables, same bytes.
// Writes the whole file or nothing; throws std::filesystem::filesystem_error.
// `marking` stands on every sheet that is printed; empty: nothing.
void write_workbook(const std::filesystem::path& file,
                    const std::vector<WorkbookTable>& tables,
                    const std::string& marking = {});

}  // namespace muster::io
