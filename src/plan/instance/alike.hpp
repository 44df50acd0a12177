// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/instance/instance.hpp"

namespace muster::plan {

// Interchangeable units: for each crew the first that is alike in all that prices look at (itself,
// where there is none). At any prices crews that are alike have the same best schedule, use by use.
// Which offers they stand for may differ, and what these cost once.
[[nodiscard]] std::vector<std::uint32_t> find_alike(const Instance& instance, unsigned threads);

}  // namespace muster::plan
