// SPDX-License-Identifier: Apache-2.0
// availability: a unit is in one place at a time, whole; so are units of which one is a part of the
// other. A divisible unit may be in several, with no more than it has, nor of an offer more than it
// offers. A declared double use lets one offer of a unit serve two requirements over exactly the
// same days. Measured and allowed: tours at once (allowed 1), or the quantity.
#include <algorithm>
#include <map>

#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"

namespace muster::judge {
namespace {

using Tours = std::vector<Tour>;

Id<Unit> unit_of(const Scenario& scenario, const Tour& tour) {
  return scenario->offers[tour.offer].unit;
}

bool is_declared(const Scenario& scenario, const Tour& a, const Tour& b) {
  const auto unit = unit_of(scenario, a);
  return std::ranges::any_of(scenario->double_uses, [&](const DoubleUse& use) {
    if (use.unit != unit) return false;
    return (use.requirement == a.requirement && use.also == b.requirement)
           || (use.requirement == b.requirement && use.also == a.requirement);
  });
}

// Whether one unit may be on both tours at once.
bool is_double_use(const Scenario& scenario, const Tour& a, const Tour& b) {
  return a.offer == b.offer && a.period == b.period && is_declared(scenario, a, b);
}

bool are_apart(const Scenario& scenario, const Tour& a, const Tour& b) {
  const auto unit = unit_of(scenario, a);
  const auto other = unit_of(scenario, b);
  if (unit == other) return scenario->units[unit].divisible;
  return !scenario.is_kin(unit, other);
}

void add_clash(const Scenario& scenario,
               const Tour& tour,
               const Tour& other,
               std::int64_t at_once,
               std::vector<Violation>& violations) {
  violations.push_back({.rule = Rule::availability,
                        .offer = other.offer,
                        .other = tour.offer,
                        .requirement = other.requirement,
                        .days = shared_days(tour.period, other.period),
                        .measured = at_once,
                        .allowed = at_once - 1,
                        .source = scenario->units[unit_of(scenario, other)].source});
}

Id<Unit> topmost(const Scenario& scenario, Id<Unit> unit) {
  std::optional<Id<Unit>> above = unit;
  for (; above; above = scenario->units[unit].part_of) unit = *above;
  return unit;
}

// Tours of units that may be in each other's way: by the topmost unit of which theirs is a part.
std::map<Id<Unit>, Tours> by_family(const Scenario& scenario, const Plan& plan) {
  std::map<Id<Unit>, Tours> families;
  for (const Tour& tour : plan.tours) {
    families[topmost(scenario, unit_of(scenario, tour))].push_back(tour);
  }
  for (auto& [top, tours] : families)
    std::ranges::sort(
        tours, {}, [](const Tour& tour) { return std::pair{tour.period.from, tour}; });
  return families;
}

// A double use is of two tours: the third at once is one too many, whatever is declared.
void check_one_place(const Scenario& scenario,
                     const Tours& tours,
                     std::vector<Violation>& violations) {
  for (std::size_t a = 0; a < tours.size(); ++a) {
    std::int64_t at_once = 1;
    for (std::size_t b = a + 1; b < tours.size() && tours[b].period.from < tours[a].period.until;
         ++b) {
      if (!overlaps(tours[a].period, tours[b].period)) continue;
      if (are_apart(scenario, tours[a], tours[b])) continue;
      const bool second = at_once == 1 && is_double_use(scenario, tours[a], tours[b]);
      ++at_once;
      if (!second) add_clash(scenario, tours[a], tours[b], at_once, violations);
    }
  }
}

// Σ quantities of tours at once against `most`.
void check_quantities(const Tours& tours,
                      std::int64_t most,
                      const std::string& source,
                      std::vector<Violation>& violations) {
  Period whole = tours.front().period;
  for (const Tour& tour : tours)
    whole = {std::min(whole.from, tour.period.from), std::max(whole.until, tour.period.until)};
  for (const Period& days : stretches_of(whole, tours, [](const Tour& t) { return t.period; })) {
    std::int64_t used = 0;
    const Tour* last = nullptr;
    for (const Tour& tour : tours) {
      if (!overlaps(tour.period, days)) continue;
      used += tour.quantity;
      last = &tour;
    }
    if (used > most)
      add_joined(violations,
                 {.rule = Rule::availability,
                  .offer = last->offer,
                  .other = {},
                  .requirement = last->requirement,
                  .days = days,
                  .measured = used,
                  .allowed = most,
                  .source = source});
  }
}

void check_divisible(const Scenario& scenario,
                     const Plan& plan,
                     std::vector<Violation>& violations) {
  std::map<Id<Unit>, Tours> by_unit;
  std::map<Id<Offer>, Tours> by_offer;
  for (const Tour& tour : plan.tours) {
    if (!scenario->units[unit_of(scenario, tour)].divisible) continue;
    by_unit[unit_of(scenario, tour)].push_back(tour);
    by_offer[tour.offer].push_back(tour);
  }
  for (const auto& [unit, tours] : by_unit)
    check_quantities(
        tours, scenario->units[unit].quantity, scenario->units[unit].source, violations);
  for (const auto& [offer, tours] : by_offer)
    if (scenario->offers[offer].quantity < scenario->units[scenario->offers[offer].unit].quantity)
      check_quantities(
          tours, scenario->offers[offer].quantity, scenario->offers[offer].source, violations);
}

}  // namespace

void check_quantity(const Candidate& candidate, Findings& found) {
  const std::int64_t quantity = candidate.tour.quantity;
  const std::int64_t most = candidate.offer.quantity;
  const std::int64_t least = candidate.unit.divisible ? 1 : most;
  if (quantity < least)
    found.add({Rule::availability, candidate.tour.period, quantity, least, candidate.offer.source});
  else if (quantity > most)
    found.add({Rule::availability, candidate.tour.period, quantity, most, candidate.offer.source});
}

void check_availability(const Scenario& scenario,
                        const Plan& plan,
                        std::vector<Violation>& violations) {
  for (const auto& [top, tours] : by_family(scenario, plan))
    check_one_place(scenario, tours, violations);
  check_divisible(scenario, plan, violations);
}

}  // namespace muster::judge
