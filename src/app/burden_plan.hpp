// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

struct BurdenRequest {
  std::filesystem::path plan;
  std::string key;      // "gdp", "population" or a file; empty: GDP, unless more state population
  std::string without;  // the nation whose withdrawal is told; empty: the one that leaves most
  bool all = false;     // also what does not fit a screen
};

// Who bears how much of a plan's folder, and what it is without one nation.
[[nodiscard]] Answer burden_plan(const BurdenRequest& request, const Speech& speech);

}  // namespace muster::app
