// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

// Why a unit (or one offer) is not on a requirement: the rules that it would break there, or what
// would be lost elsewhere.
[[nodiscard]] Answer why_not(const std::filesystem::path& plan,
                             const std::string& unit,
                             const std::string& line,
                             const Speech& speech);

}  // namespace muster::app
