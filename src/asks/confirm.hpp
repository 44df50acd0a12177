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

// Starts from the plan with the move made. None: the changed data does not hold together, or the
// move breaks a rule even so.
[[nodiscard]] std::optional<Replanned> plan_again(const Ground& ground,
                                                  const std::vector<Change>& changes,
                                                  const explain::Move& move);

// Fills in what planning again with the ask alone gives.
void confirm(const Ground& ground, const explain::Shortfall& shortfall, Ask& ask);

}  // namespace muster::asks
