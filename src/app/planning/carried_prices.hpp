// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/certificate.hpp"

namespace muster::app {

// A situation on a grid.
struct Ground {
  const Scenario& scenario;
  const Grid& grid;
};

// Prices of one situation as a guess for another: of what has the same key, by the day. Pairs of
// kin and what has no key keep their prices only where there are as many in both.
[[nodiscard]] Certificate carried_prices(const Certificate& prices,
                                         const Ground& from,
                                         const Ground& to);

}  // namespace muster::app
