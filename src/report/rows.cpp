// SPDX-License-Identifier: Apache-2.0
#include "report/rows.hpp"

namespace muster::report {
namespace {

std::size_t first_key_field(const TableSchema& schema) {
  return schema.primary_key.empty() ? 0 : schema.primary_key.front();
}

}  // namespace

std::string key_of(const TableSchema& schema, const DraftRow& row) {
  if (schema.primary_key.empty()) return row.cells.front().text;
  std::string key;
  for (const std::size_t field : schema.primary_key) {
    if (field != schema.primary_key.front()) key += ",";
    key += row.cells[field].text;
  }
  return key;
}

std::vector<const DraftRow*> rows_of(const DraftTable& table, std::string_view key) {
  std::vector<const DraftRow*> rows;
  const std::size_t first = first_key_field(*table.schema);
  for (const DraftRow& row : table.rows) {
    if (key_of(*table.schema, row) == key || row.cells[first].text == key) rows.push_back(&row);
  }
  return rows;
}

}  // namespace muster::report
