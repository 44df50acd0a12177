// SPDX-License-Identifier: Apache-2.0
// Numbers drawn small, with the block elements of Unicode.
#pragma once

#include <string>
#include <vector>

#include "base/wide.hpp"

namespace muster::report {

// `part` of `whole` as a bar of at most so many letters, exact to an eighth of one; where there is
// anything, something is drawn.
[[nodiscard]] std::string bar(Wide part, Wide whole, std::size_t letters);
// One letter for each value, as high as it stands between the least and the most.
[[nodiscard]] std::string sparkline(const std::vector<Wide>& values);

}  // namespace muster::report
