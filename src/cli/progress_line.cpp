// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_line.hpp"

#include <cmath>
#include <ostream>

#include <fmt/format.h>

namespace muster::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto between_rewrites = 100ms;
constexpr auto between_lines = 1s;
constexpr double percent = 100.0;

}  // namespace

std::string progress_text(
    std::string_view step, double share, double seconds, double value, double bound) {
  std::string text = fmt::format("{}  {:.0f} %", step, share * percent);
  if (share > 0 && seconds > 0) {
    text += fmt::format("  {:.1f} %/s  {:.0f} s left",
                        share * percent / seconds,
                        std::ceil(seconds * (1 - share) / share));
  }
  if (std::isfinite(value)) {
    text += fmt::format("  unmet {:.1f}, at least {:.1f}", value, bound);
    if (value > 0) text += fmt::format(", gap {:.1f} %", percent * (value - bound) / value);
  }
  return text;
}

void ProgressLine::progress(std::string_view step, double share, double value, double bound) {
  if (form_ == Form::silent) return;
  const Clock::time_point now = Clock::now();
  const bool is_new = step != step_;
  if (is_new) {
    step_ = step;
    step_began_ = now;
  }
  const Clock::duration pause =
      form_ == Form::one_line ? Clock::duration{between_rewrites} : Clock::duration{between_lines};
  if (now - written_ < pause && (form_ == Form::one_line || !is_new)) return;
  written_ = now;
  const double seconds = std::chrono::duration<double>(now - step_began_).count();
  std::string text = progress_text(step, share, seconds, value, bound);
  if (form_ == Form::many_lines) {
    out_ << text << "\n" << std::flush;
    return;
  }
  text.resize(width_ > 1 ? width_ - 1 : text.size(), ' ');  // also wipes what stood there before
  out_ << "\r" << text << std::flush;
  dirty_ = true;
}

ProgressLine::~ProgressLine() {
  if (dirty_) out_ << "\r" << std::string(width_ > 1 ? width_ - 1 : 0, ' ') << "\r" << std::flush;
}

}  // namespace muster::cli
