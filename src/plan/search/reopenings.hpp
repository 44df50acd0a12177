// SPDX-License-Identifier: Apache-2.0
// Rounds of the search that reopen the schedules of some dozens of members around what is unmet and
// decide them together, all the rest of the plan as it is. The tours to choose from are priced for
// it: column generation (Dantzig and Wolfe, Operations Research 8, 1960) on what the rest leaves
// open. Then the programme dives: the most decided schedules are fixed, and the others priced anew,
// until all are; where that finds nothing better, few members are decided by the integer programme.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"

#include "plan/lp/reopening.hpp"
#include "plan/search/record.hpp"
#include "plan/search/regions.hpp"

namespace muster::plan {

class Reopenings {
 public:
  // `state`, `servers` and `prices` outlive it.
  Reopenings(State& state, const Servers& servers, const Prices<double>& prices);

  // Kept only where less is unmet.
  void round(Random random, const std::stop_token& stop);

  [[nodiscard]] const Removed& changed() const { return removed_; }
  [[nodiscard]] bool is_kept() const { return is_kept_; }

 private:
  [[nodiscard]] RowIndex pick_row(Random& random) const;
  [[nodiscard]] RowIndex row_of(std::size_t member, Random& random) const;
  void pick_members(Random& random);
  void take_out();
  [[nodiscard]] bool is_improved() const;
  [[nodiscard]] bool may_improve(const Reopening& reopening) const;
  bool price_tours(Reopening& reopening, int most_times, const std::stop_token& stop);
  void allow_first_tours(Reopening& reopening) const;
  void dive(const std::stop_token& stop);
  void fix_decided(Reopening& reopening, std::vector<Schedule>& done);
  void decide(const std::stop_token& stop);
  void put_back(const std::vector<Schedule>& schedules);
  void restore();

  State& state_;
  const Servers& servers_;
  const Prices<double>& prices_;
  Prices<double> at_hand_;  // of the programme
  Value before_;
  Removed removed_;
  bool is_kept_ = false;
};

}  // namespace muster::plan
