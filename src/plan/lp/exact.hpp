// SPDX-License-Identifier: Apache-2.0
// The exact search for small instances. At prices that prove the bound L, a schedule whose reduced
// cost (best profit of its crew − its own) is above V − L can be in no plan better than the value
// V. All the others are enumerated and given to an integer programme with every rule that binds
// units together.
#pragma once

#include "plan/lp/master.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

// Puts the best plan into `state` where it is better. True: nothing better exists on the grid,
// within the tolerances of floating point. False: too many schedules, or the branching limit was
// met.
[[nodiscard]] bool search_exactly(State& state,
                                  const Ascent& ascent,
                                  Effort& effort,
                                  const std::stop_token& stop);

}  // namespace muster::plan
