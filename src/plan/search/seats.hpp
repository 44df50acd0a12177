// SPDX-License-Identifier: Apache-2.0
// Who can sit where: for each row the members that can serve it, by which use.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "plan/search/state.hpp"

namespace muster::plan {

struct Seat {
  std::uint32_t member = 0, use = 0;
};

class Seats {
 public:
  explicit Seats(const State& state);

  [[nodiscard]] std::span<const Seat> of_row(RowIndex row) const {
    return std::span{seats_}.subspan(first_[row], first_[row + 1] - first_[row]);
  }
  // The number of a row's first seat among all.
  [[nodiscard]] std::size_t first(RowIndex row) const { return first_[row]; }
  [[nodiscard]] const Seat& at(std::size_t number) const { return seats_[number]; }
  [[nodiscard]] std::size_t size() const { return seats_.size(); }
  [[nodiscard]] bool can_serve(std::size_t member, RowIndex row) const;

 private:
  std::vector<Seat> seats_;  // by row; of a row by member
  std::vector<std::size_t> first_;
};

// The tour of a use that fills most of a span of buckets [from, until); none where its window or
// the lengths that are allowed leave none.
[[nodiscard]] std::optional<Leg> leg_within(
    const Instance& instance, const Crew& crew, std::uint32_t use, Boundary from, Boundary until);

}  // namespace muster::plan
