// SPDX-License-Identifier: Apache-2.0
#include "sheets/reading.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace muster::sheets {
namespace {

std::string_view rule_of(Untold why) {
  return why == Untold::undisclosed ? "undisclosed" : why == Untold::vague ? "vague" : "";
}

}  // namespace

Reading::Reading(const Sheet& sheet, Headings headings, const std::vector<std::size_t>& amounts)
    : sheet_{sheet}, headings_{std::move(headings)} {
  takings_.mapping = headings_.mapping;
  for (const std::size_t meaning : amounts) {
    if (!has(meaning)) continue;
    amounts_.push_back(meaning);
    takings_.sums.push_back({heading(meaning), 0, 0});
  }
}

std::string Reading::cell(const SheetRow& row, std::size_t meaning) const {
  const auto column = headings_.columns[meaning];
  return column && *column < row.cells.size() ? row.cells[*column] : std::string{};
}

void Reading::add_sums(const SheetRow& row, bool is_taken) {
  for (std::size_t k = 0; k < amounts_.size(); ++k) {
    ColumnSum& sum = takings_.sums[k];
    const auto amount = written_amount(cell(row, amounts_[k]), 0);
    if (!amount) continue;
    if (is_taken)
      sum.taken += amount->scaled;
    else if (amount->rule.empty())
      sum.read += amount->scaled;
  }
}

void Reading::begin(const SheetRow& row) {
  ++takings_.rows_read;
  add_sums(row, false);
}

void Reading::take(const SheetRow& row) {
  ++takings_.rows_taken;
  add_sums(row, true);
}

void Reading::refuse(const SheetRow& row,
                     const std::string& column,
                     const std::string& old,
                     const std::string& rule) {
  takings_.repairs.push_back({sheet_.name, row.line, column, old, {}, rule, true});
  ++takings_.rows_refused;
}

void Reading::refuse_too(const SheetRow& row,
                         const std::string& column,
                         const std::string& old,
                         const std::string& rule) {
  takings_.repairs.push_back({sheet_.name, row.line, column, old, {}, rule, true});
}

void Reading::note(const SheetRow& row,
                   const std::string& column,
                   const std::string& old,
                   const std::string& now,
                   const std::string& rule) {
  takings_.repairs.push_back({sheet_.name, row.line, column, old, now, rule, false});
}

std::string Reading::text(const SheetRow& row, std::size_t meaning) {
  const std::string old = cell(row, meaning);
  std::string now = trimmed(old);
  if (now != old) note(row, heading(meaning), old, now, "marks_around");
  return now;
}

std::optional<Wide> Reading::amount(const SheetRow& row, std::size_t meaning, int places) {
  const std::string old = cell(row, meaning);
  if (const Untold why = untold(old); why != Untold::no) {
    if (why != Untold::empty) note(row, heading(meaning), old, {}, std::string{rule_of(why)});
    return std::nullopt;
  }
  const auto amount = written_amount(old, places);
  if (!amount) {
    note(row, heading(meaning), old, {}, "no_amount");
    return std::nullopt;
  }
  if (!amount->rule.empty())
    note(
        row, heading(meaning), old, scaled_text(amount->scaled, places), std::string{amount->rule});
  return amount->scaled;
}

void append(Takings& all, Takings more) {
  std::ranges::move(more.blocks, std::back_inserter(all.blocks));
  std::ranges::move(more.mapping, std::back_inserter(all.mapping));
  std::ranges::move(more.repairs, std::back_inserter(all.repairs));
  std::ranges::move(more.sums, std::back_inserter(all.sums));
  all.rows_read += more.rows_read;
  all.rows_taken += more.rows_taken;
  all.rows_refused += more.rows_refused;
}

}  // namespace muster::sheets
