// SPDX-License-Identifier: Apache-2.0
// What is looked at before something is recorded.
#pragma once

#include <string>

#include "base/problem.hpp"

#include "model/draft.hpp"

namespace muster::app {

// The problems that are there after a change and were not before.
[[nodiscard]] Problems new_problems(const Draft& before, const Draft& after);

// Empty: the source is among the sources, or none is named. Else what may help.
[[nodiscard]] std::string unknown_source(const Draft& draft, const std::string& source);

}  // namespace muster::app
