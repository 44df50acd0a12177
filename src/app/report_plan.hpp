// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "app/answer.hpp"

namespace muster::app {

// Prints a plan's folder again, from its data, tours and deliveries as they stand; writes the
// report as a page where a file is named.
[[nodiscard]] Answer report_plan(const std::filesystem::path& folder,
                                 const std::optional<std::filesystem::path>& page,
                                 const Speech& speech);

}  // namespace muster::app
