// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

namespace muster::app {

// The folder of a data package, and the overlays stacked on it, the first one lowest.
struct DataSet {
  std::filesystem::path folder;
  std::vector<std::filesystem::path> overlays;
};

}  // namespace muster::app
