// SPDX-License-Identifier: Apache-2.0
// May this folder be written to? Results never land on what somebody else keeps there.
#pragma once

#include <filesystem>
#include <string>

#include "app/data_set.hpp"

namespace muster::app {

// Why not, as a sentence without a full stop; empty: it may. A folder that is missing or empty, or
// holds a plan of ours, may be written to; any other only with `force`, and never one that holds
// the data or the working folder.
[[nodiscard]] std::string objection_to_plan(const std::filesystem::path& target,
                                            const DataSet& data,
                                            bool force);

// A data package is only written where nothing is.
[[nodiscard]] std::string objection_to_package(const std::filesystem::path& target);

}  // namespace muster::app
