// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "model/goals.hpp"
#include "plan/rules/rules.hpp"

namespace muster::plan {

Table<Unit, std::vector<EntryCost>> entry_costs(const Scenario& scenario, Counting counting) {
  const GoalScales scales = goal_scales(scenario);
  Table<Unit, std::vector<EntryCost>> costs{scenario->units.size()};
  for (const auto id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[id];
    if (!counts(scenario, offer, counting)) continue;
    EntryCost cost;
    cost.points =
        activation_points(scenario->units[offer.unit], scales) + later_rates(offer, scales).once;
    if (offer.budget && cost_once(offer) > 0) {
      cost.budget = offer.budget;
      cost.euros = cost_once(offer);
    }
    costs[offer.unit].push_back(cost);
  }
  for (const auto id : scenario->units.ids()) {
    std::ranges::sort(costs[id]);
    const auto repeated = std::ranges::unique(costs[id]);
    costs[id].erase(repeated.begin(), repeated.end());
  }
  return costs;
}

}  // namespace muster::plan
