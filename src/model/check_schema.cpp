// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/nearest.hpp"

#include "model/check/rows.hpp"
#include "model/draft.hpp"

namespace muster {
namespace {

// The keys that other tables may refer to, and the same in order for "Maybe …".
struct Keys {
  std::vector<std::string_view> listed;
  std::set<std::string_view> known;
  bool unread = false;
};
using KeysOf = std::map<std::string_view, Keys>;

KeysOf collect_keys(const Draft& draft) {
  KeysOf keys;
  for (const DraftTable& table : draft.tables()) {
    Keys& mine = keys[table.schema->name];
    mine.listed = check::first_keys(table);
    mine.known = {mine.listed.begin(), mine.listed.end()};
    mine.unread = table.unread;
  }
  return keys;
}

std::optional<check::Fault> check_reference(const ForeignKey& reference,
                                            std::string_view text,
                                            const Keys& keys) {
  const std::string_view key = reference.locator ? text.substr(0, text.find('#')) : text;
  if (text.empty() || keys.unread || keys.known.contains(key)) return std::nullopt;
  const auto meant = nearest(key, keys.listed);
  return check::Fault{check::in_quotes(key) + " is not in " + std::string{reference.table},
                      check::maybe(meant.value_or(""))};
}

// Of one cell at most one problem: what it is by itself, else what it refers to.
void check_row(const TableSchema& schema,
               const DraftRow& row,
               const KeysOf& keys,
               Problems& problems) {
  std::vector<bool> wrong(schema.fields.size(), false);
  for (std::size_t field = 0; field < schema.fields.size(); ++field) {
    auto fault = check::check_cell(schema.fields[field], row.cells[field].text);
    if (!fault) continue;
    wrong[field] = true;
    problems.push_back(check::at_cell(schema, row, field, std::move(*fault)));
  }
  for (const ForeignKey& reference : schema.foreign_keys) {
    if (wrong[reference.field]) continue;
    auto fault =
        check_reference(reference, row.cells[reference.field].text, keys.at(reference.table));
    if (!fault) continue;
    problems.push_back(check::at_cell(schema, row, reference.field, std::move(*fault)));
  }
}

void sort_by_place(Problems& problems) {
  std::ranges::stable_sort(problems, [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
}

}  // namespace

Problems check_schema(const Draft& draft) {
  const KeysOf keys = collect_keys(draft);
  Problems problems;
  for (const DraftTable& table : draft.tables()) {
    for (const DraftRow& row : table.rows) check_row(*table.schema, row, keys, problems);
    check::check_duplicates(table, problems);
    check::check_period(table, problems);
    check::check_tree(table, problems);
  }
  check::check_claims(draft, problems);
  sort_by_place(problems);
  return problems;
}

}  // namespace muster
