// SPDX-License-Identifier: Apache-2.0
// The trade between fill and disturbance as text and JSON (docs/schema/frontier.json).
#pragma once

#include <string>
#include <vector>

#include "explain/frontier.hpp"
#include "report/text.hpp"

namespace muster::report {

[[nodiscard]] std::string frontier_text(const std::vector<explain::FrontierPoint>& points,
                                        const Terminal& terminal);
[[nodiscard]] std::string frontier_json(const std::vector<explain::FrontierPoint>& points);

}  // namespace muster::report
