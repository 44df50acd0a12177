// SPDX-License-Identifier: Apache-2.0
#include "app/folder/recording_checks.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.hpp"

namespace muster::app {

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
