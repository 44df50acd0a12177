// SPDX-License-Identifier: Apache-2.0
#include "app/folder/data_sheet.hpp"

#include <algorithm>
#include <utility>

#include "sheets/returned.hpp"

namespace muster::app {
namespace {

constexpr std::size_t most_choices = 1000;

// What may stand in a column: the schema's values, or the keys of the table that it refers to.
std::vector<std::string> choices_of(const TableSchema& schema,
                                    std::size_t field,
                                    const Draft& draft) {
  std::vector<std::string> choices;
  for (const std::string_view value : schema.fields[field].values) choices.emplace_back(value);
  for (const ForeignKey& reference : schema.foreign_keys) {
    if (reference.field != field || reference.locator) continue;
    const DraftTable& others = draft.table(reference.table);
    if (others.rows.size() > most_choices || others.schema->primary_key.empty()) continue;
    for (const DraftRow& row : others.rows)
      choices.push_back(row.cells[others.schema->primary_key.front()].text);
    std::ranges::sort(choices);
    choices.erase(std::ranges::unique(choices).begin(), choices.end());
  }
  return choices;
}

io::ColumnKind kind_of(FieldType type) {
  if (type == FieldType::date) return io::ColumnKind::day;
  return type == FieldType::integer || type == FieldType::number ? io::ColumnKind::number
                                                                 : io::ColumnKind::text;
}

}  // namespace

io::WorkbookTable data_sheet(const DraftTable& table, const Draft& draft) {
  const TableSchema& schema = *table.schema;
  io::WorkbookTable sheet{std::string{schema.name}, {}, {}, false};
  sheet.columns.push_back({std::string{sheets::key_heading}, {}, io::ColumnKind::text, {}, true});
  for (std::size_t f = 0; f < schema.fields.size(); ++f)
    sheet.columns.push_back({std::string{schema.fields[f].name},
                             std::string{schema.fields[f].description},
                             kind_of(schema.fields[f].type),
                             choices_of(schema, f, draft),
                             false});
  for (const DraftRow& row : table.rows) {
    std::vector<std::string> cells{{}};
    for (const std::size_t field : schema.primary_key)
      cells.front() += (cells.front().empty() ? "" : "\n") + row.cells[field].text;
    for (const Cell& cell : row.cells) cells.push_back(cell.text);
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

}  // namespace muster::app
