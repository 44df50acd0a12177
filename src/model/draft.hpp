// SPDX-License-Identifier: Apache-2.0
// What people give us, possibly wrong: every table as text cells, each with its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

#include "model/schema.hpp"

namespace muster {

struct Cell {
  std::string text;          // empty: not stated
  std::uint32_t line = 0;    // line of the file where the cell begins, from 1; 0: made by a program
  std::uint32_t column = 0;  // character in that line where the cell begins, from 1
};

struct DraftRow {
  std::string file;  // "offers.csv", "overlays/x/offers.csv", or what the maker calls itself
  std::uint32_t line = 0;
  std::vector<Cell> cells;  // one for each field of the schema, in the schema's order
};

struct DraftTable {
  const TableSchema* schema = nullptr;
  std::vector<DraftRow> rows;
  bool unread = false;  // its file could not be read: which keys it has is not known
  // What the row says of a field; demands that the field exists.
  [[nodiscard]] const std::string& text(const DraftRow& row, std::string_view field) const;
};

// A cell made by a program: {"field", "text"}.
struct FieldText {
  std::string_view field;
  std::string text;
};

// Invariant: one DraftTable for every schema in schemas(), in that order; every row has all cells.
class Draft {
 public:
  Draft();

  std::string name;     // of the data package; [a-z0-9._-]+
  std::string title;    // for people
  std::string as_of;    // ISO date on which the data was true; empty: not stated
  std::string horizon;  // ISO date at which open-ended requirements are cut; empty: not stated
  std::string clock;    // what a day stands for: day or minute; empty: a day

  [[nodiscard]] DraftTable& table(std::string_view table_name);  // demands that it exists
  [[nodiscard]] const DraftTable& table(
      std::string_view table_name) const;  // demands that it exists
  [[nodiscard]] const std::vector<DraftTable>& tables() const { return tables_; }
  [[nodiscard]] std::vector<DraftTable>& tables() { return tables_; }

  // Adds a row; fields not named are empty. Demands that the fields exist.
  void add(std::string_view table, const std::vector<FieldText>& fields);

 private:
  std::vector<DraftTable> tables_;
};

// Everything that the schemas alone can say, all problems at once, sorted by file and line: types,
// required, ranges, patterns, enumerations, duplicate keys, foreign keys, ordered periods, circles
// in trees; "Maybe …" names the nearest key, value or date.
[[nodiscard]] Problems check_schema(const Draft& draft);

// What an overlay's row does to the row of the same primary key; `put` (an empty `_op`): adds it
// where the key is new, changes it where it is known.
enum class Operation : std::uint8_t { put, add, change, remove };
struct DraftOverlay {
  std::string name;
  Draft rows;  // only the rows that the overlay touches; its as_of and horizon replace where stated
  std::vector<std::vector<Operation>> operations;  // per table, per row; parallel to rows.tables()
  // Per table, per row, per field: whether the overlay states the cell. A change replaces only
  // stated cells; a column that the overlay's file does not have is not stated.
  std::vector<std::vector<std::vector<bool>>> stated;
};
// Puts `overlay` on top of `draft`, row by row: added rows come last in their table, a changed row
// stands where it stood and counts as the overlay's (its file and line; kept cells have no line).
// Problems (a row to change or remove that is not there, a row to add that is) are returned, all at
// once, sorted by file and line, and then nothing is changed.
[[nodiscard]] Result<Draft> apply(Draft draft, const DraftOverlay& overlay);

}  // namespace muster
