// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "judge/judge.hpp"

namespace muster::judge {
namespace {

Wide unmet_of(const Scenario& scenario,
              const std::vector<Id<Priority>>& priorities,
              const Verdict& verdict) {
  Wide unmet = 0;
  for (const auto id : verdict.coverage.ids()) {
    if (std::ranges::find(priorities, scenario->requirements[id].priority) == priorities.end())
      continue;
    for (const Stretch& stretch : verdict.coverage[id])
      unmet += Wide{stretch.unmet().count()} * stretch.period.length().count();
  }
  return unmet;
}

}  // namespace

std::vector<Wide> tier_values(const Scenario& scenario,
                              const std::vector<Tier>& tiers,
                              const Verdict& verdict) {
  std::vector<Wide> values;
  for (const Tier& tier : tiers) {
    switch (tier.goal) {
      case TierGoal::unmet:
        values.push_back(unmet_of(scenario, tier.priorities, verdict));
        break;
      case TierGoal::excess:
        values.push_back(verdict.goals.excess);
        break;
      case TierGoal::firmness:
        values.emplace_back(verdict.goals.firmness);
        break;
      case TierGoal::cost:
        values.emplace_back(verdict.goals.cost);
        break;
      case TierGoal::distance:
        values.emplace_back(verdict.goals.distance);
        break;
    }
  }
  return values;
}

}  // namespace muster::judge
