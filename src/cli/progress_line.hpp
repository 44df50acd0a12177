// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>
#include <string_view>

#include "app/make_plan.hpp"

namespace muster::cli {

// Shows how planning goes on: on a terminal as one line written over and over, elsewhere as a line
// now and then; or not at all.
class ProgressLine : public app::Watcher {
 public:
  enum class Form : std::uint8_t { silent, one_line, many_lines };
  ProgressLine(std::ostream& out, Form form, std::size_t width)
      : out_{out}, form_{form}, width_{width} {}
  ~ProgressLine() override;
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void progress(std::string_view step, double share, double value, double bound) override;

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& out_;
  Form form_;
  std::size_t width_;
  std::string step_;
  Clock::time_point step_began_;
  Clock::time_point written_;
  bool dirty_ = false;
};

// "neighbourhoods  42 %  3.1 %/s  19 s left  unmet 120.5, at least 118.2, gap 1.9 %".
[[nodiscard]] std::string progress_text(
    std::string_view step, double share, double seconds, double value, double bound);

}  // namespace muster::cli
