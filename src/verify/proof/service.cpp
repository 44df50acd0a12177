// SPDX-License-Identifier: Apache-2.0
#include "verify/proof/service.hpp"

#include <algorithm>

#include "judge/judge.hpp"

namespace muster::verify {
namespace {

// On an indivisible requirement there is the one tour, or, where the window leaves some of it out,
// none.
void narrow_to_whole(const Prices& prices, const Period& window, Service& service) {
  const Period& period = prices.scenario->requirements[service.requirement].period;
  service.whole = true;
  service.first = prices.at_or_after(period.from);
  service.last = window == period ? prices.at_or_after(period.until) : service.first;
}

// Spares asking judge about tours that it cannot allow.
void narrow(const Prices& prices, const Unit& unit, Service& service) {
  const Offer& offer = prices.scenario->offers[service.offer];
  const Requirement& requirement = prices.scenario->requirements[service.requirement];
  Period window = requirement.period;
  if (offer.from) window.from = std::max(window.from, *offer.from);
  if (const auto until = prices.scenario.usable_until(offer, prices.counting))
    window.until = std::min(window.until, *until);
  service.first = prices.at_or_after(window.from);
  service.last = prices.at_or_after(window.until + Days{1});
  service.last -= service.last > 0 ? 1 : 0;
  service.longest = window.length().count();
  if (requirement.indivisible) narrow_to_whole(prices, window, service);
  if (!unit.policy || requirement.kind != RequirementKind::presence) return;
  const auto most = prices.scenario->policies[*unit.policy].tour_max_days;
  if (most) service.longest = std::min<std::int64_t>(service.longest, *most);
}

Service make_service(const Prices& prices, const Unit& unit, Id<Offer> offer, Id<Requirement> id) {
  const Scenario& scenario = prices.scenario;
  const Requirement& requirement = scenario->requirements[id];
  Service service{.offer = offer, .requirement = id, .held = {}};
  service.quantity = unit.divisible ? 1 : scenario->offers[offer].quantity;
  service.amount = scenario.contribution(offer, id, service.quantity).count();
  if (!unit.divisible)
    service.amount = std::min<Wide>(service.amount, requirement.quantity->count());
  service.persons =
      judge::persons_of(scenario, {offer, id, requirement.period, service.quantity}).count();
  narrow(prices, unit, service);
  service.held = judge::held_in(prices.in_force, offer, id);
  return service;
}

}  // namespace

Wide entry_points(const Prices& prices, Id<Unit> unit, const std::vector<Id<Offer>>& offers) {
  const Scenario& scenario = prices.scenario;
  std::optional<std::int64_t> once;
  for (const auto id : offers) {
    const Offer& offer = scenario->offers[id];
    if (!judge::counts(scenario, prices.counting, offer)) continue;
    const std::int64_t points = later_rates(offer, prices.scales).once;
    once = std::min(once.value_or(points), points);
  }
  return activation_points(scenario->units[unit], prices.scales) + once.value_or(0);
}

std::vector<Service> services_of(const Prices& prices,
                                 Id<Unit> unit,
                                 const std::vector<Id<Offer>>& offers) {
  std::vector<Service> services;
  for (const auto offer : offers)
    for (const auto id : prices.scenario->requirements.ids()) {
      const Requirement& requirement = prices.scenario->requirements[id];
      const bool planned = requirement.quantity && requirement.kind != RequirementKind::delivery;
      if (planned && judge::may_serve(prices.scenario, prices.counting, offer, id))
        services.push_back(make_service(prices, prices.scenario->units[unit], offer, id));
    }
  return services;
}

Tour tour_of(const Prices& prices, const Service& service, std::size_t i, std::size_t j) {
  return {service.offer, service.requirement, {prices.grid[i], prices.grid[j]}, service.quantity};
}

bool is_allowed(const Prices& prices, const Service& service, std::size_t i, std::size_t j) {
  const Tour tour = tour_of(prices, service, i, j);
  return prices.at(judge::counted_days(prices.scenario, tour).from)
         && judge::is_allowed(prices.scenario, prices.counting, tour);
}

}  // namespace muster::verify
