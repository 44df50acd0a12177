// SPDX-License-Identifier: Apache-2.0
// The plan as one page that needs nothing else: no request to anywhere, readable without script,
// fit to be printed.
#pragma once

#include <cstdint>
#include <string>

#include "report/view.hpp"

namespace muster::report {

enum class Paper : std::uint8_t { a4, a3 };

struct PageLook {
  Paper paper = Paper::a4;  // landscape, when it is printed
  std::string marking;      // stands on every sheet; empty: nothing
};
[[nodiscard]] std::string plan_page(const PlanView& view, const PageLook& look = {});

}  // namespace muster::report
