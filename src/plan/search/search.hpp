// SPDX-License-Identifier: Apache-2.0
// The search for plans: construction guided by prices, descent member by member, and large
// neighbourhoods (take a few members out, put each back where it is best) accepted by annealing.
#pragma once

#include <cstdint>
#include <stop_token>

#include "plan/plan.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

struct Guide {
  const Prices<double>* prices = nullptr;  // null: what is unmet counts as it weighs
  double trust = 0;                        // in them (Taste)
  std::uint64_t seed = 1;
  unsigned threads = 1;
  std::uint64_t enough_uses = 80;  // a member looks at about so many
};
// Whether it can give a lead nation's part of a row that asks for a lead's share.
[[nodiscard]] bool leads(const Instance& instance, const Crew& crew);

// Every idle member takes its best schedule against what is filled so far; those who could earn
// most at the prices go first, the lead nation's before others where a row wants a lead's share.
void construct(State& state, const Guide& guide);

// Takes each member and package out and puts it back at its best, until nothing improves, or so
// many times.
void descend(State& state,
             std::uint64_t seed,
             const std::stop_token& stop,
             int most_passes = 1'000);

// How many passes of descent a situation of its size is worth beside other searches.
[[nodiscard]] int passes_for(const State& state);

struct NeighbourhoodLimits {
  std::uint64_t rounds = 0;
  std::uint64_t seed = 1;
  unsigned threads = 1;
  const Prices<double>* prices = nullptr;  // of the bound
  double bound = 0;                        // points / 10^9; the search ends when it is reached
  bool is_cool = false;                    // no worse plan is gone on from: for few rounds
  double most_of_time = 0.95;              // where the observer says that time is to be filled
};
// Leaves the best plan met in `state`.
void search_neighbourhoods(State& state,
                           const NeighbourhoodLimits& limits,
                           Effort& effort,
                           Observer& observer,
                           const std::stop_token& stop);

// Whether a plan is small enough for reopening: on larger ones a programme costs more than it
// finds. None of its units may cost to activate, since the programme asks for the least unmet
// alone.
[[nodiscard]] bool is_worth_reopening(const State& state);
// Reopens the schedules of some dozens of members at once, `rounds` times (reopenings.hpp), and
// takes what leaves less unmet.
void reopen_schedules(State& state,
                      const NeighbourhoodLimits& limits,
                      Effort& effort,
                      Observer& observer,
                      const std::stop_token& stop);

// Whether any unit costs to activate.
[[nodiscard]] bool has_activation(const Instance& instance);

// Activation: where the bound says that nothing need stay unmet, tries to serve all with units that
// cost no more than it, and with a few more where that fails (few_units.hpp). What it finds is put
// in order by descent.
void serve_with_few_units(State& state,
                          const NeighbourhoodLimits& limits,
                          Effort& effort,
                          Observer& observer,
                          const std::stop_token& stop);

// Activation: serves with fewer units where what is filled does not suffer.
void retire_units(State& state,
                  const NeighbourhoodLimits& limits,
                  Effort& effort,
                  const Observer& observer,
                  const std::stop_token& stop);

}  // namespace muster::plan
