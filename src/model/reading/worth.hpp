// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "model/reading/reading.hpp"

namespace muster::reading {

// Thousandths that one of `offered` is worth where `wanted` is asked, at wanted × size + offered.
[[nodiscard]] std::vector<std::uint16_t> worth_table(
    const Table<Capability>& capabilities, const std::vector<Substitution>& substitutions);

}  // namespace muster::reading
