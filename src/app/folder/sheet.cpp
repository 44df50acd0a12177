// SPDX-License-Identifier: Apache-2.0
#include "app/folder/sheet.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/demand.hpp"
#include "base/nearest.hpp"

#include "io/csv.hpp"

namespace muster::app {
namespace {

// The rows below the heading, each as wide as it is; what is too narrow or too wide is a problem.
void take_rows(const io::CsvText& text, const std::string& file, Sheet& sheet, Problems& problems) {
  for (std::size_t i = 1; i < text.rows.size(); ++i) {
    const io::CsvRow& row = text.rows[i];
    std::vector<std::string> cells;
    for (const io::CsvCell& cell : row.cells) cells.push_back(cell.text);
    if (cells.size() != sheet.columns.size()) {
      problems.push_back({file,
                          row.line,
                          {},
                          "the row has " + std::to_string(cells.size()) + " cells, the heading "
                              + std::to_string(sheet.columns.size()),
                          {}});
      continue;
    }
    sheet.rows.push_back(std::move(cells));
    sheet.lines.push_back(row.line);
  }
}

}  // namespace

std::string to_csv(const Sheet& sheet) {
  std::vector<std::vector<std::string>> rows{sheet.columns};
  rows.insert(rows.end(), sheet.rows.begin(), sheet.rows.end());
  return io::write_csv(rows);
}

Result<Sheet> read_sheet(const std::string& file,
                         const std::string& bytes,
                         const std::vector<std::string>& wanted) {
  const io::CsvText text = io::read_csv(bytes, file);
  Problems problems = text.problems;
  Sheet sheet;
  if (!text.rows.empty()) {
    for (const io::CsvCell& cell : text.rows.front().cells) sheet.columns.push_back(cell.text);
  }
  for (const std::string& column : wanted) {
    if (std::find(sheet.columns.begin(), sheet.columns.end(), column) == sheet.columns.end()) {
      problems.push_back({file, 1, column, "the column is missing", {}});
    }
  }
  if (problems.empty()) take_rows(text, file, sheet, problems);
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  return sheet;
}

bool SheetReader::next() {
  ++row_;
  return row_ < sheet_.rows.size();
}

const std::string& SheetReader::text(std::string_view column) const {
  const auto found = std::find(sheet_.columns.begin(), sheet_.columns.end(), column);
  demand(found != sheet_.columns.end(), "a sheet is asked for columns that it was read with");
  return sheet_.rows[row_][static_cast<std::size_t>(found - sheet_.columns.begin())];
}

std::int64_t SheetReader::whole(std::string_view column, std::int64_t least) {
  const std::string& cell = text(column);
  std::int64_t value = 0;
  const char* end = cell.data() + cell.size();
  const auto read = std::from_chars(cell.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || value < least) {
    complain(column, "\"" + cell + "\" is not a whole number of at least " + std::to_string(least));
    return least;
  }
  return value;
}

Day SheetReader::day(std::string_view column) {
  const auto value = parse_day(text(column));
  if (!value) {
    complain(column, "\"" + text(column) + "\" is not a date", "Dates are written year-month-day.");
  }
  return value.value_or(Day{});
}

Period SheetReader::period() {
  const std::size_t before = problems_.size();
  const Period period{day("from"), day("until")};
  if (problems_.size() == before && period.until <= period.from) {
    complain("until", "\"" + text("until") + "\" is not after \"" + text("from") + "\"");
  }
  return period.until < period.from ? Period{period.from, period.from} : period;
}

void SheetReader::complain(std::string_view column, std::string what, std::string advice) {
  const std::uint32_t line = row_ < sheet_.lines.size() ? sheet_.lines[row_] : 0;
  problems_.push_back({file_, line, std::string{column}, std::move(what), std::move(advice)});
}

void SheetReader::complain_unknown(std::string_view column,
                                   const std::vector<std::string_view>& known) {
  const auto near = nearest(text(column), known);
  complain(column,
           "there is no \"" + text(column) + "\" in the data",
           near ? "Maybe " + std::string{*near} + "?" : std::string{});
}

}  // namespace muster::app
