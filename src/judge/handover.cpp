// SPDX-License-Identifier: Apache-2.0
// handover: where two units must overlap, a tour that takes over counts only when the handover is
// done; who does not stay longer than that fills nothing. Measured: the length; allowed: from one
// day more than the handover on.
#include "judge/rules/rules.hpp"

namespace muster::judge {
namespace {

// A requirement's first unit takes over from nobody.
Days handover_days(const Requirement& requirement, const Period& period) {
  return period.from == requirement.period.from ? Days{0} : Days{requirement.overlap_days};
}

}  // namespace

Period counted_days(const Scenario& scenario, const Tour& tour) {
  const Requirement& requirement = scenario->requirements[tour.requirement];
  const Day from = tour.period.from + handover_days(requirement, tour.period);
  return {std::min(from, tour.period.until), tour.period.until};
}

void check_handover(const Candidate& candidate, Findings& found) {
  const Period& period = candidate.tour.period;
  const Days handover = handover_days(candidate.requirement, period);
  if (handover > Days{0} && period.length() <= handover)
    found.add({Rule::handover,
               period,
               period.length().count(),
               handover.count() + 1,
               candidate.requirement.source});
}

}  // namespace muster::judge
