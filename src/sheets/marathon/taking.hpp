// SPDX-License-Identifier: Apache-2.0
// A book while it is taken, table by table.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"

#include "model/draft.hpp"
#include "sheets/marathon/edn.hpp"
#include "sheets/reading.hpp"

namespace muster::sheets::marathon {

inline constexpr std::int64_t endless = 9'999'999;  // Marathon's "without end", in days

// Which table, and what its columns are called; the reader numbers them as they stand here.
struct TableWords {
  std::string_view sheet;
  std::vector<Meaning> columns;
  std::vector<std::size_t> amounts;  // whose columns are summed
};

class Table {
 public:
  Table(std::unique_ptr<Sheet> sheet, Headings headings, const TableWords& words);

  // The rows of the table: it ends before the first empty row. What stands behind is refused.
  [[nodiscard]] std::vector<SheetRow> rows();

  [[nodiscard]] std::string text(const SheetRow& row, std::size_t column);
  // A whole number; what is none is 0, and noted. Without end: `endless` or more.
  [[nodiscard]] std::int64_t number(const SheetRow& row, std::size_t column);
  [[nodiscard]] bool is_true(const SheetRow& row, std::size_t column);
  // What stands between braces; a word: nothing does.
  [[nodiscard]] Edn map(const SheetRow& row, std::size_t column);

  void take(const SheetRow& row) { reading_.take(row); }
  void refuse(const SheetRow& row, std::size_t column, const std::string& rule);
  void note(const SheetRow& row,
            std::size_t column,
            const std::string& now,
            const std::string& rule);
  void note(Repair repair) { reading_.note(std::move(repair)); }
  [[nodiscard]] Takings takings() && { return std::move(reading_).takings(); }

 private:
  std::unique_ptr<Sheet> sheet_;
  Reading reading_;
};

// A book while it is taken.
struct Taking {
  const std::vector<Sheet>& book;
  bool keeps_repeated = false;
  Draft draft;
  Takings takings;
  Problems problems;

  // The table of the book; none: there is no such sheet, or it lacks a column that it cannot do
  // without, which is a problem then.
  [[nodiscard]] std::optional<Table> find(const TableWords& words);
  void done(Table&& table);
};

// Each from its sheets into its tables of the draft.
void take_policies(Taking& taking);
void take_schedules(Taking& taking);  // after the policies
void take_periods(Taking& taking);
void take_requirements(Taking& taking);
void take_units(Taking& taking);
void take_substitutions(Taking& taking);
void take_proportions(Taking& taking);
void take_settings(Taking& taking);

// Days of a table: empty where they are none, or without end.
[[nodiscard]] std::string days_or_none(std::int64_t days);
[[nodiscard]] std::string days_or_endless(std::int64_t days);

}  // namespace muster::sheets::marathon
