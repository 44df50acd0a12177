// SPDX-License-Identifier: Apache-2.0
// A workbook that was exported, edited, and comes back: what was changed in it, set against what
// has changed meanwhile (a three-way merge, cell by cell).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/problem.hpp"

#include "sheets/sheet.hpp"

namespace muster::sheets {

// The first column of every exported sheet, hidden: the row's key at the export; parts of a key
// with
// "\n" between.
inline constexpr std::string_view key_heading = "muster:key";
// The hidden sheet that says what was exported: rows of a name and a value.
inline constexpr std::string_view about_sheet = "muster";
// What the names of sheets begin with that hold figures: they are not read back.
inline constexpr std::string_view figures_prefix = "plan ";
inline constexpr std::string_view layout = "1";  // under the name "layout"

// Texts of cells by column, rows by key, tables by name.
using RowTexts = std::map<std::string, std::string>;
using TableTexts = std::map<std::string, RowTexts>;
using DataTexts = std::map<std::string, TableTexts>;

enum class OnConflict : std::uint8_t { refuse, keep_ledger, take_workbook };

struct MergeRequest {
  DataTexts base;  // what was exported
  DataTexts ours;  // what there is now
  OnConflict on_conflict = OnConflict::refuse;
  bool removes = false;  // rows that are gone from the workbook
  Day valid_from{};
};

struct Merged {
  Imported imported;
  std::size_t conflicts = 0;  // in all; each is a repair by the rule "conflict"
};

// What the hidden sheet says, by name; empty: the book has no such sheet.
[[nodiscard]] std::map<std::string, std::string> about_of(const std::vector<Sheet>& book);

// A statement for each row that the workbook changes, with the cells that it changes. A cell that
// only one side changed is that side's; changed alike it is nothing; changed differently it is a
// conflict: noted with what is there now and what the workbook says, and, unless one side is to
// win, neither. Rows with no hidden key are new. Rows that are gone are noted, and removed where
// `removes` and where nothing of them has changed meanwhile. Problems, all at once: a cell that
// cannot be what its column wants, an unknown sheet or column, a key that was changed, two rows of
// one key.
[[nodiscard]] Result<Merged> merge_returned(const std::vector<Sheet>& book,
                                            const MergeRequest& request);

}  // namespace muster::sheets
