// SPDX-License-Identifier: Apache-2.0
#include "explain/ways/breaches.hpp"

#include <algorithm>
#include <set>

#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

void append(const std::vector<std::size_t>& more, std::vector<std::size_t>& to) {
  to.insert(to.end(), more.begin(), more.end());
}

void sort_and_join(std::vector<std::size_t>& indices) {
  std::ranges::sort(indices);
  const auto repeated = std::ranges::unique(indices);
  indices.erase(repeated.begin(), repeated.end());
}

template <class Things>
void take_away(const Things& some, Things& from) {
  for (const auto& one : some) {
    const auto found = std::ranges::find(from, one);
    if (found != from.end()) from.erase(found);
  }
}

bool is_touched(const Move& move, std::optional<Id<Requirement>> requirement) {
  const auto concerns = [&](const auto& use) { return use.requirement == requirement; };
  return std::ranges::any_of(move.added, concerns) || std::ranges::any_of(move.given_up, concerns)
         || std::ranges::any_of(move.delivered, concerns)
         || std::ranges::any_of(move.taken_back, concerns);
}

// Limits of a requirement are asked of all that serves it only where the move does.
bool is_of_another_line(const judge::Violation& violation, const Move& move) {
  const bool of_a_line =
      violation.rule == judge::Rule::nations || violation.rule == judge::Rule::lead_share;
  return of_a_line && !is_touched(move, violation.requirement);
}

bool is_same(const judge::Violation& a, const judge::Violation& b) {
  return a.rule == b.rule && a.offer == b.offer && a.other == b.other
         && a.requirement == b.requirement && a.days == b.days && a.measured == b.measured;
}

}  // namespace

Plan after(const Plan& plan, const Move& move) {
  Plan changed = plan;
  take_away(move.given_up, changed.tours);
  take_away(move.taken_back, changed.deliveries);
  changed.tours.insert(changed.tours.end(), move.added.begin(), move.added.end());
  changed.deliveries.insert(changed.deliveries.end(), move.delivered.begin(), move.delivered.end());
  std::ranges::sort(changed.tours);
  std::ranges::sort(changed.deliveries);
  return changed;
}

Disturbance::Disturbance(const Scenario& scenario,
                         const Plan& plan,
                         const judge::Verdict& verdict,
                         const PlanIndex& index)
    : scenario_{scenario},
      plan_{plan},
      verdict_{verdict},
      index_{index},
      tours_by_{scenario->nations.size()},
      deliveries_by_{scenario->nations.size()},
      tours_paid_{scenario->budgets.size()},
      deliveries_paid_{scenario->budgets.size()},
      deliveries_to_{scenario->requirements.size()} {
  for (std::size_t i = 0; i < plan.tours.size(); ++i) {
    const Offer& offer = scenario->offers[plan.tours[i].offer];
    tours_by_[offer.nation].push_back(i);
    if (offer.budget) tours_paid_[*offer.budget].push_back(i);
  }
  for (std::size_t i = 0; i < plan.deliveries.size(); ++i) {
    const Offer& offer = scenario->offers[plan.deliveries[i].offer];
    deliveries_by_[offer.nation].push_back(i);
    deliveries_to_[plan.deliveries[i].requirement].push_back(i);
    if (offer.budget) deliveries_paid_[*offer.budget].push_back(i);
  }
}

// Whether the people of all tours of its nation, each tour's counted apart, could be too many.
bool Disturbance::may_exceed_ceiling(const Tour& tour) const {
  if (scenario_->requirements[tour.requirement].kind != RequirementKind::presence) return false;
  const Offer& offer = scenario_->offers[tour.offer];
  const std::int64_t people = people_of(scenario_, offer, tour.quantity);
  for (const Id<Ceiling> id : scenario_->ceilings.ids()) {
    const Ceiling& ceiling = scenario_->ceilings[id];
    const Period days = overlap(ceiling.period, tour.period);
    if (ceiling.nation != offer.nation || days_in(days) == 0) continue;
    if (index_.most_deployed(offer.nation, days) + people > ceiling.personnel.count()) return true;
  }
  return false;
}

// Deliveries that the same budget pays are not counted: with any it may.
bool Disturbance::may_exceed_budget(const Tour& tour) const {
  const Offer& offer = scenario_->offers[tour.offer];
  if (!offer.budget) return false;
  const std::int64_t cost = cost_of(scenario_, offer, days_in(tour.period), tour.quantity);
  return !deliveries_paid_[*offer.budget].empty()
         || index_.spent(*offer.budget) + cost > scenario_->budgets[*offer.budget].amount;
}

void Disturbance::add_tours_beside(const Tour& tour, std::vector<std::size_t>& indices) const {
  const Offer& offer = scenario_->offers[tour.offer];
  append(index_.tours_of[offer.unit], indices);
  append(index_.tours_on[tour.requirement], indices);
  if (may_exceed_budget(tour)) append(tours_paid_[*offer.budget], indices);
  if (!may_exceed_ceiling(tour)) return;
  for (const std::size_t i : tours_by_[offer.nation])
    if (days_in(overlap(plan_.tours[i].period, tour.period)) > 0) indices.push_back(i);
}

void Disturbance::add_deliveries_beside(Id<Offer> id, std::vector<std::size_t>& indices) const {
  const Offer& offer = scenario_->offers[id];
  append(deliveries_by_[offer.nation], indices);
  if (offer.budget) append(deliveries_paid_[*offer.budget], indices);
}

Plan Disturbance::bystanders(const Move& move) const {
  std::vector<std::size_t> tours, deliveries;
  for (const Tour& tour : move.added) {
    add_tours_beside(tour, tours);
    const auto& budget = scenario_->offers[tour.offer].budget;
    if (budget) append(deliveries_paid_[*budget], deliveries);
  }
  for (const Tour& tour : move.given_up) append(index_.tours_on[tour.requirement], tours);
  for (const PlannedDelivery& delivery : move.taken_back)
    append(deliveries_to_[delivery.requirement], deliveries);
  for (const PlannedDelivery& delivery : move.delivered) {
    add_deliveries_beside(delivery.offer, deliveries);
    append(deliveries_to_[delivery.requirement], deliveries);
    const auto& budget = scenario_->offers[delivery.offer].budget;
    if (budget) append(tours_paid_[*budget], tours);
  }
  sort_and_join(tours);
  sort_and_join(deliveries);
  Plan beside{plan_.counting, {}, {}};
  for (const std::size_t i : tours) beside.tours.push_back(plan_.tours[i]);
  for (const std::size_t i : deliveries) beside.deliveries.push_back(plan_.deliveries[i]);
  // All deliveries of an offer are judged together.
  std::set<Id<Offer>> whole;
  for (const PlannedDelivery& delivery : beside.deliveries) whole.insert(delivery.offer);
  beside.deliveries.clear();
  for (const Id<Offer> offer : whole)
    for (const std::size_t i : index_.deliveries_of[offer])
      beside.deliveries.push_back(plan_.deliveries[i]);
  std::ranges::sort(beside.deliveries);
  return beside;
}

// Of what is fixed, only tours that the move gives up can be lacking after it.
std::vector<judge::Violation> Disturbance::check(const Plan& part, const Move& move) const {
  std::vector<judge::Violation> found = judge::check_part(scenario_, part);
  for (const Tour& tour : move.given_up)
    for (const std::size_t index : scenario_->pins_of[scenario_->offers[tour.offer].unit]) {
      const Pin& pin = scenario_->pins[index];
      if (pin.offer == tour.offer && pin.requirement == tour.requirement)
        std::ranges::move(judge::check_fixed(part, pin), std::back_inserter(found));
    }
  return found;
}

Disturbance::Breaches Disturbance::breaches(const Move& move) const {
  Plan beside = bystanders(move);
  // No part of a lawful plan breaks a rule: a share of the lead could, but a requirement that is
  // asked about is here whole.
  std::vector<judge::Violation> before;
  if (!verdict_.violations.empty()) before = check(beside, move);
  std::vector<judge::Violation> found;
  for (const Tour& tour : move.added) {
    auto alone = judge::check_tour(scenario_, plan_.counting, tour);
    std::ranges::move(alone, std::back_inserter(found));
  }
  for (const PlannedDelivery& delivery : move.delivered) {
    auto alone = judge::check_delivery(scenario_, plan_.counting, delivery);
    std::ranges::move(alone, std::back_inserter(found));
  }
  for (judge::Violation& violation : check(after(beside, move), move)) {
    const auto same = [&](const judge::Violation& other) { return is_same(violation, other); };
    if (is_of_another_line(violation, move) || std::ranges::any_of(before, same)) continue;
    found.push_back(std::move(violation));
  }
  return {std::move(found), std::move(beside)};
}

Plan Disturbance::plan_on(Id<Requirement> requirement) const {
  Plan part{plan_.counting, {}, {}};
  for (const std::size_t i : index_.tours_on[requirement]) part.tours.push_back(plan_.tours[i]);
  for (const std::size_t i : deliveries_to_[requirement])
    part.deliveries.push_back(plan_.deliveries[i]);
  return part;
}

Wide Disturbance::fills(const Move& move, Id<Requirement> requirement, Period days) const {
  const auto then = judge::cover(scenario_, after(plan_on(requirement), move), requirement);
  return judge::unmet_in(verdict_.coverage[requirement], days) - judge::unmet_in(then, days);
}

Wide Disturbance::gains(const Move& move) const {
  std::set<Id<Requirement>> touched;
  for (const auto* tours : {&move.added, &move.given_up})
    for (const Tour& tour : *tours) touched.insert(tour.requirement);
  for (const auto* deliveries : {&move.delivered, &move.taken_back})
    for (const PlannedDelivery& delivery : *deliveries) touched.insert(delivery.requirement);
  Wide sum = 0;
  for (const Id<Requirement> id : touched) {
    const Requirement& requirement = scenario_->requirements[id];
    sum += scenario_->priorities[requirement.priority].weight * fills(move, id, requirement.period);
  }
  return sum;
}

}  // namespace muster::explain
