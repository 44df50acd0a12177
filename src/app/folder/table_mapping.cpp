// SPDX-License-Identifier: Apache-2.0
#include "app/folder/table_mapping.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "io/file.hpp"
#include "model/schema.hpp"

namespace muster::app {
namespace {

using Json = nlohmann::ordered_json;

std::unexpected<Problems> refused(const std::filesystem::path& file,
                                  const std::vector<std::string>& faults) {
  Problems problems;
  for (const std::string& what : faults)
    problems.push_back(
        {file.filename().string(),
         0,
         {},
         what,
         R"(A mapping is {"table": "offers", "columns": [{"heading": "Land", "column": "nation"}]}.)"});
  return std::unexpected{std::move(problems)};
}

// Adds what is wrong to `faults`.
sheets::HeadingMapping mapping_of(const Json& json, std::vector<std::string>& faults) {
  sheets::HeadingMapping mapping;
  if (json.contains("table") && json["table"].is_string())
    mapping.table = json["table"].get<std::string>();
  const TableSchema* table = find_schema(mapping.table);
  if (!mapping.table.empty() && table == nullptr)
    faults.push_back("there is no table \"" + mapping.table + "\"");
  for (const Json& one : json["columns"]) {
    if (!one.is_object() || !one.contains("heading") || !one["heading"].is_string()) {
      faults.emplace_back("one of the columns has no heading");
      continue;
    }
    const std::string heading = one["heading"].get<std::string>();
    const bool is_taken = one.contains("column") && one["column"].is_string();
    const std::string column = is_taken ? one["column"].get<std::string>() : std::string{};
    if (is_taken && table != nullptr && !table->find(column))
      faults.push_back("the table " + mapping.table + " has no column \"" + column + "\"");
    mapping.columns[heading] = column;
    if (one.contains("as_above") && one["as_above"] == true) mapping.as_above.insert(heading);
  }
  return mapping;
}

bool has_columns(const Json& json) {
  return json.is_object() && json.contains("columns") && json["columns"].is_array();
}

bool says_as_above(const std::string& heading, const std::vector<sheets::HeadingMapping>& old) {
  return std::ranges::any_of(
      old, [&](const sheets::HeadingMapping& one) { return one.as_above.contains(heading); });
}

Json columns_of(const sheets::TakenBlock& block, const std::vector<sheets::HeadingMapping>& old) {
  Json list = Json::array();
  std::set<std::string> told;
  for (const sheets::Mapped& one : block.mapping) {
    if (one.heading.empty() || !told.insert(one.heading).second) continue;
    Json column = {{"heading", one.heading},
                   {"column", one.meaning.empty() ? Json() : Json(one.meaning)}};
    if (says_as_above(one.heading, old)) column["as_above"] = true;
    list.push_back(std::move(column));
  }
  return list;
}

}  // namespace

Result<std::vector<sheets::HeadingMapping>> read_mapping(const std::filesystem::path& file) {
  std::vector<sheets::HeadingMapping> mappings;
  if (file.empty() || !std::filesystem::exists(file)) return mappings;
  const Json json = Json::parse(io::read_file(file), nullptr, false);
  const bool has_blocks = json.is_object() && json.contains("blocks") && json["blocks"].is_array();
  const Json blocks = has_blocks ? json["blocks"] : Json::array({json});
  if (!std::ranges::all_of(blocks, has_columns))
    return refused(file, {"this is no mapping of headings"});
  std::vector<std::string> faults;
  for (const Json& one : blocks) mappings.push_back(mapping_of(one, faults));
  if (!faults.empty()) return refused(file, faults);
  return mappings;
}

void write_mapping(const std::filesystem::path& file,
                   const std::vector<sheets::TakenBlock>& blocks,
                   const std::vector<sheets::HeadingMapping>& old) {
  Json list = Json::array();
  for (const sheets::TakenBlock& block : blocks)
    if (block.left.empty())
      list.push_back(
          {{"place", block.place}, {"table", block.table}, {"columns", columns_of(block, old)}});
  Json json = {{"blocks", list}};
  if (list.size() == 1) {
    json = list.front();
    json.erase("place");
  }
  io::write_file(file, json.dump(1) + "\n");
}

}  // namespace muster::app
