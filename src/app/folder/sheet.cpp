// SPDX-License-Identifier: Apache-2.0
#include "app/folder/sheet.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/demand.hpp"
#include "base/nearest.hpp"

#include "io/csv.hpp"

namespace muster::app {

// Reads the heading, then row by row; what is too narrow or too wide is a problem.
class SheetReading {
 public:
  SheetReading(const std::string& file,
               const std::vector<std::string>& wanted,
               const std::function<void(SheetReader&)>& read_row)
      : reader_{file}, file_{file}, wanted_{wanted}, read_row_{read_row} {}

  Problems read(const std::string& bytes) {
    const io::CsvText text =
        io::read_csv(bytes, file_, [this](const io::CsvRow& row) { look_at(row); });
    if (!has_heading_) take_heading({});
    Problems problems = text.problems;
    problems.insert(problems.end(), reader_.problems_.begin(), reader_.problems_.end());
    return problems;
  }

 private:
  void look_at(const io::CsvRow& row) {
    if (!has_heading_) return take_heading(row);
    if (!is_complete_) return;
    if (row.cells.size() != reader_.columns_.size()) {
      reader_.problems_.push_back({file_,
                                   row.line,
                                   {},
                                   "the row has " + std::to_string(row.cells.size())
                                       + " cells, the heading "
                                       + std::to_string(reader_.columns_.size()),
                                   {}});
      return;
    }
    reader_.row_ = row;
    read_row_(reader_);
  }

  void take_heading(const io::CsvRow& row) {
    has_heading_ = true;
    std::vector<std::string>& columns = reader_.columns_;
    for (const io::CsvCell& cell : row.cells) columns.push_back(cell.text);
    for (const std::string& column : wanted_) {
      if (std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
      reader_.problems_.push_back({file_, 1, column, "the column is missing", {}});
      is_complete_ = false;
    }
  }

  SheetReader reader_;
  const std::string& file_;
  const std::vector<std::string>& wanted_;
  const std::function<void(SheetReader&)>& read_row_;
  bool has_heading_ = false;
  bool is_complete_ = true;
};

std::string to_csv(const Sheet& sheet) {
  return io::write_csv({sheet.columns}) + io::write_csv(sheet.rows);
}

Problems read_sheet(const std::string& file,
                    const std::string& bytes,
                    const std::vector<std::string>& wanted,
                    const std::function<void(SheetReader&)>& read_row) {
  return SheetReading{file, wanted, read_row}.read(bytes);
}

const std::string& SheetReader::text(std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  demand(found != columns_.end(), "a sheet is asked for columns that it was read with");
  return row_.cells[static_cast<std::size_t>(found - columns_.begin())].text;
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
  problems_.push_back({file_, row_.line, std::string{column}, std::move(what), std::move(advice)});
}

void SheetReader::complain_unknown(std::string_view column,
                                   const std::vector<std::string_view>& known) {
  const auto near = nearest(text(column), known);
  complain(column,
           "there is no \"" + text(column) + "\" in the data",
           near ? "Maybe " + std::string{*near} + "?" : std::string{});
}

}  // namespace muster::app
