// SPDX-License-Identifier: Apache-2.0
#include "app/describe_tables.hpp"

#include <string_view>

#include "app/folder/table_name.hpp"
#include "model/schema.hpp"
#include "report/formats.hpp"

namespace muster::app {
namespace {

std::string all_as_json() {
  std::string text = "{";
  for (const TableSchema& schema : schemas()) {
    text += (text.size() == 1 ? "\n\"" : ",\n\"") + std::string{schema.name} + "\": ";
    text += schema_text(schema.name);
  }
  return text + "}\n";
}

}  // namespace

Answer describe_tables(const std::string& table, SchemaForm form, const Speech& speech) {
  if (form == SchemaForm::markdown) return {report::formats_markdown(), {}, Exit::done};
  if (table.empty()) {
    return {speech.json ? all_as_json() : report::schemas_text(speech.terminal), {}, Exit::done};
  }
  const TableSchema* schema = find_schema(table);
  if (schema == nullptr) return no_such_table(table);
  return {
      speech.json ? std::string{schema_text(table)} : report::schema_text(*schema, speech.terminal),
      {},
      Exit::done};
}

}  // namespace muster::app
