// SPDX-License-Identifier: Apache-2.0
// Dual ascent: prices at which the relaxed problem's optimum, a bound on every plan, is highest.
// The volume algorithm (Barahona and Anbil, Mathematical Programming 87, 2000): steps are taken
// from the best prices so far along q − A x̄, where x̄ is a moving average of the schedules chosen.
#pragma once

#include <limits>
#include <set>
#include <stop_token>
#include <vector>

#include "plan/plan.hpp"
#include "plan/pricing/deliveries.hpp"

namespace muster::plan {

// What crews and packages do at some prices, and the bound that follows.
struct Response {
  double bound = 0;                       // points / 10^9
  std::vector<Schedule> schedules;        // the best of one piece of each crew; empty: idle
  std::vector<double> profits;            // of each crew, all its pieces together, less its entry
  std::vector<const EntryCost*> entries;  // of each crew that is not idle
  std::vector<BestDelivery<double>> deliveries;  // of each package
};
[[nodiscard]] Response respond(const Instance& instance,
                               const Prices<double>& prices,
                               unsigned threads);

struct Ascent {
  Prices<double> prices;
  double bound = 0;  // points / 10^9
  std::vector<std::set<Schedule>>
      seen;  // for each crew, schedules met on the way (columns for the LP)
};

// How many steps a plan is worth.
inline constexpr std::uint64_t ascent_steps = 400;

struct AscentLimits {
  std::uint64_t steps = 300;
  unsigned threads = 1;
  bool keep_schedules = false;
  double enough = std::numeric_limits<double>::infinity();  // a bound at which it may end
  // Prices that are thought to be near the best: it takes short steps from there. Null: it takes
  // long ones from the lowest weight. Short ones do more at first, long ones end higher.
  const Prices<double>* start = nullptr;
  const std::vector<char>* keeps = nullptr;  // 1: schedules of the crew are kept; null: all
};

// `value`: of the best plan known.
[[nodiscard]] Ascent ascend(const Instance& instance,
                            const Value& value,
                            const AscentLimits& limits,
                            Effort& effort,
                            Observer& observer,
                            const std::stop_token& stop);

}  // namespace muster::plan
