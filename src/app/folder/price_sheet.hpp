// SPDX-License-Identifier: Apache-2.0
// prices.csv: the certificate, a row for each price above zero.
#pragma once

#include <string>

#include "base/problem.hpp"

#include "model/certificate.hpp"
#include "model/scenario.hpp"

namespace muster::app {

[[nodiscard]] std::string price_text(const Scenario& scenario,
                                     const Grid& grid,
                                     const Certificate& certificate);
// Without the bound, which plan.json claims. Prices may be out of range: verify says so.
[[nodiscard]] Result<Certificate> read_prices(const Scenario& scenario,
                                              const Grid& grid,
                                              const std::string& bytes);

}  // namespace muster::app
