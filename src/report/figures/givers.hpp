// SPDX-License-Identifier: Apache-2.0
// Who gives how much of what, at most at one time.
#pragma once

#include <map>
#include <vector>

#include "report/figures/figures.hpp"

namespace muster::report {

struct Given {
  Amount most;                       // on the day with most; of deliveries all together
  Counting degree = Counting::best;  // of its softest part
};
using GivenBy = std::map<Id<Nation>, std::map<Id<Capability>, Given>>;
// By the nation that gives and the capability that is required.
[[nodiscard]] GivenBy given_by(const PlanView& view,
                               const std::vector<Id<Requirement>>& requirements);

}  // namespace muster::report
