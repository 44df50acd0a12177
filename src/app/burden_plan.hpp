// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

struct BurdenRequest {
  std::filesystem::path plan;
  std::string key;      // "gdp", "population" or a file; empty: GDP, unless more state population
  std::string without;  // the nation whose withdrawal is told; empty: the one that leaves most
  bool all = false;     // also what does not fit a screen
  // A folder for an overlay with each nation's fair share by the key, to plan evenly with; none: it
  // is not written. What a people-day above it is to weigh, in requirement-days.
  std::optional<std::filesystem::path> overlay;
  std::string weight = "0.001";
};

// Who bears how much of a plan's folder, and what it is without one nation.
[[nodiscard]] Answer burden_plan(const BurdenRequest& request, const Speech& speech);

}  // namespace muster::app
