// SPDX-License-Identifier: Apache-2.0
// What of a plan is added up: all of it, each activity, each priority.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "simulate/stress/trial.hpp"

namespace muster::simulate {

// Shares are of weighted requirement-days.
struct Groups {
  std::vector<std::string> names;  // the first is all, then activities, then priorities
  std::size_t activities = 0;      // how many of them
  std::vector<std::array<std::uint32_t, 3>> of_line;  // the groups that a line counts in
  std::vector<double> required;                       // by group
  std::vector<double> planned_unmet;
};
[[nodiscard]] Groups groups_of(const Field& field, const Trial& trial);

}  // namespace muster::simulate
