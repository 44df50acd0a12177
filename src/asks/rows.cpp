// SPDX-License-Identifier: Apache-2.0
#include "asks/rows.hpp"

#include <algorithm>
#include <map>

#include "base/demand.hpp"

namespace muster::asks {
namespace {

std::string text_of(const std::optional<int>& number) {
  return number ? std::to_string(*number) : std::string{};
}

using RowId = std::pair<std::string, std::vector<std::string>>;  // table, texts of its key

RowId id_of(const RowChange& row) {
  const TableSchema* const schema = find_schema(row.table);
  demand(schema != nullptr, "a change is of a table that there is");
  RowId id{row.table, {}};
  for (const std::size_t key : schema->primary_key) {
    const auto cell = std::ranges::find(
        row.cells, schema->fields[key].name, &std::pair<std::string, std::string>::first);
    demand(cell != row.cells.end(), "a changed row names its key");
    id.second.push_back(cell->second);
  }
  return id;
}

// Adds the row, or its cells to the row of the same key.
void merge(const RowChange& row, std::map<RowId, RowChange>& rows) {
  const auto [place, is_new] = rows.try_emplace(id_of(row), row);
  if (is_new) return;
  for (const auto& cell : row.cells) {
    const auto same = std::ranges::find(
        place->second.cells, cell.first, &std::pair<std::string, std::string>::first);
    if (same == place->second.cells.end())
      place->second.cells.push_back(cell);
    else
      same->second = cell.second;
  }
}

void put(const RowChange& row, DraftOverlay& overlay) {
  const auto tables = schemas();
  const auto at = static_cast<std::size_t>(std::ranges::find(tables, row.table, &TableSchema::name)
                                           - tables.begin());
  std::vector<FieldText> fields;
  for (const auto& [field, text] : row.cells) fields.push_back({field, text});
  overlay.rows.add(row.table, fields);
  DraftRow& added = overlay.rows.table(row.table).rows.back();
  added.file = overlay.name + "/" + row.table + ".csv";
  added.line = static_cast<std::uint32_t>(overlay.rows.table(row.table).rows.size() + 1);
  overlay.operations[at].push_back(row.operation);
  std::vector<bool> stated(tables[at].fields.size(), row.operation == Operation::add);
  for (const auto& cell : row.cells) stated[*tables[at].find(cell.first)] = true;
  overlay.stated[at].push_back(std::move(stated));
}

}  // namespace

std::string thousandths_text(std::int64_t thousandths) {
  std::string digits = std::to_string(thousandths % 1000);
  digits.insert(0, 3 - digits.size(), '0');
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  const std::string whole = std::to_string(thousandths / 1000);
  return digits.empty() ? whole : whole + "." + digits;
}

RowChange policy_row(const Policy& policy,
                     const std::string& key,
                     const std::map<std::string, std::string>& changed) {
  RowChange row{"policies",
                Operation::add,
                {{"policy", key},
                 {"tour_min_days", text_of(policy.tour_min_days)},
                 {"tour_max_days", text_of(policy.tour_max_days)},
                 {"dwell_ratio", thousandths_text(policy.dwell_permille)},
                 {"preparation_days", std::to_string(policy.preparation_days)},
                 {"recovery_days", std::to_string(policy.recovery_days)},
                 {"total_days", text_of(policy.total_days)},
                 {"total_within_days", text_of(policy.total_within_days)}}};
  for (auto& cell : row.cells)
    if (const auto found = changed.find(cell.first); found != changed.end())
      cell.second = found->second;
  return row;
}

DraftOverlay overlay_of(const std::string& name, const std::vector<Change>& changes) {
  std::map<RowId, RowChange> rows;
  for (const Change& change : changes)
    for (const RowChange& row : change.rows) merge(row, rows);
  DraftOverlay overlay;
  overlay.name = name;
  overlay.operations.resize(schemas().size());
  overlay.stated.resize(schemas().size());
  for (const auto& [id, row] : rows) put(row, overlay);
  return overlay;
}

}  // namespace muster::asks
