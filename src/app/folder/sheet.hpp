// SPDX-License-Identifier: Apache-2.0
// A file of a plan's folder as a table of texts, and reading typed values out of it with all
// problems collected.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/problem.hpp"
#include "base/table.hpp"

#include "io/csv.hpp"

namespace muster::app {

struct Sheet {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each with one text for each column
};

// In the normal form of io/csv.hpp.
[[nodiscard]] std::string to_csv(const Sheet& sheet);

// The rows of a table by their keys, of which the first counts.
template <class Thing>
class KeyIndex {
 public:
  explicit KeyIndex(const Table<Thing>& table) {
    for (const Id<Thing> id : table.ids()) ids_.emplace(table[id].key, id);
  }
  [[nodiscard]] std::optional<Id<Thing>> find(std::string_view key) const {
    const auto found = ids_.find(key);
    return found == ids_.end() ? std::nullopt : std::optional{found->second};
  }
  [[nodiscard]] std::vector<std::string_view> keys() const {
    std::vector<std::string_view> keys;
    for (const auto& [key, id] : ids_) keys.push_back(key);
    return keys;
  }

 private:
  std::map<std::string_view, Id<Thing>> ids_;
};

// The row of a sheet that is being read. What cannot be read is noted as a problem, and a harmless
// value stands in for it, so that all problems of a file are found at once.
class SheetReader {
 public:
  explicit SheetReader(std::string file) : file_{std::move(file)} {}

  [[nodiscard]] const std::string& text(std::string_view column) const;
  [[nodiscard]] std::int64_t whole(std::string_view column, std::int64_t least);
  [[nodiscard]] Day day(std::string_view column);
  [[nodiscard]] Period period();  // columns from and until
  void complain(std::string_view column, std::string what, std::string advice = {});

  // What has the cell's text for its key.
  template <class Thing>
  [[nodiscard]] std::optional<Id<Thing>> find(std::string_view column,
                                              const KeyIndex<Thing>& index) {
    const auto found = index.find(text(column));
    if (!found) complain_unknown(column, index.keys());
    return found;
  }

 private:
  friend class SheetReading;
  void complain_unknown(std::string_view column, const std::vector<std::string_view>& known);

  std::string file_;
  std::vector<std::string> columns_;
  io::CsvRow row_;
  Problems problems_;
};

// Shows `read_row` every row of a sheet in turn; gives back all problems, those that it complained
// of among them. `wanted` are the columns that must be there, in any order; others are left alone.
[[nodiscard]] Problems read_sheet(const std::string& file,
                                  const std::string& bytes,
                                  const std::vector<std::string>& wanted,
                                  const std::function<void(SheetReader&)>& read_row);

}  // namespace muster::app
