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
};

// Those that begin before a day, each tour alone lawful and all of them together; of those that are
// in each other's way the later one goes.
[[nodiscard]] Frozen freeze(const Scenario& scenario, const Plan& in_force, Day before);

}  // namespace muster::app
