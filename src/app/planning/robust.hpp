// SPDX-License-Identifier: Apache-2.0
// Planning for futures instead of for what was offered: draws them as a stress test does, measures
// a plan in them, and says what that costs and what it is good for.
#pragma once

#include "app/folder/record.hpp"
#include "app/folder/situation.hpp"
#include "app/make_plan.hpp"

namespace muster::app {

// The situation measured in drawn futures, cut to the boundaries of the request's grid. Refuses
// data that names futures already.
[[nodiscard]] Result<Situation> draw_futures_for(const Situation& situation,
                                                 const PlanRequest& request);

// What a plan for futures is set beside: the plan of the same situation without them.
struct RobustPair {
  const Situation* situation = nullptr;   // without futures
  const Situation* in_futures = nullptr;  // the same, measured in them
  const Plan* plan = nullptr;
  const Plan* without_futures = nullptr;
};
// Both in the futures planned for, and in others, drawn anew, with repair by rule. All of them are
// tried, also where the search was stopped.
[[nodiscard]] report::RobustFigures weigh_robust(const RobustPair& pair,
                                                 const PlanRequest& request);

}  // namespace muster::app
