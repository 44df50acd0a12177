// SPDX-License-Identifier: Apache-2.0
// What plan and replan have in common: search, judge, prove, write, tell.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "app/answer.hpp"
#include "app/folder/plan_folder.hpp"
#include "app/make_plan.hpp"
#include "plan/plan.hpp"

namespace muster::app {

// The request and the situation must outlive it.
struct Planning {
  const PlanRequest* request = nullptr;
  const Situation* situation = nullptr;
  plan::Options options;  // with the plan in force
  // For people, before what is said of the plan; null: nothing.
  std::function<std::string(const PlanParts&)> preface;
  // What a plan for drawn futures is good for; null: it is none.
  std::function<report::RobustFigures(const PlanParts&)> weigh_robust;
};

// Tells the watcher of a search as one step of a longer work.
[[nodiscard]] std::unique_ptr<plan::Observer> observer_for(Watcher& watcher, std::string step);

// A plan that judge and proof confirm.
struct Made {
  plan::Outcome outcome;
  PlanParts parts;
};
// Refuses fixed tours for which the grid has no place.
[[nodiscard]] Result<Made> make(const Planning& planning,
                                plan::Observer& observer,
                                const std::stop_token& stop);

[[nodiscard]] Answer carry_out(const Planning& planning,
                               const Speech& speech,
                               Watcher& watcher,
                               const std::stop_token& stop);

[[nodiscard]] plan::Options options_of(const PlanRequest& request);

// The plan in force, and beside it the tours that a person prefers: their days cost no distance.
[[nodiscard]] Plan with_preferred(Plan in_force, const Scenario& scenario);

// What fixed tours break by themselves, all at once, as problems of pins.csv.
[[nodiscard]] Problems problems_of_fixed(const Scenario& scenario, Counting counting);

// The fixed tours for which the optimiser found no place, as problems of pins.csv.
[[nodiscard]] Problems problems_of_pins(const Scenario& scenario, const judge::Verdict& verdict);

}  // namespace muster::app
