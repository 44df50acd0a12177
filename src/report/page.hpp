// SPDX-License-Identifier: Apache-2.0
// The report as one page: HTML and SVG without script, without a request to anywhere, printable on
// A4 landscape. Equal views give equal bytes.
#pragma once

#include <string>

#include "report/view.hpp"

namespace muster::report {

[[nodiscard]] std::string plan_page(const PlanView& view);

}  // namespace muster::report
