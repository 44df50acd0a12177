// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

struct PlacematRequest {
  std::filesystem::path plan;
  std::string activity;          // key; empty: the whole plan
  std::string nation;            // whose own view it is; empty: all is told
  std::string marking;           // stands on the sheet; empty: nothing
  std::filesystem::path target;  // .html or .pdf
};
[[nodiscard]] Answer write_placemat(const PlacematRequest& request, const Speech& speech);

}  // namespace muster::app
