// SPDX-License-Identifier: Apache-2.0
// prices.csv: the certificate, a row for each price above zero.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"

#include "model/certificate.hpp"
#include "model/scenario.hpp"
#include "model/tiers.hpp"

namespace muster::app {

[[nodiscard]] std::string price_text(const Scenario& scenario,
                                     const Grid& grid,
                                     const Certificate& certificate);
// Without the bound, which plan.json claims. Prices may be out of range: verify says so.
[[nodiscard]] Result<Certificate> read_prices(const Scenario& scenario,
                                              const Grid& grid,
                                              const std::string& bytes);

// tier-prices.csv of a strict plan: the same, with the tier's number (from 1) before each row.
inline constexpr const char* tier_prices_file = "tier-prices.csv";
[[nodiscard]] std::string tier_price_text(const Scenario& scenario,
                                          const Grid& grid,
                                          const std::vector<TierProof>& tiers);
// Of so many tiers.
[[nodiscard]] Result<std::vector<Certificate>> read_tier_prices(const Scenario& scenario,
                                                                const Grid& grid,
                                                                std::size_t tiers,
                                                                const std::string& bytes);

}  // namespace muster::app
