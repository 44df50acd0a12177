// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/tiers.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

// What a plan has in each tier; every row's weight is above 0.
[[nodiscard]] std::vector<Wide> values_of(const State& state, const std::vector<Tier>& tiers);

}  // namespace muster::plan
