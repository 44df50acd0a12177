// SPDX-License-Identifier: Apache-2.0
// From a word to a thing handed over: what is pledged, allocated and delivered of what was asked.
#pragma once

#include <vector>

#include "report/figures/figures.hpp"

namespace muster::report {

// Of one requirement of the kind delivery; amounts in thousandths, not weighed by substitution.
struct Pledges {
  Id<Requirement> requirement{0};
  Amount asked;
  Amount pledged;    // of live offers for it, or that the plan uses for it
  Amount allocated;  // of these, what is accepted or firmer
  Amount delivered;  // of these, what rows of `deliveries` say is handed over or in use
};
// Requirements with a quantity for which anything is pledged, in the order of the table.
[[nodiscard]] std::vector<Pledges> pledges_of(const PlanView& view);

}  // namespace muster::report
