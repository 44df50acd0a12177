// SPDX-License-Identifier: Apache-2.0
// A generated situation in which some nations have a fair share of the people-days, some of it
// nothing, some more than they can bear, at any weight. The largest share is the square of `most`.
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include "base/random.hpp"

#include "model/draft.hpp"

namespace muster::support {

[[nodiscard]] inline Draft with_fair_shares(Draft draft,
                                            std::uint64_t seed,
                                            std::int64_t most = 400) {
  constexpr std::array<const char*, 6> weights{"0.001", "0.01", "0.1", "1", "10", "10000"};
  Random random{seed};
  for (const DraftRow& nation : draft.table("nations").rows) {
    if (random.below(4) == 0) continue;
    const std::int64_t drawn = random.between(0, most);
    draft.add("fair_shares",
              {{"nation", nation.cells[0].text},
               {"people_days", std::to_string(drawn * drawn)},
               {"weight", weights.at(random.below(weights.size()))},
               {"note", "at random"}});
  }
  return draft;
}

}  // namespace muster::support
