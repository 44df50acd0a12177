// SPDX-License-Identifier: Apache-2.0
// Instructors by day, and the cohorts that they can teach.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "explain/explain.hpp"

namespace muster::explain {

// How many there are on every day from `first` on, in thousandths.
struct Instructors {
  Day first{};
  std::vector<std::int64_t> thousandths;
  void add(Period days, Amount amount);  // days outside are left out
};

// Whether the requirement's people teach in the activity.
[[nodiscard]] bool teaches(const Scenario& scenario, Id<Requirement> id, Id<Activity> activity);

// The days on which the programme's cohorts are counted; none: nobody is asked to teach.
[[nodiscard]] std::optional<Period> days_covered(const Scenario& scenario,
                                                 const Programme& programme,
                                                 const judge::Verdict& verdict);
[[nodiscard]] Instructors count_instructors(const Scenario& scenario,
                                            const Programme& programme,
                                            const judge::Verdict& verdict,
                                            Period days);

// What these instructors bring; by none, nothing but what was trained before.
[[nodiscard]] TrainingCurve curve_of(const Programme& programme, const Instructors* instructors);

}  // namespace muster::explain
