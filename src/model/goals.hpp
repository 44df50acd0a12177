// SPDX-License-Identifier: Apache-2.0
// What a plan is measured by, in points. One point is 10^-9 of (one thousandth of a requirement,
// one day, weight 1): the later goals together stay below that, so they never outweigh what is
// unmet.
//   points = 10^9 × Σ weight × short (thousandths) × days
//          + 10^9 × Σ over fair shares of: weight (thousandths) × people-days above the share
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
// A cost per `once` is charged once for an offer that is used at all, as a piece of its own; so is
// the activation of a unit of which anything is used, by tours or deliveries.
// Points are rates in whole numbers (LaterRates) × days or tours, so two tours end to end cost what
// the one tour over both costs, a cost per tour apart. A rate is floor(its goal × share / largest),
// where `largest` is no less than what any plan can reach in pieces: so the shares of a whole plan
// never sum above the share, and all three together stay below 10^9. Where the data weighs
// distance (table goal_weights), a new day costs 10^9 × its weight in thousandths instead.
#pragma once

#include <cstdint>

#include "model/goal_scales.hpp"
#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster {

inline constexpr std::int64_t points_per_thousandth_day = 1'000'000'000;

// Those of the data; of a situation that is weighed otherwise, what was given then.
[[nodiscard]] GoalScales goal_scales(const Scenario& scenario);

// What one people-day above a fair share costs.
[[nodiscard]] std::int64_t excess_points(const FairShare& share, const GoalScales& scales);

[[nodiscard]] int softness(OfferStatus status);  // 0 for committed and in_place … 4 for explored

// The later goals of one piece, before scaling.
struct PieceGoals {
  std::int64_t firmness = 0;  // days × softness
  std::int64_t cost = 0;      // EUR, without a cost per `once`
  std::int64_t distance = 0;  // days
};
// `days` the piece serves, `days_new` of them not in the plan in force.
[[nodiscard]] PieceGoals piece_goals(const Offer& offer, std::int64_t days, std::int64_t days_new);
// What using the offer at all costs, in EUR: its cost where cost_per is `once`, else 0.
[[nodiscard]] std::int64_t cost_once(const Offer& offer);

// What a day costs that the plan in force did not have, of one piece.
[[nodiscard]] std::int64_t points_per_new_day(const GoalScales& scales);

// What one piece of an offer costs in points: by the day, by the day that is new beside the plan in
// force, by the tour, and for being used at all.
struct LaterRates {
  std::int64_t per_day = 0, per_new_day = 0, per_tour = 0, once = 0;
};
[[nodiscard]] LaterRates later_rates(const Offer& offer, const GoalScales& scales);
// What using the unit at all costs: in EUR, and in points.
[[nodiscard]] std::int64_t activation_cost(const Unit& unit);
[[nodiscard]] std::int64_t activation_points(const Unit& unit, const GoalScales& scales);
// Of one tour of one piece, without `once`; a delivery is a tour of one day.
[[nodiscard]] std::int64_t to_points(const LaterRates& rates,
                                     std::int64_t days,
                                     std::int64_t days_new);

}  // namespace muster
