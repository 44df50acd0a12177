// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "explain/burden/sums.hpp"

namespace muster::explain {
Plan without(const Scenario& scenario, const Plan& plan, Id<Nation> nation) {
  Plan rest = plan;
  const auto gives = [&](const auto& part) {
    return scenario->offers[part.offer].nation == nation;
  };
  std::erase_if(rest.tours, gives);
  std::erase_if(rest.deliveries, gives);
  return rest;
}

// Only the lines that the nation serves are covered anew: the others lose nothing.
Withdrawal withdrawal_of(const Scenario& scenario,
                         const Plan& plan,
                         const judge::Verdict& verdict,
                         Id<Nation> nation) {
  Withdrawal gone;
  gone.nation = nation;
  Table<Requirement, char> touched{scenario->requirements.size()};
  const auto gives = [&](const auto& part) {
    const bool own = scenario->offers[part.offer].nation == nation;
    if (own) touched[part.requirement] = 1;
    return own;
  };
  gone.tours = static_cast<std::size_t>(std::ranges::count_if(plan.tours, gives));
  gone.deliveries = static_cast<std::size_t>(std::ranges::count_if(plan.deliveries, gives));
  Plan rest = without(scenario, plan, nation);
  const auto elsewhere = [&](const auto& part) { return touched[part.requirement] == 0; };
  std::erase_if(rest.tours, elsewhere);
  std::erase_if(rest.deliveries, elsewhere);
  const judge::Verdict left = judge::evaluate(scenario, rest, {});
  gone.before = gone.after = verdict.goals.unmet_plain;
  gone.weighted_before = gone.weighted_after = verdict.goals.unmet;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    if (touched[id] == 0) continue;
    LineLoss line{id, judge::unmet_in(verdict.coverage[id]), judge::unmet_in(left.coverage[id]), 0};
    const Wide lost = line.after - line.before;
    if (lost == 0) continue;
    line.weighted = lost * scenario->priorities[scenario->requirements[id].priority].weight;
    gone.after += lost;
    gone.weighted_after += line.weighted;
    gone.lines.push_back(line);
  }
  std::ranges::stable_sort(gone.lines, std::ranges::greater{}, &LineLoss::weighted);
  return gone;
}

}  // namespace muster::explain
