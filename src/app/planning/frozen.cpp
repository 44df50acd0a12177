// SPDX-License-Identifier: Apache-2.0
#include "app/planning/frozen.hpp"

#include <algorithm>
#include <utility>

namespace muster::app {
namespace {

bool is_meant(const judge::Violation& violation, const Scenario& scenario, const Tour& tour) {
  const bool in_days =
      tour.period.from < violation.days.until && violation.days.from < tour.period.until;
  if (!in_days) return false;
  if (violation.requirement && *violation.requirement != tour.requirement) return false;
  if (violation.rule == judge::Rule::lead_share) {
    const Requirement& requirement = scenario->requirements[tour.requirement];
    return scenario->activities[requirement.activity].lead
           != scenario->units[scenario->offers[tour.offer].unit].nation;
  }
  return !violation.offer || *violation.offer == tour.offer;
}

// Takes out the last tour that a violation means; false: none of them can be.
bool take_out(const judge::Violation& violation,
              const Scenario& scenario,
              Plan& plan,
              Frozen& frozen) {
  for (std::size_t t = plan.tours.size(); t-- > 0;) {
    if (!is_meant(violation, scenario, plan.tours[t])) continue;
    frozen.impossible.push_back({plan.tours[t], violation});
    plan.tours.erase(plan.tours.begin() + static_cast<std::ptrdiff_t>(t));
    return true;
  }
  return false;
}

}  // namespace

Frozen freeze(const Scenario& scenario, const Plan& in_force, Day before) {
  Frozen frozen;
  Plan plan{in_force.counting, {}, {}};
  for (const Tour& tour : in_force.tours) {
    if (tour.period.from >= before) continue;
    const auto broken = judge::check_tour(scenario, in_force.counting, tour);
    if (broken.empty())
      plan.tours.push_back(tour);
    else
      frozen.impossible.push_back({tour, broken.front()});
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (const judge::Violation& violation :
         judge::evaluate(scenario, plan, Plan{in_force.counting, {}, {}}).violations) {
      const bool is_of_data = violation.rule == judge::Rule::pins && violation.allowed > 0;
      if (is_of_data || !take_out(violation, scenario, plan, frozen)) continue;
      changed = true;
      break;
    }
  }
  frozen.stay = std::move(plan.tours);
  return frozen;
}

}  // namespace muster::app
