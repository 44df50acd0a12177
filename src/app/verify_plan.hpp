// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/answer.hpp"
#include "app/data_set.hpp"

namespace muster::app {

// Proves a plan's folder from the folder and the data alone: every file as written, the data as
// claimed, every figure computed again, the bound from its prices. Exit::does_not_hold where a
// claim fails.
[[nodiscard]] Answer verify_plan(const std::filesystem::path& folder,
                                 const DataSet& data,
                                 const Speech& speech);

}  // namespace muster::app
