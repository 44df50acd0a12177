// SPDX-License-Identifier: Apache-2.0
// Any table of people's own into one of the data set's tables: its heading is found, its columns
// are matched by what people call them in four languages, its cells are read as the schema wants
// them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/problem.hpp"

#include "model/schema.hpp"
#include "sheets/sheet.hpp"

namespace muster::sheets {

// A row that is known already, as others may refer to it.
struct KnownRow {
  std::string key, name;  // name: may be empty
};

// What the columns of a table were taken for before.
struct HeadingMapping {
  std::string table;                           // empty: not said
  std::map<std::string, std::string> columns;  // by heading; an empty column: it is not taken
  std::set<std::string> as_above;  // headings whose empty cells say what the cell above says
};

// Rows and columns from 0, the last ones included; rows count as SheetRow::line less one.
using CellRange = MergedRange;

struct TableRequest {
  const TableSchema* table = nullptr;  // none: for each heading the one that it fits best
  std::vector<HeadingMapping> mappings;
  std::map<std::string, std::vector<KnownRow>> known;  // by table
  std::optional<bool> month_first;  // of days such as 7/8/2022; none: as the columns show, else no
  Day valid_from{};
  std::string source;              // a key of sources, for rows that name none
  bool as_above = false;           // empty cells at the beginning of a row say what those above say
  std::size_t only_block = 0;      // of those of the sheet, from 1; 0: all that fit
  std::optional<CellRange> cells;  // what else is on the sheet is not looked at
};

// A statement for each row that is taken, of every table on the sheet (table/blocks.hpp says how
// they are told apart); each has a part in Takings::blocks, also one that is left, with the reason.
// Repaired: merged cells (each row gets the text), days, amounts, words for values, names for keys;
// where it is asked for, empty cells get what stands above; keys are made where the sheet has none,
// of what the row says. Refused: sums among the rows, headings again, rows that repeat or
// contradict another, rows in which a cell cannot be what its column wants, each such cell named.
// Nations that are named for the first time are stated too. Problems: no row is a heading, or the
// block that is asked for is none.
[[nodiscard]] Result<Imported> take_tables(const Sheet& sheet, const TableRequest& request);

// "A5:D20" as people name cells; none: it is no such name.
[[nodiscard]] std::optional<CellRange> cell_range(std::string_view text);

}  // namespace muster::sheets
