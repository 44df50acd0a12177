// SPDX-License-Identifier: Apache-2.0
// Asks that could be made, before they are confirmed.
#pragma once

#include <vector>

#include "asks/asks.hpp"

namespace muster::asks {

// From every way of every offer that has a reason; those that gain in all, the cheapest first.
[[nodiscard]] std::vector<Ask> candidates(const Ground& ground,
                                          const explain::WayFinder& finder,
                                          const explain::Shortfall& shortfall);

// A new offer of what is short, for the days on which it is. Whose it is, is open: the row names
// the activity's lead, since a row must name somebody.
[[nodiscard]] Ask new_contribution(const Ground& ground, const explain::Shortfall& shortfall);

}  // namespace muster::asks
