// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/instance/instance.hpp"

namespace muster::plan {

// Fills every row's reach: thousandths that can be on it in each bucket, at most its quantity;
// lower where its rules on nations and the lead's share leave less within reach of all that is
// offered.
void find_reach(Instance& instance, unsigned threads = 1);

}  // namespace muster::plan
