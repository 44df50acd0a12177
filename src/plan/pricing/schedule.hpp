// SPDX-License-Identifier: Apache-2.0
// The best schedule of one piece of a crew at given prices: an exact dynamic programme over the
// grid.
//   best(i) = max( best(i+1),
//                  max over uses u, ends j:  net_u[j] − net_u[i] − lost_u[i] − per_tour_u
//                                            + best(next(i, j)) )
// net: prefix sums of gains less charges; lost: what a handover that begins at i does not gain;
// next(i, j): where the unit is rested.
#pragma once

#include <algorithm>
#include <span>
#include <utility>
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

// A use at prices; index 0 of all vectors is the boundary use.from.
template <class Number>
struct PricedUse {
  bool worthwhile = true;
  std::vector<Number> net;
  std::vector<Number> lost;  // empty: no handover
  Number per_tour = 0;
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

// The first and the last end of a tour; first > last: there is none.
struct Ends {
  Boundary first = 1, last = 0;
};

// Of the ends of a tour the best together with what follows; of equals the last.
template <class Number, class NextStart>
[[nodiscard]] std::pair<Number, Boundary> best_end(const Ends& ends,
                                                   const Number* net,
                                                   const Number* best,
                                                   const NextStart& next) {
  Boundary until = ends.first;
  Number top = net[until] + best[next(until)];
  for (Boundary j = until + 1; j <= ends.last; ++j) {
    const Number total = net[j] + best[next(j)];
    if (total < top) continue;
    top = total;
    until = j;
  }
  return {top, until};
}

// A use that is worthwhile, with all that the programme looks at side by side.
template <class Number>
struct LaidOutUse {
  std::uint32_t use = 0;
  Boundary from = 0, until = 0;
  const Boundary* first_end = nullptr;
  const Boundary* last_end = nullptr;
  const Boundary* counts_from = nullptr;  // null: from its start
  const Boundary* also_from = nullptr;
  const Boundary* next = nullptr;  // boundaries × boundaries; null: no rest
  const Number* net = nullptr;
  const Number* lost = nullptr;
  Number per_tour = 0;
};

template <class Number>
[[nodiscard]] LaidOutUse<Number> lay_open(const Instance& instance,
                                          const Crew& crew,
                                          std::uint32_t index,
                                          const PricedUse<Number>& priced) {
  const Use& use = crew.uses[index];
  const LengthWindow& lengths = instance.lengths[use.lengths];
  const auto counts = [&](RowIndex row) {
    const auto& starts = instance.rows[row].counts_from;
    return starts.empty() ? nullptr : starts.data();
  };
  const RestTable& rests = instance.rests[use.rests];
  LaidOutUse<Number> open;
  open.use = index;
  open.from = use.from;
  open.until = use.until;
  open.first_end = lengths.first_end.data();
  open.last_end = lengths.last_end.data();
  open.counts_from = counts(use.row);
  if (use.also != no_row) open.also_from = counts(use.also);
  if (!rests.next.empty()) open.next = rests.next.data();
  open.net = priced.net.data() - use.from;
  if (!priced.lost.empty()) open.lost = priced.lost.data() - use.from;
  open.per_tour = priced.per_tour;
  return open;
}

template <class Number>
[[nodiscard]] inline Ends ends_of(const LaidOutUse<Number>& open, Boundary from) {
  Boundary counted = open.counts_from == nullptr ? from : open.counts_from[from];
  if (open.also_from != nullptr) counted = std::max(counted, open.also_from[from]);
  if (counted >= open.until) return {};  // no_boundary is beyond all
  return {std::max<Boundary>(open.first_end[from], static_cast<Boundary>(counted + 1)),
          std::min(open.last_end[from], open.until)};
}

template <class Number>
void price_schedules(const Instance& instance,
                     const Crew& crew,
                     std::span<const PricedUse<Number>> priced,
                     BestSchedules<Number>& found) {
  thread_local std::vector<LaidOutUse<Number>> uses;
  uses.clear();
  for (std::uint32_t u = 0; u < crew.uses.size(); ++u)
    if (priced[u].worthwhile) uses.push_back(lay_open(instance, crew, u, priced[u]));
  const std::size_t boundaries = instance.day.size();
  found.best.assign(boundaries, Number{0});
  found.first.assign(boundaries, Leg{});
  found.starts_tour.assign(boundaries, 0);
  if (uses.empty()) return;
  const Number* const best = found.best.data();
  for (std::size_t i = boundaries - 1; i-- > 0;) {
    found.best[i] = found.best[i + 1];
    const auto from = static_cast<Boundary>(i);
    for (const LaidOutUse<Number>& use : uses) {
      if (from < use.from || from >= use.until) continue;
      const Ends ends = ends_of(use, from);
      if (ends.first > ends.last) continue;
      const Boundary* const next = use.next == nullptr ? nullptr : use.next + i * boundaries;
      const auto [top, until] =
          next == nullptr ? best_end(ends, use.net, best, [](Boundary j) { return j; })
                          : best_end(ends, use.net, best, [next](Boundary j) { return next[j]; });
      Number total = top - use.net[from] - use.per_tour;
      if (use.lost != nullptr) total -= use.lost[from];
      // Of equals the longer tour: a tie with another tour goes to the later use.
      const bool tie = total == found.best[i] && found.starts_tour[i] != 0;
      if (total < found.best[i] || (total == found.best[i] && !tie)) continue;
      found.best[i] = total;
      found.first[i] = Leg{use.use, from, until};
      found.starts_tour[i] = 1;
    }
  }
}

// Calls visit(until, profit of the tour) for every tour of a use that begins at `from`.
template <class Number, class Visit>
void for_each_tour(const Instance& instance,
                   const Crew& crew,
                   std::uint32_t index,
                   const PricedUse<Number>& priced,
                   Boundary from,
                   const Visit& visit) {
  const Use& use = crew.uses[index];
  if (!priced.worthwhile || from < use.from || from >= use.until) return;
  const LaidOutUse<Number> open = lay_open(instance, crew, index, priced);
  const Ends ends = ends_of(open, from);
  Number base = -open.net[from] - open.per_tour;
  if (open.lost != nullptr) base -= open.lost[from];
  for (Boundary until = ends.first; until <= ends.last; ++until)
    visit(until, base + open.net[until]);
}

// Lays out a use at prices: bucket(b) gives what a tour earns on its rows and is charged there.
template <class Number>
struct BucketPrice {
  Number gain = 0, also_gain = 0, charge = 0;
};
template <class Number, class Bucket>
void lay_out(const Instance& instance,
             const Use& use,
             const Bucket& bucket,
             PricedUse<Number>& priced) {
  thread_local std::vector<Number> gain, also_gain;
  const auto size = static_cast<std::size_t>(use.until - use.from) + 1;
  const Row& row = instance.rows[use.row];
  const Row& also = use.also == no_row ? row : instance.rows[use.also];
  const bool handover = !row.counts_from.empty() || !also.counts_from.empty();
  gain.assign(handover ? size : 0, Number{0});
  also_gain.assign(handover ? size : 0, Number{0});
  priced.net.resize(size);
  priced.net[0] = Number{0};
  priced.worthwhile = false;
  for (std::size_t k = 0; k + 1 < size; ++k) {
    const BucketPrice<Number> price = bucket(use.from + k);
    priced.net[k + 1] = priced.net[k] + (price.gain + price.also_gain - price.charge);
    priced.worthwhile = priced.worthwhile || price.gain > Number{0} || price.also_gain > Number{0};
    if (!handover) continue;
    gain[k + 1] = gain[k] + price.gain;
    also_gain[k + 1] = also_gain[k] + price.also_gain;
  }
  priced.lost.assign(handover ? size : 0, Number{0});
  for (std::size_t k = 0; handover && k + 1 < size; ++k) {
    const auto from = static_cast<Boundary>(use.from + k);
    const auto at = [&](const Row& counted) {
      const Boundary start = std::min(counting_start(counted, from), use.until);
      return static_cast<std::size_t>(start - use.from);
    };
    priced.lost[k] = gain[at(row)] - gain[k];
    if (use.also != no_row) priced.lost[k] += also_gain[at(also)] - also_gain[k];
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
