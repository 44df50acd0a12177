// SPDX-License-Identifier: Apache-2.0
#include "model/reading/findings.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/demand.hpp"

namespace muster::reading {
namespace {

// The first row of a draft's file that stands at each line.
using RowAt = std::pair<std::string_view, std::uint32_t>;

std::set<RowAt> places_of(const Problems& problems) {
  std::set<RowAt> places;
  for (const Problem& problem : problems) places.emplace(problem.file, problem.line);
  return places;
}

// Whether a problem stands at the row or in one of its cells (a quoted cell may begin on a later
// line).
bool is_named(const DraftRow& row, const std::set<RowAt>& places) {
  if (places.contains({row.file, row.line})) return true;
  return std::ranges::any_of(row.cells, [&](const Cell& cell) {
    return cell.line != 0 && places.contains({row.file, cell.line});
  });
}

}  // namespace

Findings::Findings(const Draft& draft, Problems problems) : problems_{std::move(problems)} {
  if (problems_.empty()) return;
  const std::set<RowAt> places = places_of(problems_);
  for (const DraftTable& table : draft.tables())
    for (const DraftRow& row : table.rows)
      if (is_named(row, places)) doubtful_.insert(&row);
}

void Findings::add(const DraftTable& table,
                   const DraftRow& row,
                   std::string_view field,
                   std::string what,
                   std::string advice,
                   const std::vector<const DraftRow*>& also) {
  const auto is_doubtful = [&](const DraftRow* other) { return doubtful_.contains(other); };
  if (is_doubtful(&row) || std::ranges::any_of(also, is_doubtful)) return;
  const auto index = table.schema->find(field);
  demand(index.has_value(), "a finding names a field that its table has");
  const Cell& cell = row.cells[*index];
  problems_.push_back({.file = row.file,
                       .line = cell.line != 0 ? cell.line : row.line,
                       .column = std::string{field},
                       .what = std::move(what),
                       .advice = std::move(advice)});
}

void Findings::add_package(std::string_view property, std::string what, std::string advice) {
  problems_.push_back({.file = "datapackage.json",
                       .line = 0,
                       .column = std::string{property},
                       .what = std::move(what),
                       .advice = std::move(advice)});
}

Problems Findings::sorted() && {
  std::ranges::sort(problems_);
  return std::move(problems_);
}

std::string place_of(const DraftRow& row) {
  return row.line == 0 ? row.file : row.file + ":" + std::to_string(row.line);
}

std::string quoted(std::string_view text) {
  return "\"" + std::string{text} + "\"";
}

}  // namespace muster::reading
