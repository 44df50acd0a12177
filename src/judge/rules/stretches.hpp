// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "base/day.hpp"

namespace muster::judge {

// The days two periods share; empty (from == until) where they share none.
[[nodiscard]] inline Period shared_days(const Period& a, const Period& b) {
  const Day from = std::max(a.from, b.from);
  return {from, std::max(from, std::min(a.until, b.until))};
}

[[nodiscard]] inline bool overlaps(const Period& a, const Period& b) {
  return shared_days(a, b).length() > Days{0};
}

// The periods between neighbouring days, each day once: within one, nothing changes.
[[nodiscard]] inline std::vector<Period> stretches_between(std::vector<Day> days) {
  std::ranges::sort(days);
  const auto repeated = std::ranges::unique(days);
  days.erase(repeated.begin(), repeated.end());
  std::vector<Period> stretches;
  for (std::size_t i = 1; i < days.size(); ++i) stretches.push_back({days[i - 1], days[i]});
  return stretches;
}

// The stretches of `whole` within which no period of `things` begins or ends. get(thing) is its
// period.
template <class Things, class GetPeriod>
[[nodiscard]] std::vector<Period> stretches_of(const Period& whole,
                                               const Things& things,
                                               const GetPeriod& get) {
  std::vector<Day> days{whole.from, whole.until};
  for (const auto& thing : things) {
    const Period shared = shared_days(get(thing), whole);
    if (shared.length() == Days{0}) continue;
    days.push_back(shared.from);
    days.push_back(shared.until);
  }
  return stretches_between(std::move(days));
}

}  // namespace muster::judge
