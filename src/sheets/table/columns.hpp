// SPDX-License-Identifier: Apache-2.0
// Which column of a sheet is which column of a table.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/schema.hpp"
#include "sheets/headings.hpp"
#include "sheets/table_import.hpp"

namespace muster::sheets {

// The heading's column: by the mapping, else by the table's own words, else by what people call it.
[[nodiscard]] std::optional<std::size_t> field_called(
    const TableSchema& table,
    const std::string& heading,
    const std::map<std::string, std::string>& mapping);

// The row as a heading of the table; meanings are the table's fields.
[[nodiscard]] Headings headings_of(const SheetRow& row,
                                   std::size_t index,
                                   const TableSchema& table,
                                   const std::map<std::string, std::string>& mapping);

// The row of the first fifty that names most columns, at least two (one where the mapping knows
// it). None: there is no such row.
[[nodiscard]] std::optional<Headings> find_table_headings(
    const Sheet& sheet,
    const TableSchema& table,
    const std::map<std::string, std::string>& mapping);

[[nodiscard]] std::size_t columns_found(const Headings& headings);

// Whether every column is there that a row of the table must have; a key of its own can be made.
[[nodiscard]] bool is_complete(const Headings& headings, const TableSchema& table);

// The words by which headings are known: those of all tables, and of mappings.
class HeadingWords {
 public:
  explicit HeadingWords(const std::vector<HeadingMapping>& mappings) : mappings_{mappings} {}
  [[nodiscard]] bool know(const std::string& cell) const;
  // The mapping that knows most of the row's cells; the first of such.
  [[nodiscard]] const HeadingMapping& mapping_for(const SheetRow& row) const;

 private:
  const std::vector<HeadingMapping>& mappings_;
};

// The table of which a row names most columns; of equal ones one of which it names all that is
// needed, then `preferred`, then the first.
struct Fit {
  const TableSchema* table = nullptr;  // none: it names no column of any
  Headings headings;
};
[[nodiscard]] Fit best_fit(const SheetRow& row,
                           const HeadingWords& words,
                           const TableSchema* preferred);

}  // namespace muster::sheets
