// SPDX-License-Identifier: Apache-2.0
// What text, JSON and page say of a training programme.
#pragma once

#include <string>
#include <vector>

#include "report/programme.hpp"

namespace muster::report {

// What was trained by the end of each month; of a long programme by the end of a quarter or year.
struct TrainedBy {
  Day on{};  // the first day after
  std::int64_t cohorts = 0, trained = 0;
};
[[nodiscard]] std::vector<TrainedBy> trained_over_time(const explain::TrainingCurve& curve);

// "+31 days", "not reached" without it, "never reached" with it either, "same day".
[[nodiscard]] std::string target_without_words(const explain::TrainingCurve& curve,
                                               const explain::Rotation& rotation);
// What a cohort is.
[[nodiscard]] std::string cohort_sentence(const Scenario& scenario,
                                          const explain::Outlook& outlook);
[[nodiscard]] std::string_view no_programme_words();

}  // namespace muster::report
