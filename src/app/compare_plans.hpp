// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

// Two plans' folders, each with the data it keeps, tour by tour. `nation` is a key; empty: all
// nations.
[[nodiscard]] Answer compare_plans(const std::filesystem::path& before,
                                   const std::filesystem::path& after,
                                   const std::string& nation,
                                   const Speech& speech);

}  // namespace muster::app
