// SPDX-License-Identifier: Apache-2.0
// A sheet while it is taken: every row is read once, and taken or refused; every change of a cell
// is noted.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sheets/headings.hpp"
#include "sheets/sheet.hpp"
#include "sheets/written.hpp"

namespace muster::sheets {

class Reading {
 public:
  // `amounts`: the meanings whose columns are summed. The sheet must outlive it.
  Reading(const Sheet& sheet, Headings headings, const std::vector<std::size_t>& amounts);

  [[nodiscard]] const std::vector<SheetRow>& rows() const { return sheet_.rows; }
  [[nodiscard]] std::size_t first_row() const { return headings_.row + 1; }
  [[nodiscard]] bool has(std::size_t meaning) const {
    return headings_.columns[meaning].has_value();
  }
  [[nodiscard]] const std::string& heading(std::size_t meaning) const {
    return headings_.names[*headings_.columns[meaning]];
  }
  // Empty where the sheet has no such column, or the row ends before it.
  [[nodiscard]] std::string cell(const SheetRow& row, std::size_t meaning) const;

  // Each row begins with one and ends with one of the others.
  void begin(const SheetRow& row);
  void take(const SheetRow& row);
  // The row is not taken; `old`: what was in the way.
  void refuse(const SheetRow& row,
              const std::string& column,
              const std::string& old,
              const std::string& rule);
  // What else is in the way of a row that is refused.
  void refuse_too(const SheetRow& row,
                  const std::string& column,
                  const std::string& old,
                  const std::string& rule);

  void note(const SheetRow& row,
            const std::string& column,
            const std::string& old,
            const std::string& now,
            const std::string& rule);

  // Cells as text or amount, what was done to them noted; also why an amount is not told, and what
  // is no amount.
  [[nodiscard]] std::string text(const SheetRow& row, std::size_t meaning);
  [[nodiscard]] std::optional<Wide> amount(const SheetRow& row, std::size_t meaning, int places);

  // What is noted of no single row.
  void note(Repair repair) { takings_.repairs.push_back(std::move(repair)); }
  [[nodiscard]] Takings takings() && { return std::move(takings_); }

 private:
  void add_sums(const SheetRow& row, bool is_taken);

  const Sheet& sheet_;
  Headings headings_;
  std::vector<std::size_t> amounts_;
  Takings takings_;
};

// What was taken of another sheet of the same book, added to it.
void append(Takings& all, Takings more);

}  // namespace muster::sheets
