// SPDX-License-Identifier: Apache-2.0
// The search for plans: construction guided by prices, descent member by member, and large
// neighbourhoods (take a few members out, put each back where it is best) accepted by annealing.
#pragma once

#include <cstdint>
#include <stop_token>

#include "plan/plan.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

// Every member takes its best schedule against what is filled so far; those who could earn most at
// the prices go first, the lead nation's before others where a row wants a lead's share.
void construct(State& state, const Prices<double>& prices, double trust);

// Takes each member and package out and puts it back at its best, until nothing improves.
void descend(State& state, const std::stop_token& stop);

struct NeighbourhoodLimits {
  std::uint64_t rounds = 0;
  std::uint64_t seed = 1;
  unsigned threads = 1;
  const Prices<double>* prices = nullptr;  // of the bound
  double bound = 0;  // points / 10^9; the search ends when it is reached
};
// Leaves the best plan met in `state`.
void search_neighbourhoods(State& state,
                           const NeighbourhoodLimits& limits,
                           Effort& effort,
                           Observer& observer,
                           const std::stop_token& stop);

}  // namespace muster::plan
