// SPDX-License-Identifier: Apache-2.0
// substitution: what is offered must be worth something where it is used. Measured: the
// contribution in thousandths, always 0; allowed: from 1 on.
#include "judge/rules/rules.hpp"

namespace muster::judge {

void check_substitution(const Candidate& candidate, Findings& found) {
  const Tour& tour = candidate.tour;
  const Amount amount =
      candidate.scenario.contribution(tour.offer, tour.requirement, tour.quantity);
  if (amount <= Amount{0})
    found.add({Rule::substitution, tour.period, amount.count(), 1, candidate.offer.source});
}

}  // namespace muster::judge
