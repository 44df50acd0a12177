// SPDX-License-Identifier: Apache-2.0
// scope: an offer made for one activity or one requirement serves nothing else, and a requirement
// that states no quantity is served by nothing. Measured: 1 use outside the scope; allowed: 0.
#include "judge/rules/rules.hpp"

namespace muster::judge {

void check_scope(const Candidate& candidate, Findings& found) {
  const Offer& offer = candidate.offer;
  const bool other_activity = offer.activity && *offer.activity != candidate.requirement.activity;
  const bool other_requirement =
      offer.requirement && *offer.requirement != candidate.tour.requirement;
  if (other_activity || other_requirement)
    found.add({Rule::scope, candidate.tour.period, 1, 0, offer.source});
  if (!candidate.requirement.quantity)
    found.add({Rule::scope, candidate.tour.period, 1, 0, candidate.requirement.source});
}

}  // namespace muster::judge
