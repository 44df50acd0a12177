// SPDX-License-Identifier: Apache-2.0
// A situation cut into regions that can be searched side by side: no row, member or package belongs
// to two, and what binds them together (ceilings, budgets, stocks, kin) is dealt out or left alone.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"

#include "plan/search/state.hpp"

namespace muster::plan {

// Which members and packages could serve each row, and who are rivals beyond it.
struct Servers {
  std::vector<std::vector<std::size_t>> members, packages;  // by row
  // By package: others that draw on a stock of its, or are paid from its budget.
  std::vector<std::vector<std::size_t>> rivals;
  // By nation: members that count under a ceiling or fair share or are paid from a budget.
  std::vector<std::vector<std::size_t>> limited;
};
[[nodiscard]] Servers find_servers(const State& state);

struct Region {
  std::vector<RowIndex> rows;
  std::vector<char> is_open;  // by row: whether it belongs to the region
  std::size_t movable = 0;    // members and packages that may be moved
};

struct Regions {
  std::vector<Region> regions;
  std::vector<std::uint8_t> of_member, of_package;  // whose they are to move; nobodys
};
inline constexpr std::uint8_t nobodys = 0xFF;

// How many regions a search of so many members is cut into; it does not depend on the machine.
[[nodiscard]] std::size_t count_regions(const State& state);

// Kinds of capability are dealt at random. A member that serves, or is kin to one, beyond its
// region stays where it is.
[[nodiscard]] Regions cut_into_regions(const State& state, std::size_t count, Random& random);

}  // namespace muster::plan
