// SPDX-License-Identifier: Apache-2.0
// Rounds of the large-neighbourhood search on one state, within one region: some members and
// packages are taken out and put back where they are best; a worse plan is kept by annealing.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"

#include "plan/search/record.hpp"
#include "plan/search/regions.hpp"

namespace muster::plan {

// How warm the annealing starts is learnt from the first rounds that made a plan worse; until then
// no such round is kept.
struct Heat {
  double worse = 0;  // their sum, points / 10^9
  std::uint64_t rounds = 0;
  [[nodiscard]] bool is_learnt() const { return rounds >= rounds_to_learn; }
  // `share` of the search that is done, 0 … 1: cools to nothing.
  [[nodiscard]] double temperature(double share) const;
  void add(const Heat& other) {
    worse += other.worse;
    rounds += other.rounds;
  }
  static constexpr std::uint64_t rounds_to_learn = 300;
};

class Rounds {
 public:
  // `regions`, `servers` and `prices` outlive it; `region` is the index of what it may move.
  Rounds(State& state,
         const Regions& regions,
         std::uint8_t region,
         const Servers& servers,
         const Prices<double>& prices,
         Random random);

  // `seen`: what earlier rounds taught about the heat.
  void round(double share, const Heat& seen);

  [[nodiscard]] const Heat& learnt() const { return learnt_; }
  [[nodiscard]] const Removed& changed() const { return removed_; }
  // Whether the last round changed the plan.
  [[nodiscard]] bool is_kept() const { return is_kept_; }

 private:
  [[nodiscard]] bool accepts(double worse, double share, const Heat& seen);
  [[nodiscard]] RowIndex pick_row();
  [[nodiscard]] RowIndex row_of(std::size_t member);
  void pick_members(RowIndex row, std::size_t wanted);
  void pick_among(const std::vector<std::size_t>& members, std::size_t wanted);
  void pick_limited();
  void pick_packages(RowIndex row);
  void pick_package(const std::vector<std::size_t>& among);
  void look_at_worst();
  void take_out();
  void put_back();
  void restore();
  void shake(std::size_t member, double noise);

  State& state_;
  const Regions& regions_;
  const Region& region_;
  std::uint8_t index_;
  const Servers& servers_;
  const Prices<double>& prices_;
  Random random_;
  Heat learnt_;
  Removed removed_;
  bool is_kept_ = false;
  bool is_by_worst_ = false;        // members are put back by the futures that are the worst now
  std::vector<std::size_t> order_;  // indices into removed_
  std::vector<double> likings_;
  std::vector<std::uint32_t> looks_at_;
};

}  // namespace muster::plan
