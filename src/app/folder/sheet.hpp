// SPDX-License-Identifier: Apache-2.0
// A file of a plan's folder as a table of texts, and reading typed values out of it with all
// problems collected.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/problem.hpp"
#include "base/table.hpp"

namespace muster::app {

struct Sheet {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each with one text for each column
  std::vector<std::uint32_t> lines;  // of the file, for each row; empty: made by a program
};

// In the normal form of io/csv.hpp.
[[nodiscard]] std::string to_csv(const Sheet& sheet);
// `wanted` are the columns that must be there, in any order; others are left alone.
[[nodiscard]] Result<Sheet> read_sheet(const std::string& file,
                                       const std::string& bytes,
                                       const std::vector<std::string>& wanted);

// Reads one sheet row by row. What cannot be read is noted as a problem, and a harmless value
// stands in for it, so that all problems of a file are found at once.
class SheetReader {
 public:
  SheetReader(std::string file, const Sheet& sheet) : file_{std::move(file)}, sheet_{sheet} {}

  bool next();  // to the next row; before the first one at the beginning

  [[nodiscard]] const std::string& text(std::string_view column) const;
  [[nodiscard]] std::int64_t whole(std::string_view column, std::int64_t least);
  [[nodiscard]] Day day(std::string_view column);
  [[nodiscard]] Period period();  // columns from and until
  void complain(std::string_view column, std::string what, std::string advice = {});

  // The row of `table` whose `key` is the cell's text.
  template <class Thing>
  [[nodiscard]] std::optional<Id<Thing>> find(std::string_view column, const Table<Thing>& table) {
    for (const Id<Thing> id : table.ids()) {
      if (table[id].key == text(column)) return id;
    }
    std::vector<std::string_view> keys;
    for (const Id<Thing> id : table.ids()) keys.push_back(table[id].key);
    complain_unknown(column, keys);
    return std::nullopt;
  }

  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  void complain_unknown(std::string_view column, const std::vector<std::string_view>& known);

  std::string file_;
  const Sheet& sheet_;
  std::size_t row_ = static_cast<std::size_t>(-1);
  Problems problems_;
};

}  // namespace muster::app
