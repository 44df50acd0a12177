// SPDX-License-Identifier: Apache-2.0
// ceiling: a nation has no more people on presence tours than it said it would. A unit on a double
// use counts once. Measured and allowed: persons.
#include <algorithm>
#include <utility>

#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"
#include "judge/uses.hpp"

namespace muster::judge {
namespace {

Id<Unit> unit_of(const Scenario& scenario, const Tour& tour) {
  return scenario->offers[tour.offer].unit;
}

// `tours` of one unit stand beside each other.
std::int64_t people_on(const Scenario& scenario,
                       const std::vector<Tour>& tours,
                       const Period& days) {
  std::int64_t sum = 0, of_unit = 0;
  for (std::size_t i = 0; i < tours.size(); ++i) {
    const auto id = unit_of(scenario, tours[i]);
    if (i == 0 || id != unit_of(scenario, tours[i - 1])) sum += std::exchange(of_unit, 0);
    if (!overlaps(tours[i].period, days)) continue;
    const std::int64_t count = persons_of(scenario, tours[i]).count();
    of_unit = scenario->units[id].divisible ? of_unit + count : std::max(of_unit, count);
  }
  return sum + of_unit;
}

std::vector<Tour> tours_within(const Scenario& scenario, const Plan& plan, const Ceiling& ceiling) {
  std::vector<Tour> tours;
  for (const Tour& tour : plan.tours)
    if (overlaps(tour.period, ceiling.period)
        && scenario->units[unit_of(scenario, tour)].nation == ceiling.nation)
      tours.push_back(tour);
  std::ranges::stable_sort(tours, {}, [&](const Tour& tour) { return unit_of(scenario, tour); });
  return tours;
}

}  // namespace

void check_ceilings(const Scenario& scenario,
                    const Plan& plan,
                    std::vector<Violation>& violations) {
  for (const auto id : scenario->ceilings.ids()) {
    const Ceiling& ceiling = scenario->ceilings[id];
    const std::vector<Tour> tours = tours_within(scenario, plan, ceiling);
    if (tours.empty()) continue;
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
