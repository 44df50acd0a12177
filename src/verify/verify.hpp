// SPDX-License-Identifier: Apache-2.0
// The proof, checked: recomputes from data and plan alone, in whole numbers, by programs that are
// slow and obvious. Shares nothing with the optimiser.
#pragma once

#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "model/certificate.hpp"
#include "model/grid.hpp"
#include "model/tiers.hpp"

namespace muster::verify {

// What a plan's folder claims.
struct Claims {
  Plan plan;
  Plan in_force;
  GridStep step = GridStep::month;
  Certificate certificate;  // with the bound it claims
  judge::Goals goals;
  std::vector<TierProof> tiers;  // of a strict plan; empty: of another
};

struct Check {
  std::string claim;  // "feasible", "objective", "on the grid", "prices in range", "bound",
                      // "bound <= value"; of a strict plan also "tier 1", "tier 2", …
  bool holds = false;
  std::string finding;  // one sentence with the figures recomputed
};

// In a fixed order, every one computed even where an earlier one fails.
[[nodiscard]] std::vector<Check> verify(const Scenario& scenario, const Claims& claims);

// The bound that the prices prove, in exact integers, on every plan that begins and ends everything
// at boundaries of the grid. Demands a price for every bucket and limit; whether the prices are in
// range is the caller's to check: only then is it a bound.
[[nodiscard]] Points prove(const Scenario& scenario,
                           Counting counting,
                           const Plan& in_force,
                           const Grid& grid,
                           const Certificate& certificate);

}  // namespace muster::verify
