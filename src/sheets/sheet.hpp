// SPDX-License-Identifier: Apache-2.0
// A table as people have it, and everything that is done to it: nothing is dropped silently.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.hpp"
#include "base/wide.hpp"

namespace muster::sheets {

struct SheetRow {
  std::uint32_t line = 0;  // of the file, or row of the sheet, from 1
  std::vector<std::string> cells;
};
// Cells shown as one, of rows and columns from 0, the last ones included; the first holds the text.
struct MergedRange {
  std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};
struct Sheet {
  std::string file, name;  // name: of the sheet in a workbook; empty: the file has no sheets
  std::vector<SheetRow> rows;
  std::vector<MergedRange> merged;
  Day day_zero = Day{std::chrono::year{1899} / 12 / 30};  // of numbers that stand for days
};

// What was changed or refused. The repair log is itself a table: sheet, row, column, old, new,
// rule.
struct Repair {
  std::string sheet;
  std::uint32_t row = 0;
  std::string column;  // as the sheet's heading calls it; empty: the whole row
  std::string old, now;
  std::string rule;       // in one word, with underscores
  bool refused = false;   // the row was not taken
  std::size_t block = 0;  // of Takings::blocks, from 1; 0: of none, or there is but one
};

// A heading of the sheet and what it is taken for; an empty `meaning`: it is not taken.
struct Mapped {
  std::string heading, meaning;
};

// The sum of a column over all rows that were read, as they stand, and over those that were taken,
// as they were taken.
struct ColumnSum {
  std::string heading;
  Wide read = 0, taken = 0;  // of each cell the nearest whole number
};

// One of several tables that a sheet holds.
struct TakenBlock {
  std::string sheet, place;  // place: as "A5:D20"
  std::string title;         // what stands above it; may be empty
  std::string table;         // of the data set; of one that was left: what it fits best, or empty
  std::vector<Mapped> mapping;
  std::size_t rows_read = 0, rows_taken = 0, rows_refused = 0;
  // Why it was left, in one word with underscores; empty: it was taken.
  std::string left;
  std::string begins;  // of one that was left: its first row
};

struct Takings {
  std::vector<TakenBlock> blocks;  // of what any table was read from; those that were left too
  std::vector<Mapped> mapping;     // of all that was taken
  std::vector<Repair> repairs;
  std::vector<ColumnSum> sums;
  std::size_t rows_read = 0, rows_taken = 0,
              rows_refused = 0;  // the first is the sum of the others
};

// What a sheet says from a day on: a row of one of the data set's tables, its key among the cells,
// or that there is no such row any more (then only the key).
struct Statement {
  std::string table;
  std::vector<std::pair<std::string, std::string>> cells;  // column, text; sorted by column
  Day valid_from{};
  bool removes = false;
  std::uint32_t row = 0;  // of the sheet; 0: of no single one
  friend bool operator==(const Statement&, const Statement&) = default;
};

struct Imported {
  Takings takings;
  std::vector<Statement> statements;  // in the order of their days
};

}  // namespace muster::sheets
