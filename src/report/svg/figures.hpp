// SPDX-License-Identifier: Apache-2.0
// The drawings of the report.
#pragma once

#include <string>
#include <vector>

#include "report/view.hpp"

namespace muster::report {

inline constexpr int drawing_width = 1120;  // fits A4 landscape without shrinking much
inline constexpr int label_width = 250;

// One activity: each requirement's fill over time, and below it the tours and deliveries, a lane an
// offer, in order of nations. `with_lanes` false: only the fill.
[[nodiscard]] std::string gantt(const PlanView& view,
                                const std::vector<Id<Requirement>>& requirements,
                                std::string_view label,
                                bool with_lanes);
// The same hatchings with their words.
[[nodiscard]] std::string gantt_legend();
// Share filled per capability and month; empty where nothing has a quantity.
[[nodiscard]] std::string heat_map(const PlanView& view);
[[nodiscard]] std::string training_drawing(const PlanView& view,
                                           const explain::TrainingCurve& curve);

}  // namespace muster::report
