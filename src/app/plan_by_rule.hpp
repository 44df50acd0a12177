// SPDX-License-Identifier: Apache-2.0
// A plan without an optimiser, to hold others against.
#pragma once

#include <stop_token>

#include "app/make_plan.hpp"

namespace muster::app {

// Fills what is required day by day by rule (simulate/fill_by_rule.hpp), leaves out tours that the
// rules forbid together, and writes a plan's folder like any other, with a bound from prices; so
// `muster compare` sets it beside an optimised plan. Of the request the search's words do not
// count.
[[nodiscard]] Answer plan_by_rule(const PlanRequest& request,
                                  const Speech& speech,
                                  Watcher& watcher,
                                  const std::stop_token& stop);

}  // namespace muster::app
