// SPDX-License-Identifier: Apache-2.0
// A plan's folder with the data that it keeps, judged again: what `report` and `compare` look at.
#pragma once

#include <filesystem>
#include <memory>

#include "app/folder/plan_folder.hpp"

namespace muster::app {

struct KeptPlan {
  std::unique_ptr<Situation> situation;  // stays where it is: `parts` points to it
  PlanParts parts;                       // without grid and prices, which nobody reads here
  Record record;
};
[[nodiscard]] Result<KeptPlan> open_kept(const std::filesystem::path& folder);

}  // namespace muster::app
