// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/answer.hpp"

namespace muster::app {

struct ExplainRequest {
  std::filesystem::path plan;
  std::string what;                 // a requirement or an activity; empty: everything that is short
  std::optional<std::size_t> ways;  // ways out of each shortfall; none: few, where there is time
};
// Why something is short, and the ways out, each confirmed by planning again.
[[nodiscard]] Answer explain_plan(const ExplainRequest& request, const Speech& speech);

struct AsksRequest {
  std::filesystem::path plan;
  std::string what;  // as above
  bool by_nation = false;
  std::optional<std::size_t> most;                // changes
  std::optional<std::int64_t> cost;               // of asking, at most
  std::optional<std::filesystem::path> overlays;  // where to write an overlay for each ask
};
// The asks that close the most at the least cost.
[[nodiscard]] Answer find_asks(const AsksRequest& request,
                               const Speech& speech,
                               const std::stop_token& stop);

}  // namespace muster::app
