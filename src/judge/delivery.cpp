// SPDX-License-Identifier: Apache-2.0
// delivery: equipment and money go to delivery requirements, and only they do. All that comes of an
// offer goes to one requirement and is no more than was offered; a row of the data with a day,
// neither lost nor returned, comes as that row says wherever its offer is used; the rest comes
// within the offer's window and before the requirement ends. Measured and allowed: quantity;
// requirements (allowed 1); days outside (allowed 0); 1 use of the wrong kind (allowed 0).
#include <algorithm>
#include <map>

#include "judge/rules/rules.hpp"

namespace muster::judge {
namespace {

using Planned = std::vector<PlannedDelivery>;

bool is_fixed(const Delivery& row) {
  return row.on && row.state != DeliveryState::lost && row.state != DeliveryState::returned;
}

std::int64_t fixed_quantity(const Scenario& scenario, Id<Offer> offer) {
  std::int64_t sum = 0;
  for (const auto id : scenario->deliveries.ids()) {
    const Delivery& row = scenario->deliveries[id];
    if (row.offer == offer && is_fixed(row)) sum += row.quantity;
  }
  return sum;
}

Violation broken(const Planned& planned,
                 std::int64_t measured,
                 std::int64_t allowed,
                 const std::string& source) {
  const auto [first, last] = std::ranges::minmax(planned, {}, &PlannedDelivery::on);
  return {.rule = Rule::delivery,
          .offer = planned.front().offer,
          .other = {},
          .requirement = planned.front().requirement,
          .days = {first.on, last.on + Days{1}},
          .measured = measured,
          .allowed = allowed,
          .source = source};
}

void check_one_requirement(const Scenario& scenario,
                           const Planned& planned,
                           std::vector<Violation>& violations) {
  std::vector<Id<Requirement>> requirements;
  for (const PlannedDelivery& delivery : planned) requirements.push_back(delivery.requirement);
  std::ranges::sort(requirements);
  const auto repeated = std::ranges::unique(requirements);
  requirements.erase(repeated.begin(), repeated.end());
  const auto count = static_cast<std::int64_t>(requirements.size());
  if (count > 1)
    violations.push_back(broken(planned, count, 1, scenario->offers[planned.front().offer].source));
}

// What no row fixes is at most what the rows leave of the offer.
void check_rest_of_offer(const Scenario& scenario,
                         const Planned& planned,
                         std::vector<Violation>& violations) {
  const Offer& offer = scenario->offers[planned.front().offer];
  const std::int64_t left = offer.quantity - fixed_quantity(scenario, planned.front().offer);
  std::int64_t chosen = 0;
  for (const PlannedDelivery& delivery : planned)
    if (!delivery.delivery) chosen += delivery.quantity;
  if (chosen > std::max<std::int64_t>(0, left))
    violations.push_back(broken(planned, chosen, std::max<std::int64_t>(0, left), offer.source));
}

// Where an offer is used, each of its fixed rows comes exactly once.
void check_fixed_rows(const Scenario& scenario,
                      const Planned& planned,
                      std::vector<Violation>& violations) {
  for (const auto id : scenario->deliveries.ids()) {
    const Delivery& row = scenario->deliveries[id];
    if (row.offer != planned.front().offer || !is_fixed(row)) continue;
    const auto times = std::ranges::count_if(
        planned, [&](const PlannedDelivery& delivery) { return delivery.delivery == id; });
    if (times == 1) continue;
    Violation violation = broken(planned, times * row.quantity, row.quantity, row.source);
    violation.days = {*row.on, *row.on + Days{1}};
    violations.push_back(std::move(violation));
  }
}

void check_row(const Candidate& candidate, const PlannedDelivery& delivery, Findings& found) {
  const Delivery& row = candidate.scenario->deliveries[*delivery.delivery];
  const Period& day = candidate.tour.period;
  if (row.offer != delivery.offer || !is_fixed(row)) {
    found.add({Rule::delivery, day, 1, 0, row.source});
    return;
  }
  if (delivery.quantity != row.quantity)
    found.add({Rule::delivery, day, delivery.quantity, row.quantity, row.source});
  if (delivery.on != *row.on)
    found.add({Rule::delivery, day, std::abs((delivery.on - *row.on).count()), 0, row.source});
}

void check_choice(const Candidate& candidate, const PlannedDelivery& delivery, Findings& found) {
  const Offer& offer = candidate.offer;
  const Requirement& requirement = candidate.requirement;
  check_inside(candidate,
               {Rule::delivery, requirement.source},
               std::nullopt,
               requirement.period.until,
               found);
  check_inside(candidate, {Rule::delivery, offer.source}, offer.from, offer.until, found);
  check_condition_day(candidate, found);
  check_budget_period(candidate, found);
  if (delivery.quantity < 1)
    found.add({Rule::delivery, candidate.tour.period, delivery.quantity, 1, offer.source});
}

}  // namespace

void check_kind(const Candidate& candidate, Findings& found) {
  if (candidate.requirement.kind == RequirementKind::delivery)
    found.add({Rule::delivery, candidate.tour.period, 1, 0, candidate.requirement.source});
}

void check_delivery_days(const Candidate& candidate,
                         const PlannedDelivery& delivery,
                         Findings& found) {
  if (candidate.requirement.kind != RequirementKind::delivery)
    found.add({Rule::delivery, candidate.tour.period, 1, 0, candidate.requirement.source});
  if (delivery.delivery)
    check_row(candidate, delivery, found);
  else
    check_choice(candidate, delivery, found);
}

void check_delivered(const Scenario& scenario,
                     const Plan& plan,
                     std::vector<Violation>& violations) {
  std::map<Id<Offer>, Planned> by_offer;
  for (const PlannedDelivery& delivery : plan.deliveries)
    by_offer[delivery.offer].push_back(delivery);
  for (const auto& [offer, planned] : by_offer) {
    check_one_requirement(scenario, planned, violations);
    check_rest_of_offer(scenario, planned, violations);
    check_fixed_rows(scenario, planned, violations);
  }
}

}  // namespace muster::judge
