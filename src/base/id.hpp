// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace muster {

// Names one element of one table: Id<Unit> cannot be used where Id<Nation> is
// expected, nor where a number is. There is no null id; use std::optional.
template <class Thing>
class Id {
 public:
  constexpr explicit Id(std::uint32_t index) noexcept : index_{index} {}

  [[nodiscard]] constexpr std::uint32_t index() const noexcept { return index_; }

  friend constexpr auto operator<=>(Id, Id) noexcept = default;

 private:
  std::uint32_t index_;
};

}  // namespace muster

template <class Thing>
struct std::hash<muster::Id<Thing>> {
  std::size_t operator()(muster::Id<Thing> id) const noexcept {
    return std::hash<std::uint32_t>{}(id.index());
  }
};
