// SPDX-License-Identifier: Apache-2.0
#include "report/formats.hpp"

#include <string_view>

#include "model/schema.hpp"

namespace muster::report {
namespace {

constexpr std::string_view introduction =
    "# The tables\n"
    "\n"
    "`muster schema --markdown` writes this page from `data/schema/`, which is the one definition "
    "of the\n"
    "tables. A data set is a folder with a `datapackage.json` and one CSV file for each table that "
    "has\n"
    "rows. Dates are written year-month-day; in a period the first day is included and the last is "
    "not;\n"
    "nations are three letters of ISO 3166-1; an empty cell means \"not stated\", which is never "
    "0.\n"
    "An overlay is a folder with some of these tables that holds only rows to put on top of "
    "another data\n"
    "set; its column `_op` says `add`, `change` or `remove`, and empty means: add where the key is "
    "new,\n"
    "else change.\n"
    "\n"
    "The object `muster` of `datapackage.json` may state `as_of`, the date on which the data was "
    "true;\n"
    "`horizon`, the date at which open ends are cut; and `clock`, what one day of the data stands "
    "for:\n"
    "`day`, or `minute` for data in which time is finer. Then every date is a count of minutes, "
    "and "
    "what is\n"
    "said of days is meant of minutes.\n";

std::string_view type_text(FieldType type) {
  switch (type) {
    case FieldType::text:
      return "text";
    case FieldType::integer:
      return "whole number";
    case FieldType::number:
      return "decimal";
    case FieldType::boolean:
      return "true or false";
    case FieldType::date:
      return "date";
  }
  return {};
}

// A text inside a cell of a Markdown table.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '|') safe += '\\';
    safe += letter == '\n' ? ' ' : letter;
  }
  return safe;
}

std::string range_text(const Field& field) {
  if (field.type != FieldType::integer) return {};
  if (field.minimum && field.maximum) {
    return "from " + std::to_string(*field.minimum) + " to " + std::to_string(*field.maximum);
  }
  if (field.minimum) return "at least " + std::to_string(*field.minimum);
  if (field.maximum) return "at most " + std::to_string(*field.maximum);
  return {};
}

std::string values_text(const Field& field) {
  std::string text;
  for (const std::string_view value : field.values) {
    text += (text.empty() ? "one of `" : ", `") + std::string{value} + "`";
  }
  return text;
}

std::string reference_text(const TableSchema& schema, std::size_t field) {
  for (const ForeignKey& foreign : schema.foreign_keys) {
    if (foreign.field != field) continue;
    const std::string table{foreign.table};
    return "a key of [" + table + "](#" + table + ")";
  }
  return {};
}

bool is_key(const TableSchema& schema, std::size_t field) {
  for (const std::size_t part : schema.primary_key) {
    if (part == field) return true;
  }
  return false;
}

std::string must_text(const TableSchema& schema, std::size_t index) {
  const Field& field = schema.fields[index];
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
  };
  add(is_key(schema, index) ? "key" : "");
  add(field.required ? "required" : "");
  add(reference_text(schema, index));
  add(values_text(field));
  add(range_text(field));
  add(field.pattern.empty() ? "" : "`" + escaped(field.pattern) + "`");
  return text;
}

std::string table_markdown(const TableSchema& schema) {
  std::string text = "\n## " + std::string{schema.name} + "\n\n" + std::string{schema.description}
                     + "\n\n| column | type | must be | meaning |\n|---|---|---|---|\n";
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    const Field& field = schema.fields[i];
    text += "| `" + std::string{field.name} + "` | " + std::string{type_text(field.type)} + " | "
            + must_text(schema, i) + " | " + escaped(field.description) + " |\n";
  }
  return text;
}

}  // namespace

std::string formats_markdown() {
  std::string text{introduction};
  for (const TableSchema& schema : schemas()) text += table_markdown(schema);
  return text;
}

}  // namespace muster::report
