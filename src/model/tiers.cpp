// SPDX-License-Identifier: Apache-2.0
#include "model/tiers.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "model/goals.hpp"

namespace muster {
namespace {

// Those of requirements with a quantity, by weight, the heaviest first.
using ByWeight = std::map<std::int64_t, std::vector<Id<Priority>>, std::greater<>>;
ByWeight asked_priorities(const Scenario& scenario) {
  Table<Priority, char> is_asked{scenario->priorities.size(), 0};
  for (const auto id : scenario->requirements.ids()) {
    const Requirement& requirement = scenario->requirements[id];
    if (requirement.quantity && requirement.quantity->count() > 0)
      is_asked[requirement.priority] = 1;
  }
  ByWeight found;
  for (const auto id : scenario->priorities.ids())
    if (is_asked[id] != 0) found[scenario->priorities[id].weight].push_back(id);
  return found;
}

void put_weight(const Tier& tier, std::int64_t weight, Weighing& weighing) {
  for (const auto priority : tier.priorities) weighing.priority[priority] = weight;
  if (tier.goal == TierGoal::excess) weighing.scales.excess_weight = weight;
  if (tier.goal == TierGoal::firmness) weighing.scales.firmness_points = weight;
  if (tier.goal == TierGoal::cost) weighing.scales.cost_points = weight;
  if (tier.goal == TierGoal::distance) weighing.scales.distance_points = weight;
}

}  // namespace

std::string_view to_text(TierGoal value) {
  switch (value) {
    case TierGoal::unmet:
      return "unmet";
    case TierGoal::excess:
      return "excess";
    case TierGoal::firmness:
      return "firmness";
    case TierGoal::cost:
      return "cost";
    case TierGoal::distance:
      return "distance";
  }
  return "";
}

bool is_later(TierGoal goal) {
  return goal != TierGoal::unmet && goal != TierGoal::excess;
}

std::vector<Tier> tiers_of(const Scenario& scenario, const Plan& in_force) {
  std::vector<Tier> tiers;
  for (auto& [weight, priorities] : asked_priorities(scenario))
    tiers.push_back({TierGoal::unmet, priorities});
  if (scenario->fair_shares.size() > 0) tiers.push_back({TierGoal::excess, {}});
  tiers.push_back({TierGoal::firmness, {}});
  tiers.push_back({TierGoal::cost, {}});
  if (!in_force.tours.empty() || !in_force.deliveries.empty())
    tiers.push_back({TierGoal::distance, {}});
  return tiers;
}

std::int64_t points_each(TierGoal goal) {
  return is_later(goal) ? 1 : points_per_thousandth_day;
}

Scenario weighed(const Scenario& scenario,
                 const std::vector<Tier>& tiers,
                 const TierWeights& weights) {
  Weighing weighing{Table<Priority, std::int64_t>{scenario->priorities.size(), 0}, {}};
  weighing.scales.excess_weight = 0;
  weighing.scales.firmness_points = 0;
  weighing.scales.cost_points = 0;
  weighing.scales.distance_points = 0;
  for (std::size_t t = 0; t < std::min(tiers.size(), weights.size()); ++t)
    put_weight(tiers[t], weights[t], weighing);
  return scenario.weighed(weighing);
}

}  // namespace muster
