// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace muster {

// A civil day, UTC. The product plans in whole days; no clock time exists in it.
using Day = std::chrono::sys_days;
using Days = std::chrono::days;

// Half-open: from is in, until is out. Invariant: from <= until.
struct Period {
  Day from;
  Day until;

  [[nodiscard]] constexpr Days length() const noexcept { return until - from; }
  [[nodiscard]] constexpr bool contains(Day day) const noexcept {
    return from <= day && day < until;
  }
  friend constexpr bool operator==(const Period&, const Period&) = default;
};

// ISO 8601, "2026-03-01". (g++ 12 has neither chrono::parse nor operator<< for dates.)
[[nodiscard]] std::string to_text(Day day);
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

}  // namespace muster
