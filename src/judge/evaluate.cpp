// SPDX-License-Identifier: Apache-2.0
// A plan judged as a whole: every rule, what is filled, and the goals (model/goals.hpp).
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "judge/rules/contributions.hpp"
#include "judge/rules/rules.hpp"
#include "judge/uses.hpp"
#include "model/futures.hpp"
#include "model/goals.hpp"

namespace muster::judge {
namespace {

// What a part of a lawful plan cannot break.
constexpr std::array<PlanRule*, 9> part_rules{check_rest,
                                              check_totals,
                                              check_availability,
                                              check_nations,
                                              check_lead_share,
                                              check_ceilings,
                                              check_budgets,
                                              check_stocks,
                                              check_delivered};

void append(std::vector<Violation> from, std::vector<Violation>& to) {
  std::ranges::move(from, std::back_inserter(to));
}

std::vector<Violation> violations_of(const Scenario& scenario, const Plan& plan) {
  std::vector<Violation> found;
  for (const Tour& tour : plan.tours) append(check_tour(scenario, plan.counting, tour), found);
  for (const PlannedDelivery& delivery : plan.deliveries)
    append(check_delivery(scenario, plan.counting, delivery), found);
  append(check_together(scenario, plan), found);
  std::ranges::stable_sort(found, {}, [](const Violation& v) {
    return std::tuple{v.rule, v.days.from, v.days.until, v.requirement, v.offer};
  });
  return found;
}

// Adds up pieces: their goals, and the points that these become.
class GoalSum {
 public:
  explicit GoalSum(const Scenario& scenario) : scales_{goal_scales(scenario)} {}

  void add(std::int64_t pieces, const Offer& offer, std::int64_t days, std::int64_t days_new) {
    const PieceGoals goals = piece_goals(offer, days, days_new);
    sum_.firmness += pieces * goals.firmness;
    sum_.cost += pieces * goals.cost;
    sum_.distance += pieces * goals.distance;
    sum_.points += Points{pieces} * to_points(later_rates(offer, scales_), days, days_new);
  }
  void add_once(const Offer& offer) {
    sum_.cost += cost_once(offer);
    sum_.points += later_rates(offer, scales_).once;
  }
  void add_activation(const Unit& unit) {
    sum_.cost += activation_cost(unit);
    sum_.points += activation_points(unit, scales_);
  }
  [[nodiscard]] const Goals& sum() const { return sum_; }

 private:
  GoalScales scales_;
  Goals sum_;
};

Goals goals_of_use(const Scenario& scenario, const Plan& plan, const Plan& in_force) {
  GoalSum goals{scenario};
  std::set<Id<Offer>> used;
  const bool has_distance = !is_empty(in_force);
  const InForce before{in_force};
  for (const Tour& tour : plan.tours) {
    const Held& held = before.held(tour.offer, tour.requirement);
    const std::int64_t fresh = has_distance ? new_days(held, tour.period) : 0;
    const std::int64_t days = tour.period.length().count();
    goals.add(pieces_of(scenario, tour), scenario->offers[tour.offer], days, fresh);
    used.insert(tour.offer);
  }
  for (const PlannedDelivery& delivery : plan.deliveries) {
    const Held& held = before.held(delivery.offer, delivery.requirement);
    const bool fresh = has_distance && is_new(held, delivery.on);
    goals.add(1, scenario->offers[delivery.offer], 1, fresh ? 1 : 0);
    used.insert(delivery.offer);
  }
  std::set<Id<Unit>> active;
  for (const auto offer : used) {
    goals.add_once(scenario->offers[offer]);
    active.insert(scenario->offers[offer].unit);
  }
  for (const auto unit : active) goals.add_activation(scenario->units[unit]);
  return goals.sum();
}

void add_unmet(const Scenario& scenario,
               const Table<Requirement, std::vector<Stretch>>& coverage,
               Goals& goals) {
  for (const auto id : coverage.ids()) {
    const std::int64_t weight = scenario->priorities[scenario->requirements[id].priority].weight;
    const Wide unmet = unmet_in(coverage[id]);
    goals.unmet_plain += unmet;
    goals.unmet += weight * unmet;
  }
}

// The objective: what is unmet, or what is unmet in the futures.
void weigh_unmet(const Scenario& scenario, const Plan& plan, Goals& goals) {
  Wide counted = goals.unmet;
  if (scenario->futures.size() > 0)
    counted = goals.unmet_in_futures =
        sum_of_largest(unmet_by_future(scenario, plan), counted_futures(*scenario));
  goals.points += counted * points_per_thousandth_day;
}

void add_excess(const Scenario& scenario, const Plan& plan, Goals& goals) {
  goals.excess = excess(scenario, plan);
  goals.points += goals.excess * goal_scales(scenario).excess_weight * points_per_thousandth_day;
}

}  // namespace

std::vector<Violation> check_part(const Scenario& scenario, const Plan& part) {
  std::vector<Violation> found;
  for (PlanRule* const rule : part_rules) rule(scenario, part, found);
  return found;
}

std::vector<Violation> check_together(const Scenario& scenario, const Plan& plan) {
  std::vector<Violation> found = check_part(scenario, plan);
  check_all_fixed(scenario, plan, found);
  return found;
}

Verdict evaluate(const Scenario& scenario, const Plan& plan, const Plan& in_force) {
  Verdict verdict;
  verdict.violations = violations_of(scenario, plan);
  verdict.coverage = cover(scenario, contributions(scenario, plan));
  verdict.goals = goals_of_use(scenario, plan, in_force);
  add_unmet(scenario, verdict.coverage, verdict.goals);
  weigh_unmet(scenario, plan, verdict.goals);
  add_excess(scenario, plan, verdict.goals);
  return verdict;
}

}  // namespace muster::judge
