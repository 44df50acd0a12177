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

// The same of ways that were tried already; nobody is looked for who could take over what they give
// up.
[[nodiscard]] std::vector<Ask> candidates_of(const Ground& ground,
                                             const explain::Shortfall& shortfall,
                                             const std::vector<explain::Way>& ways);

// A new offer of what is short, for the days on which it is. Whose it is, is open: the row names
// the activity's lead, since a row must name somebody.
[[nodiscard]] Ask new_contribution(const Ground& ground, const explain::Shortfall& shortfall);

}  // namespace muster::asks
