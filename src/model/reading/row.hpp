// SPDX-License-Identifier: Apache-2.0
// One row of a draft, its cells asked for by field name and read as values. A cell that does not
// say a value of the type asked for reads as not stated: check_schema is the one who complains.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"

#include "model/draft.hpp"
#include "model/nouns.hpp"

namespace muster::reading {

class Row {
 public:
  Row(const DraftTable& table, const DraftRow& row) : schema_{*table.schema}, row_{row} {}

  [[nodiscard]] const Cell& cell(std::string_view field) const;  // demands that the field exists
  [[nodiscard]] const std::string& text(std::string_view field) const { return cell(field).text; }
  [[nodiscard]] std::optional<std::int64_t> whole(std::string_view field) const;
  [[nodiscard]] std::optional<int> small(std::string_view field) const;  // fits an int
  [[nodiscard]] std::optional<int> thousandths(std::string_view field) const;
  [[nodiscard]] std::optional<int> millionths(std::string_view field) const;
  [[nodiscard]] std::optional<Day> day(std::string_view field) const;
  [[nodiscard]] bool flag(std::string_view field) const;  // not stated: false

  // The enumerator that the cell spells, among the first to `last`.
  template <class Enumeration>
  [[nodiscard]] std::optional<Enumeration> word(std::string_view field, Enumeration last) const {
    for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) {
      const auto value = static_cast<Enumeration>(i);
      if (to_text(value) == text(field)) return value;
    }
    return std::nullopt;
  }

  [[nodiscard]] const DraftRow& row() const { return row_; }

 private:
  const TableSchema& schema_;
  const DraftRow& row_;
};

}  // namespace muster::reading
