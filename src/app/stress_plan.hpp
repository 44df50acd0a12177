// SPDX-License-Identifier: Apache-2.0
// What becomes of a plan when the world does not keep to it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "app/answer.hpp"
#include "app/make_plan.hpp"
#include "simulate/stress.hpp"

namespace muster::app {

struct StressRequest {
  std::filesystem::path plan;
  // Overlays on the data of the plan, of which only the table `uncertainty` counts.
  std::vector<std::filesystem::path> overlays;
  simulate::StressOptions options;  // threads 0: as many as the machine has
  bool criticality = true;
  std::size_t firm_up = 10;      // how many are tried; 0: none
  std::filesystem::path target;  // a folder for tables and page; empty: only shown
};
[[nodiscard]] Answer stress_plan(const StressRequest& request,
                                 const Speech& speech,
                                 Watcher& watcher,
                                 const std::stop_token& stop);

// The likelihoods that are assumed where the data says nothing, as the table `uncertainty`.
[[nodiscard]] Answer show_assumptions(const Speech& speech);

}  // namespace muster::app
