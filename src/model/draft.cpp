// SPDX-License-Identifier: Apache-2.0
#include "model/draft.hpp"

#include <algorithm>

#include "base/demand.hpp"

namespace muster {

Draft::Draft() {
  for (const TableSchema& schema : schemas()) tables_.push_back({.schema = &schema, .rows = {}});
}

DraftTable& Draft::table(std::string_view table_name) {
  const TableSchema* schema = find_schema(table_name);
  demand(schema != nullptr, "a table of a draft is asked for by a name that the schemas know");
  return tables_[static_cast<std::size_t>(schema - schemas().data())];
}

const DraftTable& Draft::table(std::string_view table_name) const {
  const TableSchema* schema = find_schema(table_name);
  demand(schema != nullptr, "a table of a draft is asked for by a name that the schemas know");
  return tables_[static_cast<std::size_t>(schema - schemas().data())];
}

const std::string& DraftTable::text(const DraftRow& row, std::string_view field) const {
  const auto index = schema->find(field);
  demand(index.has_value(), "a row is asked for fields that its table has");
  return row.cells[*index].text;
}

void Draft::add(std::string_view table_name, const std::vector<FieldText>& fields) {
  DraftTable& target = table(table_name);
  DraftRow row{.file = std::string{table_name} + ".csv", .line = 0, .cells = {}};
  row.cells.resize(target.schema->fields.size());
  for (const FieldText& field : fields) {
    const auto index = target.schema->find(field.field);
    demand(index.has_value(), "a row is added with fields that its table has");
    row.cells[*index].text = field.text;
  }
  target.rows.push_back(std::move(row));
}

}  // namespace muster
