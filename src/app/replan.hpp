// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/make_plan.hpp"

namespace muster::app {

struct ReplanRequest {
  std::filesystem::path plan;  // the folder of the plan in force
  // Overlays on the data kept with the plan, or on `folder` where that is not empty; counting and
  // grid are those of the plan in force.
  PlanRequest planning;
  std::int64_t freeze_days = 0;
  std::optional<Day> on;  // the day of replanning; none: the day on which the data was true
  // What a day that the plan in force did not have costs, in thousandths of a weighted
  // requirement-day; none: what the data states, else half of what a day of the lowest priority
  // weighs, so that nothing is filled less for it, but nothing moves for little.
  std::optional<std::int64_t> disturbance;
  bool fill_first = false;  // distance is the last of the goals, whatever is stated
};

// The plan in force made lawful and full again with little disturbance: tours that have begun, and
// those that begin within the freeze, stay unless a rule forbids them; the search starts from the
// plan in force and prefers its tours. Judged, proved and written as make_plan does.
[[nodiscard]] Answer replan(const ReplanRequest& request,
                            const Speech& speech,
                            Watcher& watcher,
                            const std::stop_token& stop);

// The trade between fill and disturbance: the same for one weight of disturbance after another,
// from none to where nothing changes. Nothing is written.
[[nodiscard]] Answer replan_curve(const ReplanRequest& request,
                                  const Speech& speech,
                                  Watcher& watcher,
                                  const std::stop_token& stop);

}  // namespace muster::app
