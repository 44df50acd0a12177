// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/answer.hpp"
#include "model/draft.hpp"

namespace muster::app {

// Writes the draft as a data package in normal form, with its schemas, and says where it is.
[[nodiscard]] Answer write_package(const Draft& draft,
                                   const std::filesystem::path& target,
                                   const Speech& speech);

}  // namespace muster::app
