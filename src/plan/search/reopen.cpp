// SPDX-License-Identifier: Apache-2.0
// Reopenings side by side: as many as are tried at once start from the same plan, and the best of
// them is taken. How many that are does not depend on the machine.
#include <algorithm>
#include <deque>
#include <vector>

#include "base/parallel.hpp"

#include "plan/search/reopenings.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

constexpr std::uint32_t random_cause = 7;  // of the reopenings among all that draw from the seed
constexpr std::size_t at_once = 2;
constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

class Tries {
 public:
  Tries(const State& state, const NeighbourhoodLimits& limits, Observer& observer)
      : limits_{limits},
        observer_{observer},
        began_{observer.share_of_time()},
        servers_{find_servers(state)},
        states_(at_once, state) {
    for (State& each : states_) reopenings_.emplace_back(each, servers_, *limits.prices);
  }

  void run(Effort& effort, const std::stop_token& stop) {
    while (share() < 1.0 && !stop.stop_requested() && in_units() > limits_.bound) {
      for_each_item(
          at_once,
          limits_.threads,
          [&](std::size_t k) {
            reopenings_[k].round(Random{limits_.seed, tried_ + k, random_cause}, stop);
          },
          1);
      take_best();
      tried_ += at_once;
      effort.reopenings += at_once;
      observer_.progress(
          {"reopening", share(), in_units() * points_unit, limits_.bound * points_unit});
    }
  }

  State take() { return std::move(states_.front()); }

 private:
  [[nodiscard]] double in_units() const { return states_.front().value().in_units(); }

  // Of the work that is done: counted, or where a clock limits it, by the clock.
  [[nodiscard]] double share() const {
    const double timed = observer_.share_of_time();
    if (timed < 0) return static_cast<double>(tried_) / static_cast<double>(limits_.rounds);
    const double enough = limits_.most_of_time;
    return timed >= enough ? 1.0 : (timed - began_) / (enough - began_);
  }

  // All go on from the best; of equals from the first.
  void take_best() {
    const auto best = std::ranges::min_element(states_, {}, &State::value);
    Changes changes{states_.front()};
    for (const Reopenings& each : reopenings_)
      if (each.is_kept()) changes.note(each.changed());
    for (State& state : states_)
      if (&state != &*best) follow(*best, changes, state);
  }

  NeighbourhoodLimits limits_;
  Observer& observer_;
  double began_;
  Servers servers_;
  std::vector<State> states_;
  std::deque<Reopenings> reopenings_;  // one a state
  std::uint64_t tried_ = 0;
};

}  // namespace

bool is_worth_reopening(const State& state) {
  constexpr std::size_t most_members = 160;
  return state.members().size() <= most_members && !state.instance().rows.empty()
         && !has_activation(state.instance());
}

void reopen_schedules(State& state,
                      const NeighbourhoodLimits& limits,
                      Effort& effort,
                      Observer& observer,
                      const std::stop_token& stop) {
  if (limits.rounds == 0) return;
  Tries tries{state, limits, observer};
  tries.run(effort, stop);
  state = tries.take();
  descend(state, limits.seed, stop, passes_for(state));
}

}  // namespace muster::plan
