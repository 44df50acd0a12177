// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace muster {

// A whole number of one thing. Only sums of like things, and multiples, exist:
// adding persons to euros does not compile. The units themselves are named in
// model/amounts.hpp.
template <class Unit>
class Quantity {
 public:
  constexpr Quantity() noexcept = default;
  constexpr explicit Quantity(std::int64_t count) noexcept : count_{count} {}

  [[nodiscard]] constexpr std::int64_t count() const noexcept { return count_; }

  constexpr Quantity& operator+=(Quantity other) noexcept {
    count_ += other.count_;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity other) noexcept {
    count_ -= other.count_;
    return *this;
  }

  friend constexpr Quantity operator+(Quantity a, Quantity b) noexcept { return a += b; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) noexcept { return a -= b; }
  friend constexpr Quantity operator*(std::int64_t times, Quantity a) noexcept {
    return Quantity{times * a.count_};
  }
  friend constexpr auto operator<=>(Quantity, Quantity) noexcept = default;

 private:
  std::int64_t count_ = 0;
};

}  // namespace muster
