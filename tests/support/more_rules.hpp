// SPDX-License-Identifier: Apache-2.0
// A generated situation with rules that the generator does not invent: activation of units,
// indivisible requirements, lists of requirements, totals of days.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/random.hpp"

#include "model/cell_value.hpp"
#include "model/draft.hpp"

namespace muster::support {

[[nodiscard]] inline std::string& cell_of(DraftTable& table,
                                          DraftRow& row,
                                          std::string_view field) {
  return row.cells.at(table.schema->find(field).value()).text;
}

inline void add_totals(Draft& draft, Random& random) {
  DraftTable& policies = draft.table("policies");
  for (DraftRow& row : policies.rows) {
    if (random.below(2) == 0) continue;
    const std::int64_t least = parse_whole(cell_of(policies, row, "tour_min_days")).value_or(1);
    const std::int64_t total = least + random.between(30, 200);
    cell_of(policies, row, "total_days") = std::to_string(total);
    cell_of(policies, row, "total_within_days") = std::to_string(total + random.between(0, 300));
  }
}

inline void add_lists(Draft& draft, Random& random) {
  const auto& requirements = draft.table("requirements").rows;
  for (const DraftRow& offer : draft.table("offers").rows) {
    if (random.below(4) != 0) continue;
    std::vector<std::string> keys;
    for (int k = 0; k < 4; ++k)
      keys.push_back(requirements[random.below(requirements.size())].cells[0].text);
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    for (const std::string& key : keys)
      draft.add("caveats",
                {{"offer", offer.cells[0].text}, {"rule", "only_requirement"}, {"value", key}});
  }
}

[[nodiscard]] inline Draft with_more_rules(Draft draft, std::uint64_t seed) {
  Random random{seed};
  DraftTable& units = draft.table("units");
  for (DraftRow& row : units.rows)
    if (random.below(2) == 0)
      cell_of(units, row, "activation_eur") = std::to_string(random.between(1, 5'000'000));
  DraftTable& requirements = draft.table("requirements");
  for (DraftRow& row : requirements.rows)
    if (random.below(5) == 0 && cell_of(requirements, row, "kind") != "delivery")
      cell_of(requirements, row, "indivisible") = "true";
  add_lists(draft, random);
  add_totals(draft, random);
  return draft;
}

}  // namespace muster::support
