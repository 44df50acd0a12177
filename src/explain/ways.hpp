// SPDX-License-Identifier: Apache-2.0
// Ways to fill a shortfall: what would be planned, and all that stands in its way. A way is tried
// before it is told: judge says which rules the plan with it would break, and what it would fill.
// So whoever lifts exactly its reasons can plan it.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "explain/explain.hpp"

namespace muster::explain {

// What changes in a plan.
struct Move {
  std::vector<Tour> added, given_up;
  std::vector<PlannedDelivery> delivered, taken_back;
};
// Sorted, as plans are.
[[nodiscard]] Plan after(const Plan& plan, const Move& move);

struct Way {
  Id<Offer> offer{0};
  Move move;
  std::vector<Reason> reasons;  // every rule that the move breaks; none: it could be planned today
  Wide fills = 0;               // thousandths × days of the shortfall
  Wide gains = 0;  // weight × thousandths × days less unmet in all; not above 0: what is given up
                   // is worth as much
};

// The days of the tour that a way adds first; of deliveries the day of what no row of the data
// fixes, else of the first.
[[nodiscard]] Period days_of(const Way& way);

class WayFinder {
 public:
  // All three must outlive it.
  WayFinder(const Scenario& scenario, const Plan& plan, const judge::Verdict& verdict);
  ~WayFinder();
  WayFinder(const WayFinder&) = delete;
  WayFinder& operator=(const WayFinder&) = delete;

  // Ways by this offer, the fullest first; each further one fills less and has less in its way.
  // None: nothing that this offer could do fills any of it. Where nothing is unmet of the
  // shortfall, the ways in which the offer could serve on its days, though that fills nothing.
  [[nodiscard]] std::vector<Way> ways(const Shortfall& shortfall, Id<Offer> offer) const;

  // The same for the situation in which what stands beside a capability in the tree, in the same
  // measure, is accepted in its place. Made when it is first asked for, not by two threads at once.
  [[nodiscard]] const WayFinder& accepting_siblings(Id<Capability> wanted) const;
  // The situation that it looks at.
  [[nodiscard]] const Scenario& scenario() const;

  // weight × thousandths × days that would be unmet more after the move.
  [[nodiscard]] Wide loss_by(const Move& move) const;

  // The same way, with somebody else on each tour that it gives up, where somebody could be without
  // breaking a rule; else as it was.
  [[nodiscard]] Way with_takeovers(Way way) const;

 private:
  class Ground;
  struct Accepting;
  std::unique_ptr<const Ground> ground_;
  mutable std::map<Id<Capability>, std::unique_ptr<const Accepting>> accepting_;
};

// The shortfalls, and of each the ways that were tried for its reasons (in the situation that
// accepts siblings where nobody is worth anything) and gain in all: those with least in their way.
struct TriedShortfalls {
  std::vector<Shortfall> shortfalls;
  std::vector<std::vector<Way>> ways;  // of each, at most ways_kept
};
inline constexpr std::size_t ways_kept = 2;
[[nodiscard]] TriedShortfalls tried_shortfalls(const Scenario& scenario,
                                               const Plan& plan,
                                               const judge::Verdict& verdict,
                                               unsigned threads = 0);

}  // namespace muster::explain
