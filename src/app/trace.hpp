// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <limits>
#include <string_view>

#include "app/folder/sheet.hpp"

namespace muster::app {

// How value and bound went on: a row where a step begins, and where either gets better. Seconds
// count from when the trace is made; value and bound are weighted requirement-days.
class Trace {
 public:
  void note(std::string_view step, double value, double bound);
  // seconds, step, value (empty: no plan yet), bound
  [[nodiscard]] const Sheet& sheet() const { return sheet_; }

 private:
  using Clock = std::chrono::steady_clock;

  Clock::time_point began_ = Clock::now();
  Sheet sheet_{{"seconds", "step", "value", "bound"}, {}};
  std::string step_;
  double value_ = std::numeric_limits<double>::infinity();
  double bound_ = -std::numeric_limits<double>::infinity();
};

}  // namespace muster::app
