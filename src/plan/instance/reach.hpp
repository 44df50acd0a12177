// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/instance/instance.hpp"

namespace muster::plan {

// Thousandths that can be on a row in each bucket, at most its quantity: lower where its rules on
// nations and the lead's share leave less within reach of all that is offered.
[[nodiscard]] std::vector<std::int64_t> find_reach(const Instance& instance, RowIndex index);

}  // namespace muster::plan
