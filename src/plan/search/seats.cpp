// SPDX-License-Identifier: Apache-2.0
#include "plan/search/seats.hpp"

#include <algorithm>

namespace muster::plan {

Seats::Seats(const State& state) : first_(state.instance().rows.size() + 1, 0) {
  const Instance& instance = state.instance();
  const auto for_each_seat = [&](const auto& visit) {
    for (std::uint32_t m = 0; m < state.members().size(); ++m) {
      const Crew& crew = instance.crews[state.members()[m].crew];
      for (std::uint32_t u = 0; u < crew.uses.size(); ++u) {
        visit(crew.uses[u].row, Seat{m, u});
        if (crew.uses[u].also != no_row) visit(crew.uses[u].also, Seat{m, u});
      }
    }
  };
  for_each_seat([&](RowIndex row, const Seat& /*seat*/) { ++first_[row + 1]; });
  for (std::size_t r = 1; r < first_.size(); ++r) first_[r] += first_[r - 1];
  seats_.resize(first_.back());
  std::vector<std::size_t> next = first_;
  for_each_seat([&](RowIndex row, const Seat& seat) { seats_[next[row]++] = seat; });
}

bool Seats::can_serve(std::size_t member, RowIndex row) const {
  const auto seats = of_row(row);
  const auto found = std::ranges::lower_bound(
      seats, member, {}, [](const Seat& seat) -> std::size_t { return seat.member; });
  return found != seats.end() && found->member == member;
}

std::optional<Leg> leg_within(const Instance& instance,
                              const Crew& crew,
                              std::uint32_t index,
                              Boundary from,
                              Boundary until) {
  const Use& use = crew.uses[index];
  from = std::max(from, use.from);
  until = std::min(until, use.until);
  if (from >= until || counting_start(instance.rows[use.row], from) != from) return std::nullopt;
  const LengthWindow& lengths = instance.lengths[use.lengths];
  until = std::max(std::min(until, lengths.last_end[from]), lengths.first_end[from]);
  if (until > use.until || until > lengths.last_end[from]) return std::nullopt;
  return Leg{index, from, until};
}

}  // namespace muster::plan
