// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sheets/kiel/pledges.hpp"
#include "sheets/kiel/sums.hpp"

namespace muster::sheets::kiel {

// What pledges and published sums say, in the order of its days. Values that are rounded to the
// thousands in which money is kept are added to `repairs`.
[[nodiscard]] std::vector<Statement> statements_of(const std::vector<Pledge>& pledges,
                                                   const std::vector<PublishedSum>& sums,
                                                   Day release,
                                                   std::vector<Repair>& repairs);

}  // namespace muster::sheets::kiel
