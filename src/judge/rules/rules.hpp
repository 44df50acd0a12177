// SPDX-License-Identifier: Apache-2.0
// The rules, a file each. Those of one tour alone look at a Candidate; those of the plan as a whole
// look at all of it. coverage is not a rule that can be broken: what it misses is the objective.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/rules/findings.hpp"

namespace muster::judge {

// A tour with everything that is said of its offer. A delivery is judged as a tour of the one day.
struct Candidate {
  Candidate(const Scenario& situation, Counting how, const Tour& what)
      : scenario{situation},
        counting{how},
        tour{what},
        offer{situation->offers[what.offer]},
        unit{situation->units[offer.unit]},
        requirement{situation->requirements[what.requirement]} {}

  [[nodiscard]] const Policy* policy() const {
    return unit.policy ? &scenario->policies[*unit.policy] : nullptr;
  }
  [[nodiscard]] bool is_presence() const { return requirement.kind == RequirementKind::presence; }

  const Scenario& scenario;
  Counting counting;
  const Tour& tour;
  const Offer& offer;
  const Unit& unit;
  const Requirement& requirement;
};

using TourRule = void(const Candidate&, Findings&);

// Whether the offer may serve the requirement at all, whatever the days.
TourRule check_counting;
TourRule check_scope;
TourRule check_substitution;
TourRule check_caveats;
TourRule check_condition;
TourRule check_readiness;

// Whether it may on the days and in the quantity of the tour.
TourRule check_kind;      // delivery.cpp
TourRule check_quantity;  // availability.cpp
TourRule check_window;
TourRule check_indivisible;
TourRule check_seasons;  // caveat.cpp
TourRule check_condition_day;
TourRule check_tempo;
TourRule check_total;  // totals.cpp
TourRule check_handover;
TourRule check_budget_period;
TourRule check_pins;

using PlanRule = void(const Scenario&, const Plan&, std::vector<Violation>&);

PlanRule check_availability;
PlanRule check_rest;  // tempo.cpp
PlanRule check_totals;
PlanRule check_nations;
PlanRule check_lead_share;  // nations.cpp
PlanRule check_ceilings;
PlanRule check_budgets;
PlanRule check_stocks;
PlanRule check_delivered;  // delivery.cpp
PlanRule check_all_fixed;  // pins.cpp

// delivery.cpp: kind, day and quantity of a delivery; the candidate is the delivery as a tour of a
// day.
void check_delivery_days(const Candidate& candidate,
                         const PlannedDelivery& delivery,
                         Findings& found);

struct Limit {
  Rule rule;
  const std::string& source;
};
// Adds a breach for the days of the tour before `from` and one for those from `until` on: measured,
// the days outside; allowed, none.
void check_inside(const Candidate& candidate,
                  const Limit& limit,
                  std::optional<Day> from,
                  std::optional<Day> until,
                  Findings& found);

// Whether every act was granted, and the days on which the condition lets the offer be used.
struct ConditionState {
  bool refused = false;
  bool open = false;
  std::optional<Day> usable_from;       // none: no day is named
  const Condition::Act* act = nullptr;  // that refuses, is open, or comes last; null: no condition
};
[[nodiscard]] ConditionState condition_state(const Scenario& scenario, const Offer& offer);

}  // namespace muster::judge
