// SPDX-License-Identifier: Apache-2.0
// Walks side by side at a number of units, from what the bound allows upwards until one succeeds,
// then down again with more effort. How many walks there are does not depend on the machine.
#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "base/parallel.hpp"

#include "plan/search/few_units.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

constexpr std::uint32_t random_cause = 6;  // of the walks among all that draw from the seed
constexpr std::size_t walks_at_once = 2;
constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

std::int64_t least_activation(const Instance& instance) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (const Crew& crew : instance.crews) {
    const auto cost = activation_points((*instance.scenario)->units[crew.unit], instance.scales);
    if (cost > 0) least = std::min(least, cost);
  }
  return least;
}

class Descent {
 public:
  Descent(State& best, const NeighbourhoodLimits& limits, Observer& observer)
      : best_{best},
        limits_{limits},
        observer_{observer},
        began_{observer.share_of_time()},
        seats_{best},
        a_unit_{least_activation(best.instance())},
        bound_{static_cast<std::int64_t>(limits.bound * points_unit + 0.5)} {}

  void run(Effort& effort, const std::stop_token& stop) {
    std::uint64_t slices = 8;
    for (std::int64_t more = 0; !is_over(stop);) {
      const std::int64_t allowance = bound_ + more * a_unit_;
      if (Value{0, allowance} < best_.value()) {
        more = try_with(allowance, slices, effort, stop) ? more / 2 : 2 * more + 1;
        continue;
      }
      more = 0;
      slices *= 2;
    }
  }

 private:
  [[nodiscard]] bool is_over(const std::stop_token& stop) const {
    const double used = observer_.share_of_time();
    // A clock leaves the other searches their part until all is served.
    constexpr double until_all_is_served = 0.5;
    const double part = best_.value().unmet > 0 ? until_all_is_served : 1.0;
    const double enough = began_ + part * (limits_.most_of_time - began_);
    const bool is_spent = used < 0 ? moves_ >= limits_.rounds : used >= enough;
    return is_spent || stop.stop_requested() || best_.value().in_units() <= limits_.bound;
  }

  bool try_with(std::int64_t allowance,
                std::uint64_t slices,
                Effort& effort,
                const std::stop_token& stop) {
    constexpr std::uint64_t moves_a_slice = 5'000;
    std::vector<FewUnits> walks;
    walks.reserve(walks_at_once);
    for (std::size_t k = 0; k < walks_at_once; ++k)
      walks.emplace_back(best_, seats_, allowance, Random{limits_.seed, walk_++, random_cause});
    for (std::uint64_t slice = 0; slice < slices && !is_over(stop); ++slice) {
      for_each_item(
          walks.size(), limits_.threads, [&](std::size_t k) { walks[k].walk(moves_a_slice); }, 1);
      moves_ += moves_a_slice * walks.size();
      effort.neighbourhoods += walks.size();
      for (const FewUnits& walk : walks)
        if (walk.is_done()) return keep_if_better(walk.state(), stop);
    }
    return false;
  }

  bool keep_if_better(const State& found, const std::stop_token& stop) {
    if (found.value() >= best_.value()) return false;
    best_ = found;
    descend(best_, limits_.seed, stop, passes_for(best_));
    observer_.progress(
        {"few units", 1.0, best_.value().in_units() * points_unit, limits_.bound * points_unit});
    return true;
  }

  State& best_;
  NeighbourhoodLimits limits_;
  Observer& observer_;
  double began_;
  Seats seats_;
  std::int64_t a_unit_, bound_;
  std::uint64_t walk_ = 0, moves_ = 0;
};

}  // namespace

void serve_with_few_units(State& state,
                          const NeighbourhoodLimits& limits,
                          Effort& effort,
                          Observer& observer,
                          const std::stop_token& stop) {
  if (!has_activation(state.instance()) || limits.bound <= 0 || limits.bound >= 1.0) return;
  Descent{state, limits, observer}.run(effort, stop);
}

}  // namespace muster::plan
