// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/answer.hpp"
#include "report/comparison.hpp"

namespace muster::app {

struct ComparisonRequest {
  std::filesystem::path before, after;
  std::string nation;  // a key; empty: all nations
  report::Grouping by = report::Grouping::line;
  bool all = false;                           // also what does not fit a screen
  std::optional<std::filesystem::path> page;  // also written as a page
};

// Two plans' folders, each with the data it keeps: what changes, and why.
[[nodiscard]] Answer compare_plans(const ComparisonRequest& request, const Speech& speech);

}  // namespace muster::app
