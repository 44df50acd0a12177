// SPDX-License-Identifier: Apache-2.0
// The tours of a plan in force that stay: those that have begun, and those that begin soon.
#pragma once

#include <vector>

#include "judge/judge.hpp"

namespace muster::app {

struct Frozen {
  std::vector<Tour> stay;
  struct Impossible {
    Tour tour;
    judge::Violation broken;  // by the tour alone, or beside the others that stay
  };
  std::vector<Impossible> impossible;
  Plan lawful;  // all of the plan in force that the rules allow now, with what the data fixes
};

// Those that begin before a day and are lawful now, alone and beside the rest of the plan in force;
// of tours that are in each other's way the one that begins last goes.
[[nodiscard]] Frozen freeze(const Scenario& scenario, const Plan& in_force, Day before);

}  // namespace muster::app
