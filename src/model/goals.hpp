// SPDX-License-Identifier: Apache-2.0
// What a plan is measured by, in points. One point is 10^-9 of (one thousandth of a requirement,
// one day, weight 1): the later goals together stay below that, so they never outweigh what is
// unmet.
//   points = 10^9 × Σ weight × short (thousandths) × days
//          + Σ over tours and deliveries of: firmness share + cost share + distance share
// A tour of a divisible unit counts as `quantity` pieces of one each, any other tour as one piece.
// Goals of one piece:
//   firmness  days × rank of the offer's status (in_place, committed 0; accepted 1; offered 2;
//   intended 3;
//             explored 4); a delivery counts as one day
//   cost      EUR: cost per day × days, or cost per tour (a delivery counts as one tour and one
//   day) distance  days that the plan in force did not have (same offer and requirement); a
//   delivery that it
//             did not have counts as one day
// A cost per `once` is charged once for an offer that is used at all, as a piece of its own.
// The points of one piece are the sum of floor(value × share / largest) over the three goals, where
// `largest` is no less than what any plan can reach in pieces, so that the shares of a whole plan
// never sum above the share, and all three together stay below 10^9.
#pragma once

#include <cstdint>

#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster {

inline constexpr std::int64_t points_per_thousandth_day = 1'000'000'000;
inline constexpr std::int64_t firmness_share = 600'000'000;
inline constexpr std::int64_t cost_share = 300'000'000;
inline constexpr std::int64_t distance_share = 90'000'000;

struct GoalScales {  // the largest each later goal can be in any plan; at least 1
  std::int64_t firmness = 1;
  std::int64_t cost = 1;
  std::int64_t distance = 1;
};
[[nodiscard]] GoalScales goal_scales(const Scenario& scenario);

[[nodiscard]] int softness(OfferStatus status);  // 0 for committed and in_place … 4 for explored

// The later goals of one piece, before scaling.
struct PieceGoals {
  std::int64_t firmness = 0;  // days × softness
  std::int64_t cost = 0;      // EUR, without a cost per `once`
  std::int64_t distance = 0;  // days
};
// `days` the piece serves, `days_new` of them not in the plan in force.
[[nodiscard]] PieceGoals piece_goals(const Offer& offer, std::int64_t days, std::int64_t days_new);
[[nodiscard]] std::int64_t to_points(const PieceGoals& goals, const GoalScales& scales);
// What using the offer at all costs: its cost where cost_per is `once`, else 0; and in points.
[[nodiscard]] std::int64_t cost_once(const Offer& offer);

}  // namespace muster
