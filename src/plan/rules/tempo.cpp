// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "plan/rules/rules.hpp"

namespace muster::plan {

LengthLimits length_limits(const Scenario& scenario,
                           const Offer& offer,
                           const Requirement& requirement) {
  const Unit& unit = scenario->units[offer.unit];
  LengthLimits limits{1, std::numeric_limits<std::int32_t>::max()};
  limits.min_days = least_days(requirement);
  if (offer.minimum_days)
    limits.min_days = std::max<std::int64_t>(limits.min_days, *offer.minimum_days);
  if (!unit.policy || requirement.kind != RequirementKind::presence) return limits;
  const Policy& policy = scenario->policies[*unit.policy];
  if (policy.tour_min_days)
    limits.min_days = std::max<std::int64_t>(limits.min_days, *policy.tour_min_days);
  if (policy.tour_max_days) limits.max_days = *policy.tour_max_days;
  if (const auto total = total_rule(scenario, unit, requirement))
    limits.max_days = std::min(limits.max_days, longest_tour(*total).value_or(limits.max_days));
  return limits;
}

RestRule rest_rule(const Scenario& scenario, const Unit& unit, const Requirement& requirement) {
  const bool owes = unit.policy && !unit.divisible && requirement.kind == RequirementKind::presence;
  if (!owes) return {};
  const Policy& policy = scenario->policies[*unit.policy];
  return {policy.dwell_permille, policy.preparation_days + policy.recovery_days};
}

std::int64_t rest_after(const RestRule& rule, std::int64_t days) {
  constexpr std::int64_t permille = 1000;
  const std::int64_t dwell = (days * rule.dwell_permille + permille - 1) / permille;
  return std::max(dwell, rule.rest_days);
}

}  // namespace muster::plan
