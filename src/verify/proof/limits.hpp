// SPDX-License-Identifier: Apache-2.0
// What one schedule of an indivisible unit may take of a budget, and of its total of days of
// presence (docs/mathematics.md, "Labels").
#pragma once

#include <optional>
#include <vector>

#include "verify/proof/lane.hpp"

namespace muster::verify {

struct Limits {
  std::optional<Id<Budget>> budget;
  std::optional<Wide> euros, presence_days;
};

[[nodiscard]] Limits limits_of(const Prices& prices,
                               Id<Unit> unit,
                               const std::vector<Id<Offer>>& offers);

// What is taken of a limit, in (most_label + 1)-ths of it, less than what it really is; 0 without a
// limit; most_label + 1 where it is more than the limit.
[[nodiscard]] std::size_t label_of(Wide taken, const std::optional<Wide>& limit);

// What a tour of a lane takes of the limits.
[[nodiscard]] Wide euros_of(const Prices& prices,
                            const Limits& limits,
                            const Lane& lane,
                            std::int64_t days);
[[nodiscard]] Wide presence_of(const Prices& prices, const Lane& lane, std::int64_t days);

// Leaves out limits that no schedule can reach: even if it served on every day of the grid, as
// dearly as any lane, in tours as short as any.
[[nodiscard]] Limits within_reach(const Prices& prices,
                                  Limits limits,
                                  const std::vector<Lane>& lanes);

// The most that a schedule earns whose labels are at most most_label in sum, of each limit.
[[nodiscard]] Wide best_within(const Prices& prices,
                               const Limits& limits,
                               const std::vector<Lane>& lanes);

}  // namespace muster::verify
