// SPDX-License-Identifier: Apache-2.0
// Futures (model/futures.hpp): what is unmet in each, day-exact.
#include "model/futures.hpp"

#include "judge/judge.hpp"
#include "judge/rules/contributions.hpp"

namespace muster::judge {
namespace {

// What tours and deliveries add in a future.
Contributions left_of(const Scenario& scenario, const Plan& plan, const Future& future) {
  Contributions found{scenario->requirements.size()};
  std::vector<Contribution> whole;
  for (const Tour& tour : plan.tours) {
    whole.clear();
    add_contribution(scenario, tour, whole);
    for (const Contribution& part : whole)
      for (const Period& days : left_in(future, tour.offer, part.days))
        found[tour.requirement].push_back({days, part.amount, part.degree, part.nation});
  }
  for (PlannedDelivery delivery : plan.deliveries) {
    delivery.on = there_from(future, delivery.offer, delivery.on);
    add_contribution(scenario, delivery, found[delivery.requirement]);
  }
  return found;
}

Wide weighted_unmet(const Scenario& scenario, const Contributions& found) {
  Wide sum = 0;
  const auto coverage = cover(scenario, found);
  for (const auto id : coverage.ids())
    sum +=
        scenario->priorities[scenario->requirements[id].priority].weight * unmet_in(coverage[id]);
  return sum;
}

}  // namespace

std::vector<Wide> unmet_by_future(const Scenario& scenario, const Plan& plan) {
  std::vector<Wide> unmet;
  for (const auto id : scenario->futures.ids())
    unmet.push_back(weighted_unmet(scenario, left_of(scenario, plan, scenario->futures[id])));
  return unmet;
}

}  // namespace muster::judge
