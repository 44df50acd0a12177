// SPDX-License-Identifier: Apache-2.0
// The large-neighbourhood search: epochs, in each of which the regions of a fresh cut are searched
// side by side, each on a state of its own; between epochs all states are brought together again.
// How the work is cut does not depend on the number of threads, so neither does the answer.
#include <algorithm>
#include <vector>

#include "base/parallel.hpp"

#include "plan/search/rounds.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

constexpr std::uint32_t random_cause = 1;  // of the rounds among all that draw from the seed
constexpr std::uint32_t cut_cause = 2;     // of the cuts into regions
constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

class Neighbourhoods {
 public:
  Neighbourhoods(State& state, const NeighbourhoodLimits& limits, Observer& observer)
      : limits_{limits},
        observer_{observer},
        servers_{find_servers(state)},
        began_{observer.share_of_time()},
        cuts_{limits.seed, 0, cut_cause},
        best_{state},
        states_(count_regions(state), state) {}

  void run(Effort& effort, const std::stop_token& stop) {
    while (share() < 1.0 && !stop.stop_requested() && best_.value().in_units() > limits_.bound) {
      run_epoch(stop);
      effort.neighbourhoods += rounds_an_epoch();
      rounds_ += rounds_an_epoch();
      observer_.progress({"neighbourhoods",
                          share(),
                          best_.value().in_units() * points_unit,
                          limits_.bound * points_unit});
    }
  }

  State take_best() {
    best_.return_to(states_.front());
    return std::move(states_.front());
  }

 private:
  // Of the search that is done: counted, or where a clock limits it, by the clock.
  [[nodiscard]] double share() const {
    const double counted = static_cast<double>(rounds_) / static_cast<double>(limits_.rounds);
    const double timed = observer_.share_of_time();
    if (timed < 0) return std::min(1.0, counted);
    const double enough = limits_.most_of_time;
    return timed >= enough ? 1.0 : (timed - began_) / (enough - began_);
  }

  [[nodiscard]] std::uint64_t rounds_an_epoch() const {
    constexpr std::uint64_t members_a_round = 4;
    constexpr std::uint64_t least = 64;
    return std::max(least, states_.front().members().size() / members_a_round);
  }

  void run_epoch(const std::stop_token& stop) {
    const Regions regions = cut_into_regions(states_.front(), states_.size(), cuts_);
    std::vector<Changes> changes(states_.size(), Changes{states_.front()});
    std::vector<Heat> learnt(states_.size());
    const double now = share();
    for_each_item(
        states_.size(),
        limits_.threads,
        [&](std::size_t k) { learnt[k] = search_region(regions, k, now, changes[k], stop); },
        1);
    for (const Heat& heat : learnt)
      if (!limits_.is_cool) heat_.add(heat);
    if (states_.size() > 1) bring_together(changes);
    ++epoch_;
  }

  // Rounds in proportion to what the region may move.
  Heat search_region(const Regions& regions,
                     std::size_t k,
                     double now,
                     Changes& changes,
                     const std::stop_token& stop) {
    const Region& region = regions.regions[k];
    if (region.movable == 0 || region.rows.empty()) return {};
    State& state = states_[k];
    if (states_.size() > 1) state.confine(region.is_open, states_.size());
    Rounds rounds{state,
                  regions,
                  static_cast<std::uint8_t>(k),
                  servers_,
                  *limits_.prices,
                  Random{limits_.seed, epoch_ * states_.size() + k, random_cause}};
    const std::uint64_t all = state.members().size() + state.instance().packages.size();
    const std::uint64_t count = rounds_an_epoch() * region.movable / all;
    for (std::uint64_t round = 0; round < count && !stop.stop_requested(); ++round) {
      rounds.round(now, heat_);
      if (!rounds.is_kept()) continue;
      changes.note(rounds.changed());
      if (states_.size() == 1) keep_if_best(rounds.changed(), state);
    }
    state.release();
    return rounds.learnt();
  }

  void keep_if_best(const Removed& changed, const State& state) {
    best_.note(changed);
    if (state.value() < best_.value()) best_.take_over(state);
  }

  void bring_together(const std::vector<Changes>& changes) {
    for (std::size_t from = 0; from < states_.size(); ++from) {
      best_.note(changes[from]);
      for (std::size_t to = 0; to < states_.size(); ++to)
        if (to != from) follow(states_[from], changes[from], states_[to]);
    }
    if (states_.front().value() < best_.value()) best_.take_over(states_.front());
  }

  NeighbourhoodLimits limits_;
  Observer& observer_;
  Servers servers_;
  double began_;  // share of the time that was used before
  Random cuts_;
  Record best_;
  std::vector<State> states_;  // equal between epochs; one a region
  Heat heat_;
  std::uint64_t rounds_ = 0, epoch_ = 0;
};

}  // namespace

void search_neighbourhoods(State& state,
                           const NeighbourhoodLimits& limits,
                           Effort& effort,
                           Observer& observer,
                           const std::stop_token& stop) {
  if (state.instance().rows.empty() || limits.rounds == 0) return;
  Neighbourhoods search{state, limits, observer};
  search.run(effort, stop);
  state = search.take_best();
  descend(state, limits.seed, stop, passes_for(state));
}

}  // namespace muster::plan
