// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

#include "app/answer.hpp"

namespace muster::app {

struct InventionRequest {
  std::filesystem::path target;
  int units = 60, requirements = 60, months = 36, nations = 12;
  int demand_percent = 115;  // of what the units' tempo allows
  std::uint64_t seed = 1;
};

// The ranges that InventionRequest allows.
inline constexpr int most_nations = 30;
inline constexpr int most_months = 600;
inline constexpr int most_things = 100'000;

// Writes an invented data set, the same for the same request (docs/generate.md). The folder must be
// missing or empty.
[[nodiscard]] Answer generate_data(const InventionRequest& request, const Speech& speech);

}  // namespace muster::app
