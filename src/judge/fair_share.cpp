// SPDX-License-Identifier: Apache-2.0
// Fair shares: the people of a nation's presence tours, times the days that they are there, a
// double use once. What is above the nation's share is its excess.
#include <algorithm>

#include "judge/judge.hpp"
#include "judge/uses.hpp"

namespace muster::judge {

Table<Nation, Wide> people_days(const Scenario& scenario, const Plan& plan) {
  Table<Nation, Wide> borne{scenario->nations.size(), 0};
  PeopleOnce people{scenario};
  for (const Tour& tour : plan.tours)
    borne[scenario->offers[tour.offer].nation] +=
        Wide{people.persons_of(tour).count()} * tour.period.length().count();
  return borne;
}

Wide excess(const Scenario& scenario, const Plan& plan) {
  if (scenario->fair_shares.size() == 0) return 0;
  const Table<Nation, Wide> borne = people_days(scenario, plan);
  Wide sum = 0;
  for (const auto id : scenario->fair_shares.ids()) {
    const FairShare& share = scenario->fair_shares[id];
    sum += share.weight * std::max<Wide>(0, borne[share.nation] - share.people_days);
  }
  return sum;
}

}  // namespace muster::judge
