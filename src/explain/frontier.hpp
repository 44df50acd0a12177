// SPDX-License-Identifier: Apache-2.0
// The trade between fill and disturbance, from plans that were made for several weights of it.
//
// A plan with weight w and bound B proves of every plan that unmet + w × disturbance + later goals
// is at least B. So with no more than D of disturbance at least max over w of (B − w × D) stays
// unmet: the lower side of the frontier, as Lagrange's multipliers give it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/wide.hpp"

#include "explain/compare.hpp"
#include "model/amounts.hpp"

namespace muster::explain {

// Of tours; what is firmer or softer stays.
struct TourCounts {
  std::size_t stay = 0, move = 0, go = 0, come = 0;
};
[[nodiscard]] TourCounts count_tours(const Comparison& comparison, std::size_t tours_after);

struct FrontierPoint {
  std::optional<std::int64_t> weight;  // thousandths; none: disturbance is the last of the goals
  Wide unmet = 0;             // thousandths × days, weighted, with what is above fair shares
  std::int64_t distance = 0;  // days that the plan in force did not have
  Points bound = 0;
  TourCounts tours;
  Wide least_unmet = 0;      // no plan with this distance or less leaves less unmet; as `unmet`
  bool is_efficient = true;  // no other point is better in one and no worse in the other
  // The largest weight with the same plan, where there are several; as `weight`.
  std::optional<std::int64_t> weight_until = std::nullopt;
};

// Fills in what the points say of each other; points that are equal become one. Sorted by distance,
// the largest first. Takes points by rising weight.
[[nodiscard]] std::vector<FrontierPoint> frontier_of(std::vector<FrontierPoint> points);

}  // namespace muster::explain
