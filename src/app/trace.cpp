// SPDX-License-Identifier: Apache-2.0
#include "app/trace.hpp"

#include <algorithm>
#include <cmath>

#include "app/folder/amount_text.hpp"

namespace muster::app {
namespace {

// With three places; what is not finite has no text.
std::string text_of(double value) {
  constexpr double thousand = 1000.0;
  return std::isfinite(value) ? decimal(std::llround(value * thousand), 3) : std::string{};
}

}  // namespace

void Trace::note(std::string_view step, double value, double bound) {
  if (step == step_ && value >= value_ && bound <= bound_) return;
  step_ = step;
  value_ = std::min(value_, value);
  bound_ = std::max(bound_, bound);
  const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  sheet_.rows.push_back({text_of(seconds), step_, text_of(value_), text_of(bound_)});
}

}  // namespace muster::app
