// SPDX-License-Identifier: Apache-2.0
// The days at which a plan may change. Within a bucket (between two neighbours) nothing changes.
#pragma once

#include <cstddef>
#include <vector>

#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster {

// events: no step of its own, only the days that the data names.
enum class GridStep : std::uint8_t { day, week, month, events };
[[nodiscard]] std::string_view to_text(GridStep value);

// Strictly rising; the first is horizon.from, the last horizon.until. Bucket b is
// [boundaries[b], boundaries[b+1]).
using Grid = std::vector<Day>;

// The step's days (Mondays, firsts of months), every day that the data names within the horizon
// (requirements, offers with their extension, units, budgets, ceilings, stocks, deliveries,
// conditions, pins, the tours of the plan in force), and for every requirement with overlap_days
// each of these that lies inside it, that many days earlier.
[[nodiscard]] Grid make_grid(const Scenario& scenario, GridStep step, const Plan& in_force);

}  // namespace muster
