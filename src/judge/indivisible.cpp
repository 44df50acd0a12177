// SPDX-License-Identifier: Apache-2.0
// indivisible: who serves an indivisible requirement serves its whole period, from its first day to
// its last. Measured: the days of it that the tour serves; allowed: no fewer than it has.
#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"

namespace muster::judge {

void check_indivisible(const Candidate& candidate, Findings& found) {
  const Requirement& requirement = candidate.requirement;
  if (!requirement.indivisible) return;
  const Period served = shared_days(candidate.tour.period, requirement.period);
  if (served == requirement.period) return;
  found.add({Rule::indivisible,
             candidate.tour.period,
             served.length().count(),
             requirement.period.length().count(),
             requirement.source});
}

}  // namespace muster::judge
