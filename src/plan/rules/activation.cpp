// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "model/goals.hpp"
#include "plan/rules/rules.hpp"

namespace muster::plan {

Table<Unit, std::int64_t> entry_points(const Scenario& scenario, Counting counting) {
  constexpr auto none = std::numeric_limits<std::int64_t>::max();
  const GoalScales scales = goal_scales(scenario);
  Table<Unit, std::int64_t> least{scenario->units.size(), none};
  for (const auto id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[id];
    if (!counts(scenario, offer, counting)) continue;
    least[offer.unit] = std::min(least[offer.unit], later_rates(offer, scales).once);
  }
  for (const auto id : scenario->units.ids()) {
    if (least[id] == none) least[id] = 0;
    least[id] += activation_points(scenario->units[id], scales);
  }
  return least;
}

}  // namespace muster::plan
