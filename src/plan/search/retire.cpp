// SPDX-License-Identifier: Apache-2.0
// Activation: whether a plan can do with one unit less. Rounds that look at what a plan leaves
// unmet seldom empty a whole unit, since on the way there more stays unmet than the unit costs. So
// one unit of those that serve is barred, with all that do not serve, and rounds are spent on
// filling again what it leaves; where that succeeds the plan has a unit less.
#include <algorithm>
#include <utility>
#include <vector>

#include "plan/search/rounds.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

constexpr std::uint32_t random_cause = 3;  // of these rounds among all that draw from the seed

class Retirement {
 public:
  Retirement(State& state, const NeighbourhoodLimits& limits)
      : state_{state},
        limits_{limits},
        servers_{find_servers(state)},
        regions_{whole(state)},
        members_of_(state.instance().crews.size()) {
    for (std::size_t m = 0; m < state.members().size(); ++m)
      members_of_[state.members()[m].crew].push_back(m);
  }

  // Tries units, those that serve least first, until none of so many can be spared.
  void run(std::uint64_t rounds_a_unit, Effort& effort, const std::stop_token& stop) {
    constexpr std::size_t most_tries = 6;
    std::size_t failures = 0;
    while (failures < most_tries && !stop.stop_requested() && !is_closed()) {
      const auto candidates = serving_crews();
      if (failures >= candidates.size()) return;
      failures = spare(candidates[failures], rounds_a_unit, effort, stop) ? 0 : failures + 1;
    }
  }

  [[nodiscard]] bool is_closed() const { return state_.value().in_units() <= limits_.bound; }

 private:
  static Regions whole(const State& state) {
    Random any{0};
    return cut_into_regions(state, 1, any);
  }

  [[nodiscard]] bool has_activation(std::uint32_t crew) const {
    const Instance& instance = state_.instance();
    const Unit& unit = (*instance.scenario)->units[instance.crews[crew].unit];
    return activation_points(unit, instance.scales) > 0;
  }

  [[nodiscard]] std::int64_t buckets_served(std::uint32_t crew) const {
    std::int64_t sum = 0;
    for (const std::size_t m : members_of_[crew])
      for (const Leg& leg : state_.schedule(m)) sum += leg.until - leg.from;
    return sum;
  }

  // Units with an activation that serve, least first.
  [[nodiscard]] std::vector<std::uint32_t> serving_crews() const {
    std::vector<std::uint32_t> crews;
    for (std::uint32_t k = 0; k < members_of_.size(); ++k)
      if (has_activation(k) && buckets_served(k) > 0) crews.push_back(k);
    std::ranges::stable_sort(crews, {}, [this](std::uint32_t k) { return buckets_served(k); });
    return crews;
  }

  void bar_idle_crews() {
    for (std::uint32_t k = 0; k < members_of_.size(); ++k)
      if (has_activation(k) && buckets_served(k) == 0) bar(k, true);
  }
  void bar(std::uint32_t crew, bool is_barred) {
    for (const std::size_t m : members_of_[crew]) state_.bar(m, is_barred);
  }

  bool spare(std::uint32_t crew, std::uint64_t count, Effort& effort, const std::stop_token& stop) {
    const Value before = state_.value();
    Record record{state_};
    Removed retired;
    retired.members = members_of_[crew];
    for (const std::size_t m : retired.members) state_.take(m);
    record.note(retired);
    bar_idle_crews();  // the retired one is idle now
    Rounds rounds{state_,
                  regions_,
                  0,
                  servers_,
                  *limits_.prices,
                  Random{limits_.seed, trial_++, random_cause}};
    Heat heat;
    for (std::uint64_t k = 0; k < count && !stop.stop_requested(); ++k) {
      if (state_.value() < before) break;
      rounds.round(static_cast<double>(k) / static_cast<double>(count), heat);
      heat = rounds.learnt();
      ++effort.neighbourhoods;
      if (rounds.is_kept()) record.note(rounds.changed());
    }
    for (std::uint32_t k = 0; k < members_of_.size(); ++k) bar(k, false);
    if (state_.value() < before) return true;
    record.return_to(state_);
    return false;
  }

  State& state_;
  NeighbourhoodLimits limits_;
  Servers servers_;
  Regions regions_;
  std::vector<std::vector<std::size_t>> members_of_;  // by crew
  std::uint64_t trial_ = 0;
};

}  // namespace

bool has_activation(const Instance& instance) {
  return std::ranges::any_of(instance.crews, [&](const Crew& crew) {
    return activation_points((*instance.scenario)->units[crew.unit], instance.scales) > 0;
  });
}

void retire_units(State& state,
                  const NeighbourhoodLimits& limits,
                  Effort& effort,
                  const Observer& observer,
                  const std::stop_token& stop) {
  if (state.instance().rows.empty() || limits.rounds == 0) return;
  constexpr std::uint64_t part = 10;  // of the search's rounds, for each unit at first
  constexpr double enough = 0.95;     // of the time, where it is to be filled
  Retirement retirement{state, limits};
  for (std::uint64_t rounds = limits.rounds / part + 1;; rounds *= 2) {
    retirement.run(rounds, effort, stop);
    const double used = observer.share_of_time();
    if (retirement.is_closed() || stop.stop_requested() || used < 0 || used > enough) return;
  }
}

}  // namespace muster::plan
