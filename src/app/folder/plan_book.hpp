// SPDX-License-Identifier: Apache-2.0
// A plan as a workbook: what is required and how it is filled, tours, deliveries, shortfalls with
// their reasons, then the tables of its data.
#pragma once

#include <vector>

#include "app/folder/kept_plan.hpp"
#include "io/workbook_writer.hpp"
#include "report/view.hpp"

namespace muster::app {

[[nodiscard]] std::vector<io::WorkbookTable> plan_book(const KeptPlan& kept,
                                                       const report::PlanView& view);

}  // namespace muster::app
