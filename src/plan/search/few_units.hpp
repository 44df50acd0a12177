// SPDX-License-Identifier: Apache-2.0
// Where nearly all can be filled and units cost to activate: all that is asked, served with no more
// units than a bound on what they cost allows. A walk that keeps the units few and the rules kept,
// and lets what is unserved move about until nothing is: each move puts one tour on what is
// unserved, in place of those that are in its way. What stays unserved for long weighs more and
// more (clause weighting: Morris, "The breakout method for escaping from local minima", AAAI 1993).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.hpp"

#include "plan/search/seats.hpp"

namespace muster::plan {

class FewUnits {
 public:
  // `seats` outlives it. Members start idle; of the units that cost to activate those serve that
  // can serve most, while what they cost together is at most `allowance` points.
  FewUnits(State state, const Seats& seats, std::int64_t allowance, Random random);

  // So many moves, or until all is served.
  void walk(std::uint64_t moves);
  [[nodiscard]] bool is_done() const { return unserved_.empty(); }
  [[nodiscard]] const State& state() const { return state_; }

 private:
  struct Placed {  // a leg, and what the walk asks of it
    Leg leg;
    Boundary rested = 0;  // from when the next may begin
    RowIndex row = 0, also = no_row;
  };
  struct Move {
    std::size_t seat = 0;  // among all
    RowIndex row = 0;
    Placed placed;
    double cost = 0;
  };

  void choose_units(std::int64_t allowance);
  void seat_all();
  void step();
  void decay();
  [[nodiscard]] Placed placed(const Crew& crew, const Leg& leg) const;
  [[nodiscard]] std::optional<Move> find_move(RowIndex row);
  [[nodiscard]] double cost_of(std::size_t member, const Placed& placed) const;
  bool make(const Move& move);
  bool change_schedule(std::size_t member, const Placed& placed);
  void touch(RowIndex row);
  void rest_from(std::size_t member, const Placed& ejected);
  void swap_units();
  [[nodiscard]] double lost_by_swap(std::uint32_t out, std::uint32_t in) const;
  void set_serving(std::uint32_t crew, bool serves);

  State state_;
  const Seats& seats_;
  Random random_;
  std::vector<std::vector<Placed>> placed_;             // by member, rising in time
  std::vector<std::vector<std::uint32_t>> members_of_;  // by crew
  std::vector<std::int64_t> cost_;                      // by crew: activation in points
  std::vector<std::uint32_t> serving_, idle_;  // crews that cost, by whether they may serve
  std::vector<char> may_serve_;                // by member
  std::int64_t left_ = 0;                      // of the allowance
  std::vector<double> weight_;                 // by row
  std::vector<RowIndex> unserved_;
  std::vector<std::uint32_t> place_;         // by row: where in unserved_
  std::vector<std::uint64_t> closed_until_;  // by seat: the move from which it is open again
  std::vector<Placed> in_the_way_, kept_;    // of the move at hand
  Schedule gone_, after_;
  double mean_days_ = 1;  // of a row's period
  std::uint64_t moves_ = 0;
};

}  // namespace muster::plan
