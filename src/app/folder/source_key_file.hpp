// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/problem.hpp"

#include "source/key.hpp"

namespace muster::app {

// A CSV file with the columns kind, place, value and words: what is to be found in a text.
[[nodiscard]] Result<std::vector<source::KeyRow>> read_source_key(
    const std::filesystem::path& file);

}  // namespace muster::app
