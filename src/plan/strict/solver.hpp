// SPDX-License-Identifier: Apache-2.0
// One run of all steps, from nothing or from what is already planned; `solve` is one, a strict plan
// several.
#pragma once

#include <memory>
#include <stop_token>

#include "plan/plan.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

struct Solved {
  Outcome outcome;
  std::unique_ptr<Instance> instance;
  State best;  // on that instance
};

// Has every idle member and package do what it does elsewhere. Both instances are of one situation,
// whatever it is weighed by, so they have the same members, uses and packages.
void take_up(const State& from, State& to);

// `start`: null, or of an instance of the same situation. The scenario must outlive what is solved.
[[nodiscard]] Solved solve_from(const State* start,
                                const Scenario& scenario,
                                const Options& options,
                                Observer& observer,
                                const std::stop_token& stop);

}  // namespace muster::plan
