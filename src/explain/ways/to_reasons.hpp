// SPDX-License-Identifier: Apache-2.0
// Broken rules, and tours that are given up, as reasons.
#pragma once

#include <vector>

#include "explain/ways.hpp"

namespace muster::explain {

// One for each thing that would have to be otherwise, the first rules of judge first; what is told
// twice (an offer's window and its unit's) is told once, by whichever is further away. `beside`
// holds at least the tours of the way's unit.
[[nodiscard]] std::vector<Reason> to_reasons(const Scenario& scenario,
                                             const Way& way,
                                             const std::vector<judge::Violation>& breaches,
                                             const Plan& beside);

}  // namespace muster::explain
