// SPDX-License-Identifier: Apache-2.0
// Any table of people's own into one of the data set's tables: its heading is found, its columns
// are matched by what people call them in four languages, its cells are read as the schema wants
// them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
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

struct TableRequest {
  const TableSchema* table = nullptr;  // none: the one that most of the headings fit
  // What columns were taken for before, by heading; an empty column: it is not taken.
  std::map<std::string, std::string> mapping;
  std::map<std::string, std::vector<KnownRow>> known;  // by table
  std::optional<bool> month_first;  // of days such as 7/8/2022; none: as the columns show, else no
  Day valid_from{};
  std::string source;  // a key of sources, for rows that name none
};

struct ImportedTable {
  const TableSchema* table = nullptr;
  Imported imported;
};

// A statement for each row that is taken. Repaired: merged cells (each row gets the text), days,
// amounts, words for values, names for keys; keys are made where the sheet has none, of what the
// row says. Refused: sums among the rows, headings again, rows that repeat or contradict another,
// rows in which a cell cannot be what its column wants. Nations that are named for the first time
// are stated too. Problems: no row is a heading.
[[nodiscard]] Result<ImportedTable> take_table(const Sheet& sheet, const TableRequest& request);

}  // namespace muster::sheets
