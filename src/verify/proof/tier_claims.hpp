// SPDX-License-Identifier: Apache-2.0
// What a strict plan claims of its tiers (docs/mathematics.md, "Strict").
#pragma once

#include <vector>

#include "verify/verify.hpp"

namespace muster::verify {

// Adds a check for each tier of the data; none where nothing is claimed of tiers.
void check_tiers(const Scenario& scenario,
                 const Claims& claims,
                 const judge::Verdict& verdict,
                 const Grid& grid,
                 std::vector<Check>& checks);

}  // namespace muster::verify
