// SPDX-License-Identifier: Apache-2.0
// The best schedule of one piece of a crew at given prices: an exact dynamic programme over the
// grid.
//   best(i) = max( best(i+1),
//                  max over uses u, ends j:  gain_u[j] − gain_u[c(i)] − (charge_u[j] − charge_u[i])
//                                            − per_tour(u, i, j) + best(next(i, j)) )
// c(i): where a tour that begins at i starts to count (handover); next(i, j): where the unit is
// rested.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "plan/instance/instance.hpp"

namespace muster::plan {

// A tour within a schedule.
struct Leg {
  std::uint32_t use = 0;  // index into Crew::uses
  Boundary from = 0, until = 0;
  friend auto operator<=>(const Leg&, const Leg&) = default;
};
using Schedule = std::vector<Leg>;  // rising in time

// A use at prices. gain, charge: prefix sums at each boundary from use.from to use.until (index 0
// is use.from). blocked: prefix counts of buckets that may not be used; empty: none.
template <class Number>
struct PricedUse {
  bool worthwhile = true;
  std::vector<Number> gain, also_gain, charge;  // also_gain: of the second row; empty: none
  Number per_tour = 0;
  std::vector<std::uint16_t> blocked;
};

template <class Number>
struct BestSchedules {
  std::vector<Number> best;       // at each boundary: the best from there on, at least 0
  std::vector<Leg> first;         // the first tour of it, where starts_tour
  std::vector<char> starts_tour;  // whether the best from here begins with a tour here
};

[[nodiscard]] inline Boundary counting_start(const Row& row, Boundary from) {
  return row.counts_from.empty() ? from : row.counts_from[from];
}

[[nodiscard]] inline Boundary next_start(const Instance& instance,
                                         const Use& use,
                                         Boundary from,
                                         Boundary until) {
  const RestTable& rests = instance.rests[use.rests];
  return rests.next.empty() ? until : rests.next[from * instance.day.size() + until];
}

// Calls visit(until, profit of the tour) for every tour of a use that begins at `from`.
template <class Number, class TourPoints, class Visit>
void for_each_tour(const Instance& instance,
                   const Use& use,
                   const PricedUse<Number>& priced,
                   Boundary from,
                   const TourPoints& tour_points,
                   const Visit& visit) {
  if (!priced.worthwhile || from < use.from || from >= use.until) return;
  const Boundary counted = counting_start(instance.rows[use.row], from);
  if (counted == no_boundary || counted >= use.until) return;
  const Boundary also =
      use.also == no_row ? counted : counting_start(instance.rows[use.also], from);
  if (also == no_boundary || also >= use.until) return;
  const LengthWindow& lengths = instance.lengths[use.lengths];
  const auto first = std::max<Boundary>(lengths.first_end[from],
                                        static_cast<Boundary>(std::max(counted, also) + 1));
  const Boundary last = std::min(lengths.last_end[from], use.until);
  Number base = priced.charge[from - use.from] - priced.gain[counted - use.from] - priced.per_tour;
  if (!priced.also_gain.empty()) base -= priced.also_gain[also - use.from];
  for (Boundary until = first; until <= last; ++until) {
    const auto at = static_cast<std::size_t>(until - use.from);
    if (!priced.blocked.empty() && priced.blocked[at] != priced.blocked[from - use.from]) break;
    Number profit = base + priced.gain[at] - priced.charge[at] - tour_points(use, from, until);
    if (!priced.also_gain.empty()) profit += priced.also_gain[at];
    visit(until, profit);
  }
}

template <class Number, class TourPoints>
void price_schedules(const Instance& instance,
                     const Crew& crew,
                     std::span<const PricedUse<Number>> priced,
                     const TourPoints& tour_points,
                     BestSchedules<Number>& found) {
  const std::size_t boundaries = instance.day.size();
  found.best.assign(boundaries, Number{0});
  found.first.assign(boundaries, Leg{});
  found.starts_tour.assign(boundaries, 0);
  for (std::size_t i = boundaries - 1; i-- > 0;) {
    found.best[i] = found.best[i + 1];
    for (std::uint32_t u = 0; u < crew.uses.size(); ++u) {
      const Use& use = crew.uses[u];
      const auto from = static_cast<Boundary>(i);
      const auto keep_better = [&](Boundary until, Number profit) {
        const Number total = profit + found.best[next_start(instance, use, from, until)];
        // Of equals the longer tour: ends rise, so the later one stays.
        const bool tie = total == found.best[i] && found.starts_tour[i] != 0;
        if (total < found.best[i] || (total == found.best[i] && !tie)) return;
        found.best[i] = total;
        found.first[i] = Leg{u, from, until};
        found.starts_tour[i] = 1;
      };
      for_each_tour(instance, use, priced[u], from, tour_points, keep_better);
    }
  }
}

// Whether a leg goes on where another of the same use ended, and both may be one tour.
[[nodiscard]] inline bool continues(const Instance& instance,
                                    const Crew& crew,
                                    const Leg& before,
                                    const Leg& leg) {
  if (before.use != leg.use || before.until != leg.from) return false;
  return leg.until <= instance.lengths[crew.uses[leg.use].lengths].last_end[before.from];
}

template <class Number>
[[nodiscard]] Schedule best_schedule(const Instance& instance,
                                     const Crew& crew,
                                     const BestSchedules<Number>& found) {
  Schedule schedule;
  for (std::size_t i = 0; i + 1 < instance.day.size();) {
    if (!found.starts_tour[i]) {
      ++i;
      continue;
    }
    const Leg leg = found.first[i];
    if (schedule.empty() || !continues(instance, crew, schedule.back(), leg))
      schedule.push_back(leg);
    else
      schedule.back().until = leg.until;
    i = next_start(instance, crew.uses[leg.use], leg.from, leg.until);
  }
  return schedule;
}

}  // namespace muster::plan
