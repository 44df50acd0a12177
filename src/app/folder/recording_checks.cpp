// SPDX-License-Identifier: Apache-2.0
#include "app/folder/recording_checks.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.hpp"

namespace muster::app {
namespace {

// What is stated, as rows on top of the ledger's, each with its place on the sheet.
DraftOverlay overlay_of(const std::vector<sheets::Statement>& statements,
                        const std::string& file,
                        bool by_table) {
  DraftOverlay overlay;
  overlay.operations.resize(overlay.rows.tables().size());
  overlay.stated.resize(overlay.rows.tables().size());
  for (const sheets::Statement& statement : statements) {
    DraftTable& table = overlay.rows.table(statement.table);
    const auto place = static_cast<std::size_t>(&table - overlay.rows.tables().data());
    overlay.rows.add(statement.table, {});
    DraftRow& row = table.rows.back();
    row.file = by_table ? file + ", " + statement.table : file;
    row.line = statement.row;
    std::vector<bool> stated(table.schema->fields.size(), false);
    for (const auto& [column, text] : statement.cells) {
      const std::size_t field = *table.schema->find(column);
      row.cells[field] = {text, statement.row, 0};
      stated[field] = true;
    }
    overlay.operations[place].push_back(statement.removes ? Operation::remove : Operation::put);
    overlay.stated[place].push_back(std::move(stated));
  }
  return overlay;
}

}  // namespace

Problems problems_with(const Draft& before,
                       const std::vector<sheets::Statement>& statements,
                       const std::string& file,
                       bool by_table) {
  const Result<Draft> after = apply(before, overlay_of(statements, file, by_table));
  return after ? new_problems(before, *after) : after.error();
}

Problems new_problems(const Draft& before, const Draft& after) {
  std::set<std::pair<std::string, std::string>> known;
  for (const Problem& problem : check_schema(before)) known.emplace(problem.column, problem.what);
  Problems found;
  for (Problem& problem : check_schema(after))
    if (!known.contains({problem.column, problem.what})) found.push_back(std::move(problem));
  return found;
}

std::string unknown_source(const Draft& draft, const std::string& source) {
  const std::string key = source.substr(0, source.find('#'));
  std::vector<std::string_view> known;
  for (const DraftRow& row : draft.table("sources").rows) known.push_back(row.cells[0].text);
  if (key.empty() || std::ranges::find(known, key) != known.end()) return {};
  const auto near = nearest(key, known);
  return near ? "Maybe " + std::string{*near} + "?"
              : "Record it first: muster ledger record … sources source=" + key + " title=…";
}

}  // namespace muster::app
