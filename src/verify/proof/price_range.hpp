// SPDX-License-Identifier: Apache-2.0
// Whether prices are those of a certificate: one for everything that has one, each in its range.
#pragma once

#include <string>

#include "model/certificate.hpp"
#include "model/grid.hpp"

namespace muster::verify {

[[nodiscard]] bool is_complete(const Scenario& scenario,
                               const Grid& grid,
                               const Certificate& certificate);

// The first price that is out of its range, in words; empty: none.
[[nodiscard]] std::string price_out_of_range(const Scenario& scenario,
                                             const Grid& grid,
                                             const Certificate& certificate);

}  // namespace muster::verify
