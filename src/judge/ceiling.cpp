// SPDX-License-Identifier: Apache-2.0
// ceiling: a nation has no more people on presence tours than it said it would. A unit on a double
// use counts once. Measured and allowed: persons.
#include <map>

#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"
#include "judge/uses.hpp"

namespace muster::judge {
namespace {

std::int64_t people_on(const Scenario& scenario,
                       const std::vector<Tour>& tours,
                       const Period& days) {
  std::map<Id<Unit>, std::int64_t> people;
  for (const Tour& tour : tours) {
    if (!overlaps(tour.period, days)) continue;
    const auto id = scenario->offers[tour.offer].unit;
    const std::int64_t count = persons_of(scenario, tour).count();
    people[id] = scenario->units[id].divisible ? people[id] + count : std::max(people[id], count);
  }
  std::int64_t sum = 0;
  for (const auto& [unit, count] : people) sum += count;
  return sum;
}

std::vector<Tour> tours_of(const Scenario& scenario, const Plan& plan, Id<Nation> nation) {
  std::vector<Tour> tours;
  for (const Tour& tour : plan.tours)
    if (scenario->units[scenario->offers[tour.offer].unit].nation == nation) tours.push_back(tour);
  return tours;
}

}  // namespace

void check_ceilings(const Scenario& scenario,
                    const Plan& plan,
                    std::vector<Violation>& violations) {
  for (const auto id : scenario->ceilings.ids()) {
    const Ceiling& ceiling = scenario->ceilings[id];
    const std::vector<Tour> tours = tours_of(scenario, plan, ceiling.nation);
    const auto days_of = [](const Tour& tour) { return tour.period; };
    for (const Period& days : stretches_of(ceiling.period, tours, days_of)) {
      const std::int64_t people = people_on(scenario, tours, days);
      if (people > ceiling.personnel.count())
        add_joined(violations,
                   {.rule = Rule::ceiling,
                    .offer = {},
                    .other = {},
                    .requirement = {},
                    .days = days,
                    .measured = people,
                    .allowed = ceiling.personnel.count(),
                    .source = ceiling.source});
    }
  }
}

}  // namespace muster::judge
