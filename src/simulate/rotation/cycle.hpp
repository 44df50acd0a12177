// SPDX-License-Identifier: Apache-2.0
// The states that a policy leads a unit through, laid out in one row.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "simulate/rotation.hpp"

namespace muster::simulate {

// A stretch of the dwell cycle in which nothing changes.
struct Stretch {
  std::int32_t begin = 0, length = 0;  // days of the cycle
  bool deployable = false;
  std::string_view state;  // "Reset", …
  std::string_view label;  // the state; in Marathon's words where the window cuts it
};

struct Cycle {
  std::vector<Stretch> stretches;  // not empty; none of length 0
  std::int32_t length = 0;         // of the dwell cycle; at most `endless`
  std::int32_t deployed_days = 0, overlap_days = 0, demobilization_days = 0, recovery_days = 0;
  std::int32_t expected_dwell = 1;
  std::int32_t deployable_from = 0, deployable_until = endless;
  // In which stretch a day of the cycle lies: a day between two belongs to the earlier.
  [[nodiscard]] std::uint8_t at(std::int32_t cycle_day) const;
};

[[nodiscard]] Cycle cycle_of(const RotationPolicy& policy);

inline constexpr std::string_view state_deployed = "Deployed", state_overlapping = "Overlapping",
                                  state_demobilizing = "DeMobilization";

}  // namespace muster::simulate
