// SPDX-License-Identifier: Apache-2.0
#include "source/key.hpp"

#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

bool has_value(const Finding& finding, const KeyRow& row) {
  return folded(finding.value) == folded(row.value);
}

bool matches(const Finding& finding, const KeyRow& row) {
  return finding.kind == row.kind && finding.place == row.place
         && (finding.kind == Kind::promise || has_value(finding, row));
}

}  // namespace

Comparison compare(const std::vector<Finding>& findings, const std::vector<KeyRow>& key) {
  Comparison comparison;
  for (const Kind kind : all_kinds) comparison.scores.push_back({kind, 0, 0, 0, 0});
  const auto score = [&](Kind kind) -> Score& {
    return comparison.scores[static_cast<std::size_t>(kind)];
  };
  std::vector<bool> taken(key.size(), false);
  for (const Finding& finding : findings) {
    Score& of_kind = score(finding.kind);
    ++of_kind.found;
    std::size_t row = 0;
    while (row < key.size() && (taken[row] || !matches(finding, key[row]))) ++row;
    if (row == key.size()) {
      comparison.wrong.push_back(finding);
      continue;
    }
    taken[row] = true;
    ++of_kind.right;
    if (has_value(finding, key[row])) ++of_kind.whole;
  }
  for (std::size_t row = 0; row < key.size(); ++row) {
    ++score(key[row].kind).in_key;
    if (!taken[row]) comparison.missed.push_back(key[row]);
  }
  return comparison;
}

}  // namespace muster::source
