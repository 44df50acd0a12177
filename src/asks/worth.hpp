// SPDX-License-Identifier: Apache-2.0
// What one more of each capability in each period would fill, from the prices that bound the plan:
// a price is what a little more on a requirement through a bucket is worth to the relaxed problem
// (its dual value; Dantzig, Linear Programming and Extensions, 1963, ch. 12). It is a prediction;
// planning again with one more says what comes of it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "asks/asks.hpp"
#include "model/certificate.hpp"

namespace muster::asks {

struct Worth {
  Id<Capability> capability{0};
  Period period{};
  std::int64_t quantity = 1;     // one counting unit; of money a million EUR
  Wide predicted = 0;            // weight × thousandths × days
  std::optional<Wide> realised;  // by planning again with it, as far as that was asked for
};

// Of capabilities that are asked for, for each calendar quarter of the horizon (of a horizon above
// six years: each year); those of which one more is worth anything, the most first. The first
// `confirmed` of them are planned again.
[[nodiscard]] std::vector<Worth> worths(const Ground& ground,
                                        const Grid& grid,
                                        const Certificate& prices,
                                        std::size_t confirmed);

}  // namespace muster::asks
