// SPDX-License-Identifier: Apache-2.0
#include "sheets/table/columns.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "sheets/names.hpp"
#include "sheets/nations.hpp"

namespace muster::sheets {
namespace {

constexpr std::size_t last_row_of_headings = 50;
constexpr std::size_t longest_heading = 200;  // in bytes; what is longer is a text

// Columns by what they are called, folded.
const std::multimap<std::string, std::string_view>& columns_by_name() {
  static const std::multimap<std::string, std::string_view> all = [] {
    std::multimap<std::string, std::string_view> made;
    for (const HeadingName& one : heading_names()) made.emplace(folded(one.name), one.column);
    return made;
  }();
  return all;
}

// The fields of a table by its own words, folded: a name goes before a title.
const std::map<std::string, std::size_t>& fields_by_name(const TableSchema& table) {
  static const std::map<std::string_view, std::map<std::string, std::size_t>> all = [] {
    std::map<std::string_view, std::map<std::string, std::size_t>> made;
    for (const TableSchema& one : schemas()) {
      for (std::size_t f = 0; f < one.fields.size(); ++f)
        made[one.name].emplace(folded(one.fields[f].name), f);
      for (std::size_t f = 0; f < one.fields.size(); ++f)
        made[one.name].emplace(folded(one.fields[f].title), f);
    }
    return made;
  }();
  return all.at(table.name);
}

}  // namespace

std::optional<std::size_t> field_called(const TableSchema& table,
                                        const std::string& heading,
                                        const std::map<std::string, std::string>& mapping) {
  if (const auto known = mapping.find(heading); known != mapping.end())
    return table.find(known->second);
  const std::string plain = folded(heading);
  if (plain.empty()) return std::nullopt;
  const auto& fields = fields_by_name(table);
  if (const auto own = fields.find(plain); own != fields.end()) return own->second;
  const auto [first, last] = columns_by_name().equal_range(plain);
  for (auto at = first; at != last; ++at)
    if (const auto field = table.find(at->second)) return field;
  return std::nullopt;
}

Headings headings_of(const SheetRow& row,
                     std::size_t index,
                     const TableSchema& table,
                     const std::map<std::string, std::string>& mapping) {
  Headings found{index, row.cells, {}, {}};
  found.columns.resize(table.fields.size());
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    found.mapping.push_back({row.cells[c], {}});
    const auto field = field_called(table, row.cells[c], mapping);
    if (!field || found.columns[*field]) continue;
    found.columns[*field] = c;
    found.mapping.back().meaning = table.fields[*field].name;
  }
  return found;
}

std::size_t columns_found(const Headings& headings) {
  return static_cast<std::size_t>(std::ranges::count_if(
      headings.columns, [](const auto& column) { return column.has_value(); }));
}

std::optional<Headings> find_table_headings(const Sheet& sheet,
                                            const TableSchema& table,
                                            const std::map<std::string, std::string>& mapping) {
  std::optional<Headings> best;
  const std::size_t rows = std::min(sheet.rows.size(), last_row_of_headings);
  for (std::size_t r = 0; r < rows; ++r) {
    Headings found = headings_of(sheet.rows[r], r, table, mapping);
    if (columns_found(found) >= (mapping.empty() ? 2U : 1U)
        && (!best || columns_found(found) > columns_found(*best)))
      best = std::move(found);
  }
  return best;
}

bool is_complete(const Headings& headings, const TableSchema& table) {
  for (std::size_t f = 0; f < table.fields.size(); ++f) {
    const bool is_own_key = table.primary_key.size() == 1 && table.primary_key.front() == f;
    if (table.fields[f].required && !is_own_key && !headings.columns[f]) return false;
  }
  return true;
}

bool HeadingWords::know(const std::string& cell) const {
  static const std::set<std::string> all = [] {
    std::set<std::string> made;
    for (const auto& [name, column] : columns_by_name()) made.insert(name);
    for (const TableSchema& table : schemas())
      for (const auto& [name, field] : fields_by_name(table)) made.insert(name);
    return made;
  }();
  for (const HeadingMapping& mapping : mappings_)
    if (mapping.columns.contains(cell)) return true;
  return cell.size() <= longest_heading && all.contains(folded(cell));
}

const HeadingMapping& HeadingWords::mapping_for(const SheetRow& row) const {
  static const HeadingMapping none;
  const HeadingMapping* best = mappings_.empty() ? &none : &mappings_.front();
  std::ptrdiff_t most = 0;
  for (const HeadingMapping& mapping : mappings_) {
    const auto known = std::ranges::count_if(
        row.cells, [&](const std::string& cell) { return mapping.columns.contains(cell); });
    if (known <= most) continue;
    most = known;
    best = &mapping;
  }
  return *best;
}

Fit best_fit(const SheetRow& row, const HeadingWords& words, const TableSchema* preferred) {
  const auto& mapping = words.mapping_for(row).columns;
  Fit best;
  std::tuple<std::size_t, bool, bool> most{0, false, false};
  for (const TableSchema& table : schemas()) {
    Headings headings = headings_of(row, 0, table, mapping);
    const std::tuple how_well{
        columns_found(headings), is_complete(headings, table), &table == preferred};
    if (std::get<0>(how_well) == 0 || how_well <= most) continue;
    most = how_well;
    best = {&table, std::move(headings)};
  }
  return best;
}

}  // namespace muster::sheets
