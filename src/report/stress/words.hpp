// SPDX-License-Identifier: Apache-2.0
// What text and page say alike.
#pragma once

#include <string>
#include <vector>

#include "report/stress.hpp"

namespace muster::report {

[[nodiscard]] std::string percent(double share);  // 61.3 %
[[nodiscard]] std::string tenths(double number);
[[nodiscard]] std::string points(double share);  // +2.4 points
// "In half of 1,000 futures …", as a minister would read it.
[[nodiscard]] std::string stress_headline(const StressView& view);
[[nodiscard]] std::string stress_certainty(const StressView& view);  // how exact that is
[[nodiscard]] std::string stress_assumed(const StressView& view);    // what was assumed
// The lines that the plan serves and that fail most often; behind them those that fall short in the
// plan already, those that lose most first.
[[nodiscard]] std::vector<const simulate::LineStress*> fragile_lines(const StressView& view);
[[nodiscard]] std::string line_words(const StressView& view, const simulate::LineStress& line);

}  // namespace muster::report
