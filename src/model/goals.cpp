// SPDX-License-Identifier: Apache-2.0
#include "model/goals.hpp"

#include <algorithm>
#include <limits>

#include "model/futures.hpp"

namespace muster {
namespace {

// Saturates: what does not fit 64 bits cannot be reached by goals that are counted in 64 bits.
std::int64_t narrowed(Wide value) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  return value > Wide{most} ? most : static_cast<std::int64_t>(value);
}

struct Uses {
  bool tours = false;
  bool deliveries = false;
};

// By what requirements for a capability are filled.
Table<Capability, Uses> asked_uses(const Scenario& scenario) {
  Table<Capability, Uses> asked{scenario->capabilities.size()};
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Requirement& requirement = scenario->requirements[id];
    Uses& uses = asked[requirement.capability];
    const bool delivers = requirement.kind == RequirementKind::delivery;
    (delivers ? uses.deliveries : uses.tours) = true;
  }
  return asked;
}

// What each offer could serve at all, by what it contributes.
Table<Offer, Uses> possible_uses(const Scenario& scenario) {
  const auto asked = asked_uses(scenario);
  Table<Offer, Uses> uses{scenario->offers.size()};
  for (const Id<Capability> wanted : scenario->capabilities.ids())
    for (const Id<Offer> offer : scenario.useful(wanted)) {
      uses[offer].tours = uses[offer].tours || asked[wanted].tours;
      uses[offer].deliveries = uses[offer].deliveries || asked[wanted].deliveries;
    }
  return uses;
}

// How many tours of one piece of the unit may lie on one day: one, and one more for each declared
// double use.
std::int64_t tours_at_once(const Scenario& scenario, Id<Unit> unit) {
  const auto is_of_unit = [&](const DoubleUse& use) { return use.unit == unit; };
  return 1 + std::ranges::count_if(scenario->double_uses, is_of_unit);
}

// The most days that pieces of the offer can serve, and the most pieces (a day each, at the
// shortest).
struct Reach {
  Wide tour_days = 0;
  Wide tours = 0;
  Wide deliveries = 0;
};

Reach reach(const Scenario& scenario, Id<Offer> id, const Uses& uses) {
  const Offer& offer = scenario->offers[id];
  Reach most;
  if (uses.tours) {
    const Wide pieces = scenario->units[offer.unit].divisible ? offer.quantity : 1;
    const Wide days = scenario->horizon.length().count();
    const Wide at_once = pieces * tours_at_once(scenario, offer.unit);
    most.tour_days = at_once * days;
    most.tours = at_once * (days / std::max(1, offer.minimum_days.value_or(1)) + 1);
  }
  if (uses.deliveries) {
    const Measure measure = scenario->capabilities[offer.capability].measure;
    constexpr std::int64_t least_money = 1000;  // money moves in multiples of this
    most.deliveries = measure == Measure::money ? offer.quantity / least_money : offer.quantity;
  }
  return most;
}

Wide largest_cost(const Offer& offer, const Reach& most) {
  const Wide cost = offer.cost.value_or(Euros{}).count();
  switch (offer.cost_per) {
    case CostPer::day:
      return cost * (most.tour_days + most.deliveries);
    case CostPer::tour:
      return cost * (most.tours + most.deliveries);
    case CostPer::once:
      return cost;
  }
  return 0;
}

std::int64_t share_of(std::int64_t value, std::int64_t share, std::int64_t largest) {
  return narrowed(Wide{value} * share / largest);
}

}  // namespace

GoalScales goal_scales(const Scenario& scenario) {
  if (scenario->scales) return *scenario->scales;
  Wide firmness = 1;
  Wide cost = 1;
  Wide distance = 1;
  Table<Unit, char> is_useful{scenario->units.size(), false};
  const auto uses = possible_uses(scenario);
  for (const Id<Offer> id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[id];
    const Reach most = reach(scenario, id, uses[id]);
    is_useful[offer.unit] = is_useful[offer.unit] || most.tours + most.deliveries > 0;
    const Wide days = most.tour_days + most.deliveries;
    firmness += days * softness(offer.status);
    cost += largest_cost(offer, most);
    distance += days;
  }
  for (const Id<Unit> id : scenario->units.ids())
    if (is_useful[id]) cost += activation_cost(scenario->units[id]);
  GoalScales scales;
  scales.firmness = narrowed(firmness);
  scales.cost = narrowed(cost);
  scales.distance = narrowed(distance);
  // They weigh beside what is unmet in one future, which is summed over so many.
  const std::int64_t futures = counted_futures(*scenario);
  if (scenario->distance_weight)
    scales.new_day_points = *scenario->distance_weight * points_per_thousandth_day * futures;
  scales.excess_weight = futures;
  return scales;
}

std::int64_t excess_points(const FairShare& share, const GoalScales& scales) {
  return share.weight * scales.excess_weight * points_per_thousandth_day;
}

int softness(OfferStatus status) {
  switch (status) {
    case OfferStatus::in_place:
    case OfferStatus::committed:
      return 0;
    case OfferStatus::accepted:
      return 1;
    case OfferStatus::offered:
      return 2;
    case OfferStatus::intended:
      return 3;
    case OfferStatus::explored:
    case OfferStatus::rotated:
    case OfferStatus::withdrawn:
    case OfferStatus::lapsed:
    case OfferStatus::refused:
      return 4;
  }
  return 4;
}

PieceGoals piece_goals(const Offer& offer, std::int64_t days, std::int64_t days_new) {
  const std::int64_t cost = offer.cost.value_or(Euros{}).count();
  PieceGoals goals{.firmness = days * softness(offer.status), .cost = 0, .distance = days_new};
  if (offer.cost_per == CostPer::day) goals.cost = narrowed(Wide{cost} * days);
  if (offer.cost_per == CostPer::tour) goals.cost = cost;
  return goals;
}

std::int64_t cost_once(const Offer& offer) {
  return offer.cost_per == CostPer::once ? offer.cost.value_or(Euros{}).count() : 0;
}

std::int64_t points_per_new_day(const GoalScales& scales) {
  return scales.new_day_points.value_or(share_of(1, scales.distance_points, scales.distance));
}

LaterRates later_rates(const Offer& offer, const GoalScales& scales) {
  const std::int64_t cost =
      share_of(offer.cost.value_or(Euros{}).count(), scales.cost_points, scales.cost);
  LaterRates rates;
  rates.per_day = share_of(softness(offer.status), scales.firmness_points, scales.firmness);
  rates.per_new_day = points_per_new_day(scales);
  if (offer.cost_per == CostPer::day) rates.per_day += cost;
  if (offer.cost_per == CostPer::tour) rates.per_tour = cost;
  if (offer.cost_per == CostPer::once) rates.once = cost;
  return rates;
}

std::int64_t activation_cost(const Unit& unit) {
  return unit.activation.value_or(Euros{}).count();
}

std::int64_t activation_points(const Unit& unit, const GoalScales& scales) {
  return share_of(activation_cost(unit), scales.cost_points, scales.cost);
}

std::int64_t to_points(const LaterRates& rates, std::int64_t days, std::int64_t days_new) {
  return narrowed(Wide{rates.per_day} * days + Wide{rates.per_new_day} * days_new + rates.per_tour);
}

}  // namespace muster
