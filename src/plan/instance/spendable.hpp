// SPDX-License-Identifier: Apache-2.0
// What plans can take of budgets at most (docs/mathematics.md, "Labels").
#pragma once

#include <cstdint>

#include "base/table.hpp"

#include "model/scenario.hpp"

namespace muster::plan {

// The amount of each budget, rounded down to a multiple of what all charges of the offers that it
// pays for are multiples of.
[[nodiscard]] Table<Budget, std::int64_t> spendable(const Scenario& scenario, Counting counting);

}  // namespace muster::plan
