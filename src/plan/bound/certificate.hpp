// SPDX-License-Identifier: Apache-2.0
// From prices in floating point to whole prices, and what these prove.
#pragma once

#include "plan/pricing/prices.hpp"

namespace muster::plan {

// Rounds down into the allowed range and computes the exact bound (docs/mathematics.md,
// "Certificate").
[[nodiscard]] Certificate make_certificate(const Instance& instance,
                                           const Prices<double>& prices,
                                           unsigned threads);

// The other way: in points / 10^9, within the range that prices may have.
[[nodiscard]] Prices<double> prices_of(const Instance& instance, const Certificate& certificate);

}  // namespace muster::plan
