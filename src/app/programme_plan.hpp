// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

// The training programmes of a plan's folder; `activity` (a key; empty: all) leaves one.
[[nodiscard]] Answer programme_plan(const std::filesystem::path& folder,
                                    const std::string& activity,
                                    const Speech& speech);

}  // namespace muster::app
