// SPDX-License-Identifier: Apache-2.0
#include "judge/uses.hpp"

#include <algorithm>

#include "judge/rules/stretches.hpp"

namespace muster::judge {
namespace {

std::int64_t people_in(const Scenario& scenario, const Unit& unit) {
  if (unit.personnel) return unit.personnel->count();
  return scenario->capabilities[unit.capability].measure == Measure::person ? unit.quantity : 0;
}

bool is_at_or_below(const Scenario& scenario, Id<Capability> capability, Id<Capability> top) {
  std::optional<Id<Capability>> at = capability;
  while (at && *at != top) at = scenario->capabilities[*at].parent;
  return at.has_value();
}

std::vector<Period> joined(std::vector<Period> periods) {
  std::ranges::sort(periods, {}, &Period::from);
  std::vector<Period> result;
  for (const Period& period : periods) {
    if (!result.empty() && period.from <= result.back().until)
      result.back().until = std::max(result.back().until, period.until);
    else
      result.push_back(period);
  }
  return result;
}

}  // namespace

std::int64_t pieces_of(const Scenario& scenario, const Tour& tour) {
  return scenario->units[scenario->offers[tour.offer].unit].divisible ? tour.quantity : 1;
}

Persons persons_of(const Scenario& scenario, const Tour& tour) {
  if (scenario->requirements[tour.requirement].kind != RequirementKind::presence) return Persons{0};
  const Unit& unit = scenario->units[scenario->offers[tour.offer].unit];
  const std::int64_t people = people_in(scenario, unit);
  return Persons{unit.divisible ? people / unit.quantity * tour.quantity : people};
}

Persons PeopleOnce::persons_of(const Tour& tour) {
  const Persons persons = judge::persons_of(scenario_, tour);
  if (persons.count() == 0) return persons;
  const bool is_pool = scenario_->units[scenario_->offers[tour.offer].unit].divisible;
  const bool counts = is_pool || stays_.insert({tour.offer, tour.period.from}).second;
  return counts ? persons : Persons{0};
}

std::int64_t cost_of_piece(const Offer& offer, std::int64_t days) {
  if (!offer.cost || offer.cost_per == CostPer::once) return 0;
  return offer.cost->count() * (offer.cost_per == CostPer::day ? days : 1);
}

bool draws_on(const Scenario& scenario, Id<Stock> id, const Offer& offer, Day on) {
  const Stock& stock = scenario->stocks[id];
  if (offer.nation != stock.nation || on < stock.on) return false;
  if (!is_at_or_below(scenario, offer.capability, stock.capability)) return false;
  return std::ranges::none_of(scenario->stocks.ids(), [&](Id<Stock> other_id) {
    const Stock& other = scenario->stocks[other_id];
    return other.nation == stock.nation && other.capability == stock.capability
           && stock.on < other.on && other.on <= on;
  });
}

std::int64_t allowance(const Stock& stock) {
  return std::max<std::int64_t>(0, stock.quantity - stock.floor);
}

InForce::InForce(const Plan& plan) {
  for (const Tour& tour : plan.tours)
    held_[{tour.offer, tour.requirement}].tours.push_back(tour.period);
  for (const PlannedDelivery& delivery : plan.deliveries)
    held_[{delivery.offer, delivery.requirement}].deliveries.push_back(delivery.on);
  for (auto& [use, held] : held_) {
    held.tours = joined(std::move(held.tours));
    std::ranges::sort(held.deliveries);
  }
}

const Held& InForce::held(Id<Offer> offer, Id<Requirement> requirement) const {
  if (held_.empty()) return none_;
  const auto found = held_.find({offer, requirement});
  return found == held_.end() ? none_ : found->second;
}

std::int64_t new_days(const Held& held, const Period& period) {
  Days days = period.length();
  for (const Period& before : held.tours) days -= shared_days(before, period).length();
  return days.count();
}

bool is_new(const Held& held, Day delivery) {
  return !std::ranges::binary_search(held.deliveries, delivery);
}

bool is_empty(const Plan& plan) {
  return plan.tours.empty() && plan.deliveries.empty();
}

}  // namespace muster::judge
