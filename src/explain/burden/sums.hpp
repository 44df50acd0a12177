// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "explain/burden.hpp"

namespace muster::explain {

// What every nation bears, measure by measure.
[[nodiscard]] Table<Nation, Burdens> burdens_of(const Scenario& scenario, const Plan& plan);

// What is unmet in addition where all that a nation gives is gone, with its lines; nothing is
// judged.
[[nodiscard]] Withdrawal withdrawal_of(const Scenario& scenario,
                                       const Plan& plan,
                                       const judge::Verdict& verdict,
                                       Id<Nation> nation);
// The plan without it.
[[nodiscard]] Plan without(const Scenario& scenario, const Plan& plan, Id<Nation> nation);

}  // namespace muster::explain
