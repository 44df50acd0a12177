// SPDX-License-Identifier: Apache-2.0
// The drawings of the report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/figures/over_time.hpp"
#include "report/figures/pledges.hpp"
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
// What is required of a measure and how it is filled, on a mean day of each month; empty where
// nothing is required.
[[nodiscard]] std::string sand_chart(const PlanView& view, Measure measure);
// Of each requirement what is pledged, allocated and delivered; the frame is what was asked.
[[nodiscard]] std::string pledge_bars(const PlanView& view, const std::vector<Pledges>& all);
// Of each requirement the share of its days that is filled, by firmness, and what is missing.
[[nodiscard]] std::string fill_bars(const PlanView& view,
                                    const std::vector<Id<Requirement>>& requirements);
[[nodiscard]] std::string waterfall(const std::vector<FallStep>& steps);

// A nation's part of a burden beside its part of the key; thousandths of the whole.
struct ShareBar {
  std::string name;
  std::int64_t burden = 0;
  std::optional<std::int64_t> key;
};
[[nodiscard]] std::string share_bars(const std::vector<ShareBar>& bars, std::string_view label);

}  // namespace muster::report
