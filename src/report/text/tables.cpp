// SPDX-License-Identifier: Apache-2.0
// The data's own tables and their schemas as text.
#include <algorithm>

#include "report/rows.hpp"
#include "report/text.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

std::string_view type_words(FieldType type) {
  switch (type) {
    case FieldType::text:
      return "text";
    case FieldType::integer:
      return "whole number";
    case FieldType::number:
      return "decimal number";
    case FieldType::boolean:
      return "true or false";
    case FieldType::date:
      return "date";
  }
  return "";
}

// Columns in which no row states anything are left out.
std::vector<std::size_t> fields_in_use(const DraftTable& table) {
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < table.schema->fields.size(); ++i) {
    const bool used = std::ranges::any_of(
        table.rows, [i](const DraftRow& row) { return !row.cells[i].text.empty(); });
    if (used) fields.push_back(i);
  }
  return fields;
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::erase(text, '\r');
  return text;
}

std::size_t width_of(const DraftTable& table, std::size_t field) {
  std::size_t width = display_width(table.schema->fields[field].name);
  for (const DraftRow& row : table.rows)
    width = std::max(width, display_width(one_line(row.cells[field].text)));
  return width;
}

// What does not fit beside the rest is told below its row: the widest first, never a key.
std::vector<std::size_t> fields_to_tell(const DraftTable& table,
                                        std::vector<std::size_t>& columns,
                                        std::size_t room) {
  const auto is_key = [&](std::size_t field) {
    return std::ranges::find(table.schema->primary_key, field) != table.schema->primary_key.end();
  };
  std::vector<std::size_t> told;
  for (;;) {
    std::size_t total = 0, widest = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t width = width_of(table, columns[i]);
      total += width + 2;
      if (is_key(columns[i])) continue;
      if (widest == columns.size() || width > width_of(table, columns[widest])) widest = i;
    }
    if (total <= room + 2 || widest == columns.size()) break;
    told.push_back(columns[widest]);
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(widest));
  }
  std::ranges::sort(told);
  return told;
}

std::string told(const DraftTable& table,
                 const DraftRow& row,
                 const std::vector<std::size_t>& fields) {
  std::vector<std::string> words;
  for (const std::size_t field : fields)
    if (!row.cells[field].text.empty())
      words.push_back(std::string{table.schema->fields[field].name} + ": "
                      + one_line(row.cells[field].text));
  return joined(words, "; ");
}

std::string rows_text(const DraftTable& table, const Terminal& terminal) {
  std::vector<std::size_t> fields = fields_in_use(table);
  const std::vector<std::size_t> below = fields_to_tell(table, fields, terminal.width);
  std::vector<TextTable::Column> columns;
  for (const std::size_t field : fields) {
    const FieldType type = table.schema->fields[field].type;
    const bool number = type == FieldType::integer || type == FieldType::number;
    columns.push_back({std::string{table.schema->fields[field].name},
                       number ? TextTable::Align::right : TextTable::Align::left,
                       type == FieldType::text});
  }
  TextTable text{std::move(columns)};
  for (const DraftRow& row : table.rows) {
    std::vector<TextTable::Cell> cells;
    for (const std::size_t field : fields) cells.emplace_back(one_line(row.cells[field].text));
    text.add(std::move(cells));
    if (const std::string words = told(table, row, below); !words.empty()) text.note(words);
  }
  return text.print(terminal.width, terminal.colour);
}

std::string fields_text(const TableSchema& schema, const DraftRow& row, const Terminal& terminal) {
  TextTable text{{{"", TextTable::Align::left}, {"", TextTable::Align::left, true}}};
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    if (row.cells[i].text.empty()) continue;
    text.add({{std::string{schema.fields[i].name}, Style::faint}, one_line(row.cells[i].text)});
  }
  const std::string place = row.line == 0 ? row.file : row.file + ":" + std::to_string(row.line);
  text.add({{"stands in", Style::faint}, place});
  return text.print(terminal.width, terminal.colour);
}

}  // namespace

std::optional<std::string> table_text(const Draft& draft,
                                      std::string_view name,
                                      std::string_view key,
                                      const Terminal& asked) {
  const Terminal terminal{std::max<std::size_t>(asked.width, 40), asked.colour};
  const DraftTable& table = draft.table(name);
  if (key.empty()) {
    if (table.rows.empty()) return std::string{name} + " holds no rows\n";
    return rows_text(table, terminal);
  }
  std::string text;
  for (const DraftRow* row : rows_of(table, key)) {
    if (!text.empty()) text += "\n";
    text += fields_text(*table.schema, *row, terminal);
  }
  if (text.empty()) return std::nullopt;
  return text;
}

std::string schemas_text(const Terminal& terminal) {
  TextTable text{{{"Table", TextTable::Align::left}, {"A row is", TextTable::Align::left, true}}};
  for (const TableSchema& schema : schemas()) {
    text.add({std::string{schema.name}, std::string{schema.description}});
  }
  return text.print(std::max<std::size_t>(terminal.width, 40), terminal.colour);
}

std::string schema_text(const TableSchema& schema, const Terminal& asked) {
  const Terminal terminal{std::max<std::size_t>(asked.width, 40), asked.colour};
  TextTable text{{{"Column", TextTable::Align::left},
                  {"Type", TextTable::Align::left},
                  {"Must", TextTable::Align::left},
                  {"Meaning", TextTable::Align::left, true}}};
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    const Field& field = schema.fields[i];
    std::string meaning{field.description};
    for (std::size_t v = 0; v < field.values.size(); ++v) {
      meaning += (v == 0 ? " One of: " : ", ") + std::string{field.values[v]};
    }
    const bool key = std::ranges::find(schema.primary_key, i) != schema.primary_key.end();
    const std::string must = key ? "key" : field.required ? "yes" : "";
    text.add({std::string{field.name}, std::string{type_words(field.type)}, must, meaning});
  }
  return styled(schema.title, Style::bold, terminal.colour) + "\n"
         + paragraph(schema.description, terminal.width) + "\n"
         + text.print(terminal.width, terminal.colour);
}

}  // namespace muster::report
