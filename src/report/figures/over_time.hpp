// SPDX-License-Identifier: Apache-2.0
// What is required and filled month by month, and from what is required to what is missing.
#pragma once

#include <string>
#include <vector>

#include "report/figures/figures.hpp"

namespace muster::report {

struct MonthFill {
  Period month{};
  Fill fill;  // thousandths × days
  // Thousandths on a mean day of the month.
  [[nodiscard]] std::int64_t mean(Wide amount_days) const;
};
// Of all requirements of a measure, in the months that are shown.
[[nodiscard]] std::vector<MonthFill> fill_by_month(const PlanView& view, Measure measure);

// Of all requirements of a capability with a quantity, in the months that are shown.
struct CapabilityFill {
  Id<Capability> capability{0};
  std::vector<Fill> by_month;
};
// Capabilities that are asked for, in the order of the table.
[[nodiscard]] std::vector<CapabilityFill> fill_by_capability(const PlanView& view);

// One column of the waterfall: weighted thousandths × days.
struct FallStep {
  std::string name;
  std::string_view look;     // class of the page's style
  Wide from = 0, until = 0;  // of what is required: until − from is the column's amount
};
// All that is required; what is filled, the firmest first; what is missing, by the nearest reason
// of each shortfall, the largest first. From 0 to all that is required.
[[nodiscard]] std::vector<FallStep> waterfall_of(const PlanView& view);

}  // namespace muster::report
