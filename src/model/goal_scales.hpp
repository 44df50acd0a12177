// SPDX-License-Identifier: Apache-2.0
// How the later goals become points (model/goals.hpp): a rate is floor(its goal × points /
// largest).
#pragma once

#include <cstdint>
#include <optional>

namespace muster {

inline constexpr std::int64_t firmness_share = 600'000'000;
inline constexpr std::int64_t cost_share = 300'000'000;
inline constexpr std::int64_t distance_share = 90'000'000;

struct GoalScales {
  // The largest each later goal can be in any plan; at least 1.
  std::int64_t firmness = 1, cost = 1, distance = 1;
  // What that largest is worth.
  std::int64_t firmness_points = firmness_share;
  std::int64_t cost_points = cost_share;
  std::int64_t distance_points = distance_share;
  // What a new day of one piece costs where the data states it (table goal_weights); then distance
  // is no later goal, but outweighs what it outweighs.
  std::optional<std::int64_t> new_day_points;
  // How often what is above fair shares counts as much as it weighs; 0: not at all.
  std::int64_t excess_weight = 1;
};

}  // namespace muster
