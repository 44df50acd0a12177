// SPDX-License-Identifier: Apache-2.0
// readiness: a unit's notice is no longer than the requirement allows; not stated passes. Both in
// days.
#include "judge/rules/rules.hpp"

namespace muster::judge {

void check_readiness(const Candidate& candidate, Findings& found) {
  const auto has = candidate.unit.notice_days;
  const auto wanted = candidate.requirement.notice_days;
  if (has && wanted && *has > *wanted)
    found.add({Rule::readiness, candidate.tour.period, *has, *wanted, candidate.unit.source});
}

}  // namespace muster::judge
