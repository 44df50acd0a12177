// SPDX-License-Identifier: Apache-2.0
// A generated situation that is measured in futures: in each, offers are not there for a while.
#pragma once

#include <string>

#include "base/random.hpp"

#include "model/draft.hpp"
#include "model/scenario.hpp"

namespace muster::support {

// So many futures, of which the worst `counted` count. In every second a quarter of all offers is
// gone for a stretch of days, on any days.
[[nodiscard]] inline Draft with_futures(Draft draft,
                                        std::int64_t count,
                                        std::int64_t counted,
                                        std::uint64_t seed) {
  Random random{seed};
  const Scenario scenario = Scenario::build(draft).value();
  const Period horizon = scenario->horizon;
  const auto days = static_cast<std::uint64_t>(horizon.length().count());
  for (std::int64_t f = 1; f <= count; ++f) {
    const std::string future = "F" + std::to_string(f);
    draft.add("futures", {{"future", future}});
    if (random.below(3) == 0) continue;
    for (const auto offer : scenario->offers.ids()) {
      if (random.below(4) != 0) continue;
      // On a few days, so that grids stay small.
      constexpr std::uint64_t steps = 6;
      const Day from = horizon.from + Days{static_cast<int>(days * random.below(steps) / steps)};
      const Day until = from + Days{static_cast<int>(days * (1 + random.below(steps)) / steps)};
      draft.add("future_losses",
                {{"future", future},
                 {"offer", scenario->offers[offer].key},
                 {"from", to_text(from)},
                 {"until", random.below(5) == 0 ? std::string{} : to_text(until)}});
    }
  }
  if (counted < count)
    draft.add("goal_weights", {{"goal", "worst_futures"}, {"weight", std::to_string(counted)}});
  return draft;
}

}  // namespace muster::support
