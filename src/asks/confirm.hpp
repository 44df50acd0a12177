// SPDX-License-Identifier: Apache-2.0
// Planning again with changed data.
#pragma once

#include <vector>

#include "asks/asks.hpp"

namespace muster::asks {

// What the changes make of the situation, and the plan that was found for it.
struct Replanned {
  Scenario scenario;
  Plan plan;
  judge::Verdict verdict;
};

// What a plan is measured by as unmet: in one of the futures that count, on average; where the data
// names none, if all comes as offered.
[[nodiscard]] Wide counted_unmet(const Scenario& scenario, const judge::Goals& goals);

// The plan with the move made, as it is judged under the changed data. None: that does not hold
// together, or the move breaks a rule even so.
[[nodiscard]] std::optional<Replanned> plan_with(const Ground& ground,
                                                 const std::vector<Change>& changes,
                                                 const explain::Move& move);
// The same, searched on from.
[[nodiscard]] std::optional<Replanned> plan_again(const Ground& ground,
                                                  const std::vector<Change>& changes,
                                                  const explain::Move& move);

// Fills in what the ask alone gives: what its own move fills of the shortfall, and what is gained
// in all where the search goes on from there.
void confirm(const Ground& ground, const explain::Shortfall& shortfall, Ask& ask);

}  // namespace muster::asks
