// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>

#include "app/answer.hpp"

namespace muster::app {

struct WorthRequest {
  std::filesystem::path plan;
  std::size_t confirmed = 5;  // of the first, how many are planned again
  std::size_t shown = 20;
};
// What one more of each capability in each period would fill.
[[nodiscard]] Answer worth_of_more(const WorthRequest& request, const Speech& speech);

}  // namespace muster::app
