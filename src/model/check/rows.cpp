// SPDX-License-Identifier: Apache-2.0
#include "model/check/rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/day.hpp"

namespace muster::check {
namespace {

// "in line 5", or "in offers.csv, line 5" where that is another file than the reader looks at.
std::string place_of(const DraftRow& row, const DraftRow& seen_from) {
  if (row.line == 0) return "in another row";
  const std::string line = "line " + std::to_string(row.line);
  return row.file == seen_from.file ? "in " + line : "in " + row.file + ", " + line;
}

std::string field_names(const TableSchema& schema) {
  std::string names;
  for (const std::size_t field : schema.primary_key) {
    if (!names.empty()) names += ", ";
    names += schema.fields[field].name;
  }
  return names;
}

Problem duplicate(const TableSchema& schema, const DraftRow& row, const DraftRow& first) {
  const std::string key = in_quotes(joined(*key_of(schema, row), ", "));
  Fault fault{key + " is already " + place_of(first, row), ""};
  Problem problem = at_cell(schema, row, schema.primary_key.front(), std::move(fault));
  if (schema.primary_key.size() == 1) return problem;
  problem.column.clear();
  problem.what =
      "the key " + key + " (" + field_names(schema) + ") is already " + place_of(first, row);
  return problem;
}

Fault period_fault(Day from, Day until) {
  if (from == until) {
    return {"the period is empty: from and until are both " + to_text(from),
            "The day `until` is not included; maybe " + to_text(until + Days{1}) + "?"};
  }
  return {"the period ends on " + to_text(until) + ", before it begins on " + to_text(from),
          "Maybe from " + to_text(until) + " until " + to_text(from) + "?"};
}

}  // namespace

std::optional<std::vector<std::string_view>> key_of(const TableSchema& schema,
                                                    const DraftRow& row) {
  std::vector<std::string_view> key;
  for (const std::size_t field : schema.primary_key) {
    if (row.cells[field].text.empty()) return std::nullopt;
    key.emplace_back(row.cells[field].text);
  }
  return key;
}

std::string joined(const std::vector<std::string_view>& key, std::string_view between) {
  std::string text;
  for (const std::string_view part : key) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

Problem at_cell(const TableSchema& schema, const DraftRow& row, std::size_t field, Fault fault) {
  const std::uint32_t line = row.cells[field].line;
  return {.file = row.file,
          .line = line == 0 ? row.line : line,
          .column = std::string{schema.fields[field].name},
          .what = std::move(fault.what),
          .advice = std::move(fault.advice)};
}

std::vector<std::string_view> first_keys(const DraftTable& table) {
  std::vector<std::string_view> keys;
  std::set<std::string_view> seen;
  for (const DraftRow& row : table.rows) {
    const std::string_view key = row.cells[table.schema->primary_key.front()].text;
    if (!key.empty() && seen.insert(key).second) keys.push_back(key);
  }
  return keys;
}

void check_duplicates(const DraftTable& table, Problems& problems) {
  std::map<std::vector<std::string_view>, const DraftRow*> first;
  for (const DraftRow& row : table.rows) {
    auto key = key_of(*table.schema, row);
    if (!key) continue;
    const auto [place, is_new] = first.emplace(std::move(*key), &row);
    if (!is_new) problems.push_back(duplicate(*table.schema, row, *place->second));
  }
}

void check_period(const DraftTable& table, Problems& problems) {
  if (!table.schema->period) return;
  const auto [from_field, until_field] = *table.schema->period;
  for (const DraftRow& row : table.rows) {
    const auto from = parse_day(row.cells[from_field].text);
    const auto until = parse_day(row.cells[until_field].text);
    if (!from || !until || *from < *until) continue;
    problems.push_back(at_cell(*table.schema, row, until_field, period_fault(*from, *until)));
  }
}

void check_tree(const DraftTable& table, Problems& problems) {
  if (!table.schema->tree_parent) return;
  const std::size_t parent_field = *table.schema->tree_parent;
  const std::size_t key_field = table.schema->primary_key.front();
  std::map<std::string_view, const DraftRow*> rows;
  for (const DraftRow& row : table.rows) rows.emplace(row.cells[key_field].text, &row);
  rows.erase("");  // rows without a key; no parent either
  std::map<std::string_view, std::string_view>
      visited_from;  // by the row whose walk came there first
  for (const DraftRow& start : table.rows) {
    const std::string_view origin = start.cells[key_field].text;
    std::vector<std::string_view> path;
    std::string_view here = origin;
    while (rows.contains(here) && visited_from.emplace(here, origin).second) {
      path.push_back(here);
      here = rows.at(here)->cells[parent_field].text;
    }
    if (!rows.contains(here) || visited_from.at(here) != origin || path.empty()) continue;
    path.erase(path.begin(), std::ranges::find(path, here));  // what leads into the circle
    path.push_back(here);
    const std::string circle = joined(path, " > ");
    problems.push_back(
        at_cell(*table.schema,
                *rows.at(here),
                parent_field,
                {"a circle: " + circle, "One of these needs another parent, or none."}));
  }
}

}  // namespace muster::check
