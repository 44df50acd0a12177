// SPDX-License-Identifier: Apache-2.0
// A member with very many uses looks at what it does already, and at some others that are drawn:
// the best of all is seldom much better, and costs many times as much to find.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"

#include "plan/search/state.hpp"

namespace muster::plan {

// Indices of uses, rising; empty: all, which are few.
void draw_uses(const State& state,
               std::size_t member,
               const Schedule& before,
               Random& random,
               std::vector<std::uint32_t>& drawn,
               std::uint64_t enough = 80);

}  // namespace muster::plan
