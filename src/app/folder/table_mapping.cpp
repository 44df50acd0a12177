// SPDX-License-Identifier: Apache-2.0
#include "app/folder/table_mapping.hpp"

#include <set>

#include <nlohmann/json.hpp>

#include "io/file.hpp"
#include "model/schema.hpp"

namespace muster::app {
namespace {

using Json = nlohmann::ordered_json;

std::unexpected<Problems> refused(const std::filesystem::path& file, std::string what) {
  return std::unexpected{Problems{
      {file.filename().string(),
       0,
       {},
       std::move(what),
       R"(A mapping is {"table": "offers", "columns": [{"heading": "Land", "column": "nation"}]}.)"}}};
}

}  // namespace

Result<TableMapping> read_mapping(const std::filesystem::path& file) {
  TableMapping mapping;
  if (file.empty() || !std::filesystem::exists(file)) return mapping;
  const Json json = Json::parse(io::read_file(file), nullptr, false);
  if (!json.is_object() || !json.contains("columns") || !json["columns"].is_array())
    return refused(file, "this is no mapping of headings");
  if (json.contains("table") && json["table"].is_string())
    mapping.table = json["table"].get<std::string>();
  const TableSchema* table = find_schema(mapping.table);
  if (!mapping.table.empty() && table == nullptr)
    return refused(file, "there is no table \"" + mapping.table + "\"");
  for (const Json& one : json["columns"]) {
    if (!one.is_object() || !one.contains("heading") || !one["heading"].is_string())
      return refused(file, "one of the columns has no heading");
    const bool is_taken = one.contains("column") && one["column"].is_string();
    const std::string column = is_taken ? one["column"].get<std::string>() : std::string{};
    if (is_taken && table != nullptr && !table->find(column))
      return refused(file, "the table " + mapping.table + " has no column \"" + column + "\"");
    mapping.columns[one["heading"].get<std::string>()] = column;
  }
  return mapping;
}

void write_mapping(const std::filesystem::path& file,
                   const std::string& table,
                   const std::vector<sheets::Mapped>& columns) {
  Json list = Json::array();
  std::set<std::string> told;
  for (const sheets::Mapped& one : columns)
    if (!one.heading.empty() && told.insert(one.heading).second)
      list.push_back(
          {{"heading", one.heading}, {"column", one.meaning.empty() ? Json() : Json(one.meaning)}});
  io::write_file(file, Json{{"table", table}, {"columns", std::move(list)}}.dump(1) + "\n");
}

}  // namespace muster::app
