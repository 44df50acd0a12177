// SPDX-License-Identifier: Apache-2.0
// budget: what is paid from a budget happens within its period, and costs no more than it holds. A
// cost per `once` counts once for an offer that is used at all. Measured: days outside the period,
// allowed 0; or EUR, allowed the amount.
#include <set>

#include "judge/rules/rules.hpp"
#include "judge/uses.hpp"
#include "model/goals.hpp"

namespace muster::judge {
namespace {

std::int64_t spent_on(const Scenario& scenario, const Plan& plan, Id<Budget> budget) {
  std::int64_t spent = 0;
  std::set<Id<Offer>> used;
  const auto is_paid = [&](Id<Offer> offer) { return scenario->offers[offer].budget == budget; };
  for (const Tour& tour : plan.tours) {
    if (!is_paid(tour.offer)) continue;
    const std::int64_t days = tour.period.length().count();
    spent += pieces_of(scenario, tour) * cost_of_piece(scenario->offers[tour.offer], days);
    used.insert(tour.offer);
  }
  for (const PlannedDelivery& delivery : plan.deliveries) {
    if (!is_paid(delivery.offer)) continue;
    spent += cost_of_piece(scenario->offers[delivery.offer], 1);
    used.insert(delivery.offer);
  }
  for (const auto offer : used) spent += cost_once(scenario->offers[offer]);
  return spent;
}

}  // namespace

void check_budget_period(const Candidate& candidate, Findings& found) {
  if (!candidate.offer.budget) return;
  const Budget& budget = candidate.scenario->budgets[*candidate.offer.budget];
  check_inside(
      candidate, {Rule::budget, budget.source}, budget.period.from, budget.period.until, found);
}

void check_budgets(const Scenario& scenario, const Plan& plan, std::vector<Violation>& violations) {
  for (const auto id : scenario->budgets.ids()) {
    const Budget& budget = scenario->budgets[id];
    const std::int64_t spent = spent_on(scenario, plan, id);
    if (spent > budget.amount)
      violations.push_back({.rule = Rule::budget,
                            .offer = {},
                            .other = {},
                            .requirement = {},
                            .days = budget.period,
                            .measured = spent,
                            .allowed = budget.amount,
                            .source = budget.source});
  }
}

}  // namespace muster::judge
