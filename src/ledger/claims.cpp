// SPDX-License-Identifier: Apache-2.0
#include "ledger/claims.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace muster::ledger {
namespace {

// The row that a claim speaks of; its key's parts are joined by commas.
const DraftRow* row_of(const DraftTable& table, const std::string& key) {
  const auto has_key = [&](const DraftRow& row) {
    std::string joined;
    for (const std::size_t field : table.schema->primary_key) {
      if (!joined.empty()) joined += ",";
      joined += row.cells[field].text;
    }
    return joined == key;
  };
  const auto found = std::ranges::find_if(table.rows, has_key);
  return found == table.rows.end() ? nullptr : &*found;
}

// What stands and its row's source, where the row is there.
void add_what_stands(const Draft& draft, Disagreement& field) {
  if (find_schema(field.table) == nullptr) return;
  const DraftTable& table = draft.table(field.table);
  const DraftRow* row = row_of(table, field.key);
  const auto column = table.schema->find(field.column);
  if (row == nullptr || !column) return;
  field.stands = row->cells[*column].text;
  const bool is_said =
      std::ranges::find(field.values, field.stands, &SourcedValue::value) != field.values.end();
  if (is_said || field.stands.empty()) return;
  const auto source = table.schema->find("source");
  field.values.insert(
      field.values.begin(),
      {field.stands, source ? row->cells[*source].text : std::string{}, {}, true, {}, {}});
}

}  // namespace

std::vector<Disagreement> disagreements(const Draft& draft) {
  const DraftTable& claims = draft.table("claims");
  std::vector<Disagreement> fields;
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places;
  for (const DraftRow& row : claims.rows) {
    const auto text = [&](std::string_view field) { return claims.text(row, field); };
    const auto [place, is_new] =
        places.try_emplace({text("table"), text("key"), text("column")}, fields.size());
    if (is_new) fields.push_back({text("table"), text("key"), text("column"), {}, {}});
    fields[place->second].values.push_back({text("value"),
                                            text("source"),
                                            text("note"),
                                            text("chosen") == "true",
                                            text("chosen_by"),
                                            text("chosen_why")});
  }
  std::vector<Disagreement> differing;
  for (Disagreement& field : fields) {
    add_what_stands(draft, field);
    if (field.values.size() > 1) differing.push_back(std::move(field));
  }
  return differing;
}

}  // namespace muster::ledger
