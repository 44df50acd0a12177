// SPDX-License-Identifier: Apache-2.0
// Prices guessed from a plan: what a thousandth would be worth that nobody brings yet.
#pragma once

#include <cstdint>
#include <vector>

#include "plan/pricing/prices.hpp"

namespace muster::plan {

// `filled`: rows × buckets, thousandths. In every bucket the requirements for one capability have
// one price a day, though none above its own weight: the weight at which what is unmet of that
// weight and above is a part of all that is asked. By complementary slackness a requirement that is
// short has its weight as its price, and one that is filled what its units would bring elsewhere.
[[nodiscard]] Prices<double> prices_of_fill(const Instance& instance,
                                            const std::vector<std::vector<std::int64_t>>& filled);

}  // namespace muster::plan
