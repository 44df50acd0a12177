// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/plan.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

// Has idle members and packages do what a plan says, as far as the rules of this situation and its
// grid allow: a tour is cut to the days on which it may be, and one that is then too short or in
// the way of others is left out. The lead nations' tours come first, as in construction.
void resume(const Plan& plan, State& state);

}  // namespace muster::plan
