// SPDX-License-Identifier: Apache-2.0
// The parts of a plan's text, in the order in which they are read. An empty text: nothing to show.
#pragma once

#include <string>
#include <string_view>

#include "report/text.hpp"

namespace muster::report {

[[nodiscard]] std::string heading(std::string_view title, const Terminal& terminal);

[[nodiscard]] std::string headline_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string tiers_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string futures_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string fair_shares_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string requirements_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string shortfalls_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string training_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string funds_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string stocks_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string spending_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string conditions_text(const PlanView& view, const Terminal& terminal);
[[nodiscard]] std::string promises_text(const PlanView& view, const Terminal& terminal);

}  // namespace muster::report
