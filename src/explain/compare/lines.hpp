// SPDX-License-Identifier: Apache-2.0
// What changes line by line.
#pragma once

#include <vector>

#include "explain/compare/why.hpp"

namespace muster::explain {

// The largest change of weighted unmet first, of equals in the order of keys. `changes` are the
// comparison's.
[[nodiscard]] std::vector<LineChange> line_changes(const Judged& before,
                                                   const Judged& after,
                                                   const std::vector<TourChange>& changes);

}  // namespace muster::explain
