// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/nearest.hpp"

#include "model/check/rows.hpp"

namespace muster::check {
namespace {

struct ClaimFields {
  std::size_t table, key, column, chosen;
};

ClaimFields claim_fields(const TableSchema& schema) {
  return {
      *schema.find("table"), *schema.find("key"), *schema.find("column"), *schema.find("chosen")};
}

std::vector<std::string_view> column_names(const TableSchema& schema) {
  std::vector<std::string_view> names;
  for (const Field& field : schema.fields) names.push_back(field.name);
  return names;
}

Fault not_in(std::string_view text,
             const std::string& where,
             const std::vector<std::string_view>& known) {
  return {in_quotes(text) + " is not " + where, maybe(nearest(text, known).value_or(""))};
}

// The whole keys of every row, for each table, made once when first asked for.
class RowKeys {
 public:
  explicit RowKeys(const Draft& draft) : draft_{&draft} {}

  const std::set<std::string>& of(std::string_view table) {
    const auto [place, is_new] = keys_.try_emplace(table);
    if (!is_new) return place->second;
    const DraftTable& rows = draft_->table(table);
    for (const DraftRow& row : rows.rows) {
      if (const auto key = key_of(*rows.schema, row)) place->second.insert(joined(*key, ","));
    }
    return place->second;
  }

 private:
  const Draft* draft_;
  std::map<std::string_view, std::set<std::string>> keys_;
};

}  // namespace

void check_claims(const Draft& draft, Problems& problems) {
  const DraftTable& claims = draft.table("claims");
  const ClaimFields at = claim_fields(*claims.schema);
  RowKeys keys{draft};
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> chosen;
  for (const DraftRow& row : claims.rows) {
    const std::string& key = row.cells[at.key].text;
    const std::string& column = row.cells[at.column].text;
    const TableSchema* target = find_schema(row.cells[at.table].text);
    if (target == nullptr || key.empty() || column.empty()) continue;  // said elsewhere
    const std::string table_name{target->name};
    const auto report = [&](std::size_t field, Fault fault) {
      problems.push_back(at_cell(*claims.schema, row, field, std::move(fault)));
    };
    if (!target->find(column)) {
      report(at.column, not_in(column, "a column of " + table_name, column_names(*target)));
    }
    const auto& known = keys.of(target->name);
    if (!known.contains(key) && !draft.table(target->name).unread) {
      report(at.key, not_in(key, "in " + table_name, {known.begin(), known.end()}));
    }
    if (row.cells[at.chosen].text == "true" && !chosen.emplace(target->name, key, column).second) {
      report(at.chosen, {"another claim on the same cell is chosen already", ""});
    }
  }
}

}  // namespace muster::check
