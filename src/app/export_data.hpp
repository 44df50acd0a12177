// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/answer.hpp"
#include "app/data_set.hpp"

namespace muster::app {

// Writes the data set as one normalised data package, overlays applied. The folder must be missing
// or empty.
[[nodiscard]] Answer export_data(const DataSet& data,
                                 const std::filesystem::path& target,
                                 const Speech& speech);

}  // namespace muster::app
