// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "plan/rules/rules.hpp"

namespace muster::plan {

std::optional<TotalRule> total_rule(const Scenario& scenario,
                                    const Unit& unit,
                                    const Requirement& requirement) {
  if (!unit.policy || requirement.kind != RequirementKind::presence) return std::nullopt;
  const Policy& policy = scenario->policies[*unit.policy];
  if (!policy.total_days || !policy.total_within_days) return std::nullopt;
  return TotalRule{*policy.total_days, *policy.total_within_days};
}

std::optional<std::int64_t> longest_tour(const TotalRule& rule) {
  if (rule.within_days <= rule.most_days) return std::nullopt;
  return rule.most_days;
}

// A span that ends with a tour is the fullest of those that end within it. With two hands: tours
// from `first` on still reach into the span that ends with the present one.
bool keeps_total(const TotalRule& rule, std::span<const Period> tours) {
  std::size_t first = 0;
  std::int64_t served = 0;  // days of the tours from `first` to the present one
  for (const Period& tour : tours) {
    served += tour.length().count();
    const Day begin = tour.until - Days{rule.within_days};
    while (tours[first].until <= begin) served -= tours[first++].length().count();
    const std::int64_t outside = std::max<std::int64_t>(0, (begin - tours[first].from).count());
    if (served - outside > rule.most_days) return false;
  }
  return true;
}

}  // namespace muster::plan
