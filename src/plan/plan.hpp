// SPDX-License-Identifier: Apache-2.0
// The craft: decides who fills what when, and gives prices that prove how good that is.
// Pure: no file, console or clock; progress leaves by observer, stop enters by token.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "model/certificate.hpp"
#include "model/plan.hpp"
#include "model/scenario.hpp"
#include "model/tiers.hpp"

namespace muster::plan {

struct Options {
  Counting counting = Counting::best;
  GridStep grid = GridStep::month;
  std::uint64_t seed = 1;
  unsigned threads = 1;      // changes the speed, never the answer
  std::uint64_t effort = 1;  // multiplies the default counted effort of the searches
  Plan in_force;             // stay near it; empty: no such goal
  // The searches take one part in so many of their effort, and go on from nothing worse; for what
  // starts from a good plan.
  std::uint64_t part = 1;
  // Prices to start the ascent from, on this grid; none: from the data.
  std::optional<Certificate> start_prices;
  // The search starts from it, or from what of it is lawful here; empty: from nothing. It may name
  // days that are not of the grid; a tour is then cut to the days that are.
  Plan start;
  // Without it no prices are sought: a plan by construction and descent alone, with the bound 0.
  bool bound = true;
  // Each step has a switch, for tests and benches.
  bool descent = true, neighbourhoods = true, exact = true, polish = true;
  bool reopening = false;   // does no more in its time than rounds (docs/decisions/0021)
  bool classes = true;      // of units that are alike only one is priced
  bool components = false;  // what is small by itself is polished and searched exactly: on request
};

// Why it stopped.
enum class Stop : std::uint8_t {
  optimal,       // value = bound
  exhausted,     // nothing better is on the grid: by exact search, or since only later goals are
                 // left and they come in whole steps (not part of the certificate)
  effort_spent,  // the counted effort is used up
  interrupted    // the stop token, or time that was to be filled; the answer depends on the clock
};
[[nodiscard]] std::string_view to_text(Stop stop);

struct Effort {                // counted, never timed
  std::uint64_t pricings = 0;  // best-schedule programmes solved
  std::uint64_t ascent_steps = 0;
  std::uint64_t neighbourhoods = 0;
  std::uint64_t reopenings = 0;
  std::uint64_t columns = 0;  // schedules given to the exact search
};

struct Progress {
  std::string_view step;  // "construction", "few units", "prices", "descent", "neighbourhoods",
                          // "reopening", "exact"; of a strict plan with the tier before it
  double share = 0;       // of the step's effort, 0 … 1
  double value = 0;       // best plan so far, points; infinity: none yet
  double bound = 0;       // points
};

class Observer {
 public:
  virtual ~Observer() = default;
  virtual void progress(const Progress& progress) = 0;
  // How much of its time a search has used, 0 … 1, where its caller limits it by a clock and wants
  // the time filled; below 0: it is limited by counted effort alone. The answer then depends on it.
  [[nodiscard]] virtual double share_of_time() const { return -1.0; }
};

// Invariants: the plan is feasible and on the grid; certificate.bound ≤ value; stop is `optimal`
// only where they are equal.
struct Outcome {
  Plan plan;
  Certificate certificate;
  Points value = 0;
  Stop stop = Stop::effort_spent;
  Effort effort;
  std::vector<TierProof> tiers;  // of a strict plan, tier by tier
};

// Where a fixed tour fits no tour of the grid there is no search: the plan lacks it, which judge
// says, and nothing is proved.
[[nodiscard]] Outcome solve(const Scenario& scenario,
                            const Options& options,
                            Observer& observer,
                            const std::stop_token& stop);

// Tier by tier: of two plans the one that is better in the first tier in which they differ. Value
// and certificate are those of the data's weights; stop is `optimal` only where every tier's value
// is its bound. The effort is spent anew on every tier that is not proved yet.
[[nodiscard]] Outcome solve_strictly(const Scenario& scenario,
                                     const Options& options,
                                     Observer& observer,
                                     const std::stop_token& stop);

}  // namespace muster::plan
