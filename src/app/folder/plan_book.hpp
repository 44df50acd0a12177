// SPDX-License-Identifier: Apache-2.0
// A plan as a workbook: what is required and how it is filled, tours, deliveries, shortfalls with
// their reasons, then the tables of its data.
#pragma once

#include <optional>
#include <vector>

#include "app/folder/about_sheet.hpp"
#include "app/folder/kept_plan.hpp"
#include "io/workbook_writer.hpp"
#include "report/view.hpp"

namespace muster::app {

// Of a reader's own view only what is its own. `moment`: of the ledger with that data, so that what
// is changed in the tables finds its way back (muster import workbook).
[[nodiscard]] std::vector<io::WorkbookTable> plan_book(const KeptPlan& kept,
                                                       const report::PlanView& view,
                                                       const std::optional<ExportedMoment>& moment);

}  // namespace muster::app
