// SPDX-License-Identifier: Apache-2.0
// A plan by rule, as a staff would make it without an optimiser: day by day, the most urgent
// requirement first, by whoever has rested longest, for as long as may be. The baseline that an
// optimised plan is held against.
#pragma once

#include "model/grid.hpp"
#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster::simulate {

// On each day of the grid requirements are looked at by weight, then by their place in the table;
// each takes, while it is short, of the offers that are free then those of its own capability
// first, of these the one whose unit has served longest ago (never: first), of equals the first in
// the table, for the longest tour that is lawful by itself. Deliveries come on the first day that
// is lawful. No tour breaks a rule by itself, and rest between tours and the pieces of a pool are
// kept; what several tours break together (ceilings, budgets, lead shares, totals) is not looked
// at. `fixed`: tours and deliveries that stay.
[[nodiscard]] Plan fill_by_rule(const Scenario& scenario,
                                Counting counting,
                                const Grid& grid,
                                const Plan& fixed);

}  // namespace muster::simulate
