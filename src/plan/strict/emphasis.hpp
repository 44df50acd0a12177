// SPDX-License-Identifier: Apache-2.0
// Weights under which the search looks at one tier at a time. They only guide it: what is kept is
// decided tier by tier.
#pragma once

#include "model/tiers.hpp"
#include "plan/instance/instance.hpp"

namespace muster::plan {

// The largest weight with which sums and prices of an instance stay well inside 64 bits.
[[nodiscard]] std::int64_t most_weight(const Instance& instance);

// The weight from which on a day of what is unmet of one requirement is worse than what the people
// of any one unit cost for that day above a fair share; 1 where there are none.
[[nodiscard]] std::int64_t weight_beside_excess(const Instance& instance);

// Tier `at` and those before it weigh, each, many times what the next one does, and it many times
// what follows. The later goals are one tier here: they stay below anything unmet.
[[nodiscard]] Weighing emphasis(const Instance& instance,
                                const std::vector<Tier>& tiers,
                                std::size_t at);

}  // namespace muster::plan
