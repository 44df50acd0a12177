// SPDX-License-Identifier: Apache-2.0
// The rules of one tour or one delivery, one after the other.
#include "judge/judge.hpp"

#include <array>
#include <span>

#include "base/demand.hpp"

#include "judge/rules/rules.hpp"

namespace muster::judge {
namespace {

constexpr std::array<TourRule*, 6> pair_rules{check_counting,
                                              check_scope,
                                              check_substitution,
                                              check_caveats,
                                              check_condition,
                                              check_readiness};
constexpr std::array<TourRule*, 11> day_rules{check_window,
                                              check_indivisible,
                                              check_tempo,
                                              check_total,
                                              check_seasons,
                                              check_condition_day,
                                              check_handover,
                                              check_quantity,
                                              check_budget_period,
                                              check_pins,
                                              check_kind};

void apply(std::span<TourRule* const> rules, const Candidate& candidate, Findings& found) {
  for (TourRule* const rule : rules) rule(candidate, found);
}

// Stops at the first rule that is broken.
bool passes(std::span<TourRule* const> rules, const Candidate& candidate) {
  Findings found{candidate.tour.offer, candidate.tour.requirement, false};
  for (TourRule* const rule : rules) {
    rule(candidate, found);
    if (found.broken()) return false;
  }
  return true;
}

// A delivery as a tour of its one day.
Tour as_tour(const PlannedDelivery& delivery) {
  return {delivery.offer,
          delivery.requirement,
          {delivery.on, delivery.on + Days{1}},
          delivery.quantity};
}

}  // namespace

std::string_view to_text(Rule rule) {
  constexpr std::array<std::string_view, 19> names{"counting",
                                                   "window",
                                                   "indivisible",
                                                   "scope",
                                                   "substitution",
                                                   "caveat",
                                                   "condition",
                                                   "readiness",
                                                   "tempo",
                                                   "totals",
                                                   "handover",
                                                   "availability",
                                                   "nations",
                                                   "lead_share",
                                                   "ceiling",
                                                   "budget",
                                                   "stock",
                                                   "delivery",
                                                   "pins"};
  const auto index = static_cast<std::size_t>(rule);
  demand(index < names.size(), "a rule is one of those named");
  return names[index];
}

std::vector<Violation> check_tour(const Scenario& scenario, Counting counting, const Tour& tour) {
  const Candidate candidate{scenario, counting, tour};
  Findings found{tour.offer, tour.requirement, true};
  apply(pair_rules, candidate, found);
  apply(day_rules, candidate, found);
  return found.take();
}

bool is_allowed(const Scenario& scenario, Counting counting, const Tour& tour) {
  const Candidate candidate{scenario, counting, tour};
  return passes(day_rules, candidate) && passes(pair_rules, candidate);
}

bool may_serve(const Scenario& scenario,
               Counting counting,
               Id<Offer> offer,
               Id<Requirement> requirement) {
  const bool by_the_piece =
      scenario->units[scenario->offers[offer].unit].divisible
      && scenario->requirements[requirement].kind != RequirementKind::delivery;
  const std::int64_t quantity = by_the_piece ? 1 : scenario->offers[offer].quantity;
  const Tour tour{offer, requirement, scenario->requirements[requirement].period, quantity};
  return passes(pair_rules, Candidate{scenario, counting, tour});
}

std::vector<Violation> check_delivery(const Scenario& scenario,
                                      Counting counting,
                                      const PlannedDelivery& delivery) {
  const Tour tour = as_tour(delivery);
  const Candidate candidate{scenario, counting, tour};
  Findings found{tour.offer, tour.requirement, true};
  apply(pair_rules, candidate, found);
  check_delivery_days(candidate, delivery, found);
  return found.take();
}

bool is_allowed(const Scenario& scenario, Counting counting, const PlannedDelivery& delivery) {
  const Tour tour = as_tour(delivery);
  const Candidate candidate{scenario, counting, tour};
  Findings found{tour.offer, tour.requirement, false};
  check_delivery_days(candidate, delivery, found);
  return !found.broken() && passes(pair_rules, candidate);
}

}  // namespace muster::judge
