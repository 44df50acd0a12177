// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "explain/explain.hpp"
#include "explain/training/cohorts.hpp"

namespace muster::explain {

std::vector<TrainingCurve> training(const Scenario& scenario, const judge::Verdict& verdict) {
  std::vector<TrainingCurve> curves;
  for (const Programme& programme : scenario->programmes) {
    const auto days = days_covered(scenario, programme, verdict);
    if (!days) {
      curves.push_back(curve_of(programme, nullptr));
      continue;
    }
    const Instructors instructors = count_instructors(scenario, programme, verdict, *days);
    curves.push_back(curve_of(programme, &instructors));
  }
  return curves;
}

}  // namespace muster::explain
