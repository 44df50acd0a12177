// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/wide.hpp"

namespace muster::app {

// A whole number of `10^-places`, as a decimal without trailing zeros: decimal(1500, 3) is "1.5".
[[nodiscard]] std::string decimal(Wide value, int places);

// (value − bound) / value in millionths, rounded up, as a decimal: "0.0125". "0" where value is 0.
[[nodiscard]] std::string gap_text(Wide value, Wide bound);

}  // namespace muster::app
