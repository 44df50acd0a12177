// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "base/wide.hpp"

namespace muster::report {

// Of a plan for drawn futures (plan --robust): it, and the plan of the same situation without them.
struct RobustFigures {
  std::optional<int> percent;  // aims at the futures beyond it; none: at their mean
  std::int64_t trials = 0;     // other futures, drawn anew, in which both were tried
  struct Side {
    // Weighted thousandths × days: as offered, on average of the futures, and of those that count.
    Wide unmet = 0, unmet_on_average = 0, unmet_in_worst = 0;
    std::int64_t p10 = 0, p50 = 0, p90 = 0;  // share filled in the trials, in millionths
    friend bool operator==(const Side&, const Side&) = default;
  };
  Side plan, without;
  friend bool operator==(const RobustFigures&, const RobustFigures&) = default;
};

}  // namespace muster::report
