// SPDX-License-Identifier: Apache-2.0
// Cells as a field of the schema wants them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/schema.hpp"
#include "sheets/table_import.hpp"
#include "sheets/written.hpp"

namespace muster::sheets {

// What became of a cell: its text as the data set has it, and the rule that was needed (empty:
// none).
struct ReadCell {
  std::string text;
  std::string_view rule;
};
// None: it cannot be what the field wants; `hint` then says what may be meant, or nothing.
class CellReader {
 public:
  CellReader(const TableSchema& table, const TableRequest& request, DayWriting writing)
      : table_{table}, request_{request}, writing_{writing} {}

  [[nodiscard]] std::optional<ReadCell> read(std::size_t field,
                                             const std::string& old,
                                             std::string& hint) const;

 private:
  [[nodiscard]] std::optional<ReadCell> read_value(const Field& field,
                                                   const std::string& text,
                                                   std::string& hint) const;
  [[nodiscard]] std::optional<ReadCell> read_reference(const ForeignKey& reference,
                                                       const std::string& text,
                                                       std::string& hint) const;

  const TableSchema& table_;
  const TableRequest& request_;
  DayWriting writing_;
  // Of a table and a text: what is near it, looked for once.
  mutable std::map<std::pair<std::string_view, std::string>, std::string> hints_;
};

}  // namespace muster::sheets
