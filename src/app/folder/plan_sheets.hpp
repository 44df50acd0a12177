// SPDX-License-Identifier: Apache-2.0
// The plan in its folder's files: tours.csv, deliveries.csv, in_force.csv.
#pragma once

#include "app/folder/files.hpp"
#include "app/folder/sheet.hpp"
#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster::app {

inline constexpr const char* tours_file = "tours.csv";
inline constexpr const char* deliveries_file = "deliveries.csv";

[[nodiscard]] Sheet tours_sheet(const Scenario& scenario, const Plan& plan);
[[nodiscard]] Sheet deliveries_sheet(const Scenario& scenario, const Plan& plan);
// Tours and deliveries of the plan that this one was to stay near; a delivery has `on` instead of
// `from` and `until`.
[[nodiscard]] Sheet in_force_sheet(const Scenario& scenario, const Plan& in_force);

// From tours.csv and deliveries.csv, which people may have edited: rows in any order, and of the
// columns only those that are decisions are read. The rows come back sorted.
[[nodiscard]] Result<Plan> read_plan(const Scenario& scenario,
                                     const Texts& folder,
                                     Counting counting);
// From in_force.csv; an empty plan where there is no such file.
[[nodiscard]] Result<Plan> read_in_force(const Scenario& scenario, const Texts& folder);

// The plan of another situation in the words of this one: what names an offer, a requirement or a
// row of deliveries that is not here is left out.
[[nodiscard]] Plan translate(const Plan& plan, const Scenario& from, const Scenario& to);

}  // namespace muster::app
