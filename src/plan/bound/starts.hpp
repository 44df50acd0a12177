// SPDX-License-Identifier: Apache-2.0
// Prices to start the dual ascent from.
#pragma once

#include <optional>

#include "plan/pricing/prices.hpp"

namespace muster::plan {

// The prices of one bucket at which no unit earns more than its entry and its shortest tour cost:
// so the bound is what all rows of the busiest bucket are worth, each at what the cheapest unit
// that can serve it asks. Where units are only paid for serving at all, that is what the fewest
// units that the busiest bucket needs cost. None where no unit has an entry.
[[nodiscard]] std::optional<Prices<double>> peak_prices(const Instance& instance);

}  // namespace muster::plan
