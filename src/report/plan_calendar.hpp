// SPDX-License-Identifier: Apache-2.0
// A plan's days as an iCalendar: tours, deliveries, and what falls due.
#pragma once

#include <string>

#include "report/memory.hpp"
#include "report/view.hpp"

namespace muster::report {

// Of a reader's own view only its own tours, deliveries and what is its own business. `marking`
// stands in every event's description; empty: nothing.
[[nodiscard]] std::string plan_calendar(const PlanView& view,
                                        const DueList& due,
                                        const std::string& marking);

}  // namespace muster::report
