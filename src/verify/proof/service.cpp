// SPDX-License-Identifier: Apache-2.0
#include "verify/proof/service.hpp"

#include <algorithm>

#include "judge/judge.hpp"

namespace muster::verify {
namespace {

// The days on which the offer and the requirement are there.
Period shared_window(const Prices& prices, Id<Offer> id, const Requirement& requirement) {
  const Offer& offer = prices.scenario->offers[id];
  Period window = requirement.period;
  if (offer.from) window.from = std::max(window.from, *offer.from);
  if (const auto until = prices.scenario.usable_until(offer, prices.counting))
    window.until = std::min(window.until, *until);
  return window;
}

// Spares asking judge about tours that it cannot allow.
void narrow(const Prices& prices, const Unit& unit, const Period& window, Service& service) {
  const Offer& offer = prices.scenario->offers[service.offer];
  const Requirement& requirement = prices.scenario->requirements[service.requirement];
  service.first = prices.at_or_after(window.from);
  service.last = prices.at_or_after(window.until + Days{1});
  service.last -= service.last > 0 ? 1 : 0;
  service.longest = window.length().count();
  service.shortest = std::max(1, offer.minimum_days.value_or(1));
  // On an indivisible requirement there is the one tour, or, where the window is narrower, none.
  if (requirement.indivisible)
    service.shortest = std::max(service.shortest, requirement.period.length().count());
  if (!unit.policy || requirement.kind != RequirementKind::presence) return;
  const Policy& policy = prices.scenario->policies[*unit.policy];
  service.longest =
      std::min<std::int64_t>(service.longest, policy.tour_max_days.value_or(service.longest));
  if (policy.total_days && policy.total_within_days
      && *policy.total_days < *policy.total_within_days)
    service.longest = std::min<std::int64_t>(service.longest, *policy.total_days);
  service.shortest =
      std::max<std::int64_t>(service.shortest, policy.tour_min_days.value_or(service.shortest));
}

// The days on which judge allows no tour of the service: closed seasons, those before a condition
// is met, and those that pins forbid. Rising.
std::vector<Period> closed_days(const Prices& prices, const Service& service, Period window) {
  const Tour whole{service.offer, service.requirement, window, service.quantity};
  std::vector<Period> closed;
  for (const auto& broken : judge::check_tour(prices.scenario, prices.counting, whole))
    if (broken.rule == judge::Rule::caveat || broken.rule == judge::Rule::condition
        || broken.rule == judge::Rule::pins)
      closed.push_back(broken.days);
  std::ranges::sort(closed, {}, &Period::from);
  return closed;
}

// What is left of a window between the days on which it is closed.
std::vector<Period> open_stretches(const Prices& prices, const Service& service, Period window) {
  const Offer& offer = prices.scenario->offers[service.offer];
  const bool is_pinned = !prices.scenario->pins_of[offer.unit].empty();
  if (offer.caveats.empty() && !offer.condition && !is_pinned) return {window};
  std::vector<Period> open;
  for (const Period& closed : closed_days(prices, service, window)) {
    if (window.from < closed.from) open.push_back({window.from, closed.from});
    window.from = std::max(window.from, closed.until);
  }
  if (window.from < window.until) open.push_back(window);
  return open;
}

Service make_service(const Prices& prices, const Unit& unit, Id<Offer> offer, Id<Requirement> id) {
  const Scenario& scenario = prices.scenario;
  const Requirement& requirement = scenario->requirements[id];
  Service service;
  service.offer = offer;
  service.requirement = id;
  service.quantity = unit.divisible ? 1 : scenario->offers[offer].quantity;
  service.amount = scenario.contribution(offer, id, service.quantity).count();
  if (!unit.divisible)
    service.amount = std::min<Wide>(service.amount, requirement.quantity->count());
  service.persons =
      judge::persons_of(scenario, {offer, id, requirement.period, service.quantity}).count();
  service.overlap_days = requirement.overlap_days;
  service.held = &prices.in_force.held(offer, id);
  service.sums = &prices.requirement[id];
  if (scenario->futures.size() > 0) {
    service.of_own = std::make_shared<const Sums>(prices.sums_for(offer, id));
    service.sums = service.of_own.get();
  }
  return service;
}

// Whether tours of the offer can serve the requirement.
bool is_served(const Prices& prices, Id<Offer> offer, Id<Requirement> id) {
  const Requirement& requirement = prices.scenario->requirements[id];
  return requirement.quantity && requirement.kind != RequirementKind::delivery
         && judge::may_serve(prices.scenario, prices.counting, offer, id);
}

// One for each open stretch.
void add_services(const Prices& prices,
                  const Unit& unit,
                  Id<Offer> offer,
                  Id<Requirement> id,
                  std::vector<Service>& services) {
  if (!is_served(prices, offer, id)) return;
  Service service = make_service(prices, unit, offer, id);
  const Period window = shared_window(prices, offer, prices.scenario->requirements[id]);
  for (const Period& stretch : open_stretches(prices, service, window)) {
    narrow(prices, unit, stretch, service);
    services.push_back(service);
  }
}

}  // namespace

Wide entry_points(const Prices& prices, Id<Unit> unit, const std::vector<Id<Offer>>& offers) {
  const Scenario& scenario = prices.scenario;
  std::optional<Wide> once;
  for (const auto id : offers) {
    const Offer& offer = scenario->offers[id];
    if (!judge::counts(scenario, prices.counting, offer)) continue;
    Wide points = later_rates(offer, prices.scales).once;
    if (offer.budget) points += Wide{prices.certificate.budget[*offer.budget]} * cost_once(offer);
    once = std::min(once.value_or(points), points);
  }
  return activation_points(scenario->units[unit], prices.scales) + once.value_or(0);
}

std::vector<Service> services_of(const Prices& prices,
                                 Id<Unit> unit,
                                 const std::vector<Id<Offer>>& offers) {
  std::vector<Service> services;
  for (const auto offer : offers)
    for (const auto id : prices.scenario.useful_for(offer))
      add_services(prices, prices.scenario->units[unit], offer, id, services);
  return services;
}

std::vector<Service> services_on(const Prices& prices, Id<Requirement> id) {
  const Scenario& scenario = prices.scenario;
  const auto unit_of = [&](Id<Offer> offer) { return scenario->offers[offer].unit; };
  std::vector<Id<Offer>> offers = scenario.useful(scenario->requirements[id].capability);
  std::ranges::stable_sort(offers, {}, unit_of);
  std::vector<Service> services;
  for (const auto offer : offers)
    add_services(prices, scenario->units[unit_of(offer)], offer, id, services);
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
