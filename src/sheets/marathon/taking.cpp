// SPDX-License-Identifier: Apache-2.0
#include "sheets/marathon/taking.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/nearest.hpp"

namespace muster::sheets::marathon {
namespace {

constexpr std::int64_t largest = 2'147'483'647;

std::string lower(std::string_view text) {
  std::string low{text};
  for (char& letter : low)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return low;
}

// The whole part of a decimal.
std::optional<std::int64_t> whole_part(std::string_view text) {
  if (const std::string low = lower(text); low == "inf" || low == "-inf")
    return low.front() == '-' ? -largest : largest;
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault == std::errc::result_out_of_range) return text.front() == '-' ? -largest : largest;
  if (fault != std::errc{}) return std::nullopt;
  const std::string_view rest{end, text.data() + text.size()};
  const bool is_decimal = !rest.empty() && rest.front() == '.'
                          && rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (!rest.empty() && !is_decimal) return std::nullopt;
  return std::clamp(value, -largest, largest);
}

// A table's columns end before the first heading that is empty.
void cut_columns(Sheet& sheet) {
  if (sheet.rows.empty()) return;
  const auto& headings = sheet.rows.front().cells;
  const auto end = std::ranges::find_if(
      headings, [](const std::string& heading) { return trimmed(heading).empty(); });
  const auto width = static_cast<std::size_t>(end - headings.begin());
  for (SheetRow& row : sheet.rows)
    if (row.cells.size() > width) row.cells.resize(width);
}

bool is_empty(const SheetRow& row) {
  return std::ranges::all_of(row.cells,
                             [](const std::string& cell) { return trimmed(cell).empty(); });
}

}  // namespace

Table::Table(std::unique_ptr<Sheet> sheet, Headings headings, const TableWords& words)
    : sheet_{std::move(sheet)}, reading_{*sheet_, headings, words.amounts} {
  for (const Mapped& column : headings.mapping)
    if (!column.meaning.empty() && column.meaning != column.heading)
      reading_.note({sheet_->name,
                     sheet_->rows.front().line,
                     column.heading,
                     column.heading,
                     column.meaning,
                     "heading_spelled_otherwise",
                     false});
}

std::vector<SheetRow> Table::rows() {
  std::vector<SheetRow> found;
  bool has_ended = false;
  std::uint32_t last = sheet_->rows.front().line;
  for (std::size_t r = 1; r < sheet_->rows.size(); ++r) {
    const SheetRow& row = sheet_->rows[r];
    const bool is_of_book = !sheet_->file.ends_with(".csv") && !sheet_->file.ends_with(".txt");
    if (is_empty(row)) {
      has_ended = has_ended || is_of_book;
      continue;
    }
    has_ended = has_ended || (is_of_book && row.line > last + 1);
    last = row.line;
    reading_.begin(row);
    if (has_ended)
      reading_.refuse(row, {}, {}, "behind_an_empty_row");
    else
      found.push_back(row);
  }
  return found;
}

std::string Table::text(const SheetRow& row, std::size_t column) {
  return reading_.has(column) ? reading_.text(row, column) : std::string{};
}

std::int64_t Table::number(const SheetRow& row, std::size_t column) {
  const std::string written = trimmed(reading_.cell(row, column));
  if (written.empty()) return 0;
  const auto value = whole_part(written);
  if (!value) note(row, column, "0", "no_number");
  return value.value_or(0);
}

bool Table::is_true(const SheetRow& row, std::size_t column) {
  const std::string low = lower(trimmed(reading_.cell(row, column)));
  if (low == "1" || low == "0") note(row, column, low == "1" ? "true" : "false", "truth_as_number");
  return low == "true" || low == "1";
}

Edn Table::map(const SheetRow& row, std::size_t column) {
  const std::string written = trimmed(reading_.cell(row, column));
  if (written.empty() || lower(written) == "auto" || lower(written) == "nil") return {};
  auto value = read_edn(written);
  if (value && value->kind == Edn::Kind::map) return *std::move(value);
  note(row, column, {}, "no_map");
  return {};
}

void Table::refuse(const SheetRow& row, std::size_t column, const std::string& rule) {
  reading_.refuse(row,
                  reading_.has(column) ? reading_.heading(column) : std::string{},
                  reading_.cell(row, column),
                  rule);
}

void Table::note(const SheetRow& row,
                 std::size_t column,
                 const std::string& now,
                 const std::string& rule) {
  reading_.note(row, reading_.heading(column), reading_.cell(row, column), now, rule);
}

std::optional<Table> Taking::find(const TableWords& words) {
  const auto found = std::ranges::find_if(
      book, [&](const Sheet& sheet) { return bare(sheet.name) == bare(words.sheet); });
  if (found == book.end() || found->rows.empty()) return std::nullopt;
  auto sheet = std::make_unique<Sheet>(*found);
  cut_columns(*sheet);
  const auto headings = find_headings(*sheet, words.columns);
  if (headings && headings->row == 0) return Table{std::move(sheet), *headings, words};
  std::string required;
  for (const Meaning& column : words.columns)
    if (column.required) required += (required.empty() ? "" : ", ") + std::string{column.name};
  problems.push_back(
      {found->file,
       found->rows.front().line,
       {},
       "sheet " + found->name + " does not begin with a heading that has " + required,
       {}});
  return std::nullopt;
}

void Taking::done(Table&& table) {
  append(takings, std::move(table).takings());
}

std::string days_or_none(std::int64_t days) {
  return days <= 0 ? std::string{} : std::to_string(days);
}

std::string days_or_endless(std::int64_t days) {
  return days >= endless ? std::string{} : std::to_string(days);
}

}  // namespace muster::sheets::marathon
