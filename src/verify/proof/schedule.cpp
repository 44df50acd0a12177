// SPDX-License-Identifier: Apache-2.0
// The best schedule of one piece of a unit, by going back over the boundaries of the grid:
//
//   best[i] = max( best[i+1],  max over services s and ends j > i:  profit(s, i, j) +
//   best[rested(s, i, j)] )
//
// A service is one of the unit's offers on one requirement (or, where a double use is declared, on
// two), a lane. Which tours are allowed is asked of judge, of each that would improve a schedule;
// the tempo's rest is judge's too, and of one unit the same after all tours of one length that owe
// any.
// Every schedule that a feasible plan on the grid gives to one piece is therefore among those
// compared:
//   - the tours of an indivisible unit are pairwise disjoint, or a declared double use of one offer
//   over
//     the same days, and between neighbours lies the rest owed;
//   - the tours of a divisible unit are, on every day, no more pieces than it has, so that they can
//   be
//     dealt to so many pieces, each with disjoint tours of one, owing no rest.
// Rules between units (nations, lead share, kin) are left out: that can only raise what a piece
// earns, so the bound stays one. A unit with limits of its own has a programme of its own
// (limits.hpp). What using the unit at all costs is taken off once, from what all its pieces earn
// together (prove.cpp).
#include <algorithm>

#include "judge/judge.hpp"
#include "verify/proof/limits.hpp"

namespace muster::verify {
namespace {

class Schedules {
 public:
  Schedules(const Prices& prices, std::vector<Lane> lanes)
      : prices_{prices}, lanes_{std::move(lanes)} {
    for (Lane& lane : lanes_) {
      if (is_free(lane)) lane.best_end.assign(lane.last - lane.first + 1, lane.last);
      if (!lane.rests) continue;
      longest_with_rest_ = std::max(longest_with_rest_, lane.longest);
      resting_ = owes_rest(*lane.main) ? lane.main : lane.also;
    }
  }

  Wide best() {
    best_.assign(prices_.grid.size(), 0);
    after_rest_.assign(prices_.grid.size(), 0);
    for (std::size_t i = prices_.grid.size() - 1; i-- > 0;) {
      best_[i] = best_[i + 1];
      look_beyond_rest(i);
      for (const Lane& lane : lanes_)
        if (lane.first <= i && i < lane.last) try_tours_from(i, lane);
      for (Lane& lane : lanes_)
        if (is_free(lane) && lane.first <= i && i < lane.last) end_best(lane, i);
    }
    return best_.front();
  }

 private:
  bool owes_rest(const Service& service) const {
    return judge::rest_after(prices_.scenario,
                             tour_of(prices_, service, service.first, service.last))
           > Days{0};
  }

  // Its tours are of any length, and the next may follow at once.
  bool is_free(const Lane& lane) const {
    return !lane.rests && lane.is_of_any_length(prices_.grid);
  }

  // after_rest_[j]: the best schedule after a tour from i to j and the rest that it owes.
  void look_beyond_rest(std::size_t i) {
    if (resting_ == nullptr) return;
    const std::size_t end = prices_.grid.size() - 1;
    for (std::size_t j = i + 1; j <= end; ++j) {
      if ((prices_.grid[j] - prices_.grid[i]).count() > longest_with_rest_) return;
      const Days rest = judge::rest_after(prices_.scenario, tour_of(prices_, *resting_, i, j));
      after_rest_[j] = best_[std::min(prices_.at_or_after(prices_.grid[j] + rest), end)];
    }
  }

  // Of a free lane the best end does not depend on where the tour begins: it is that from the next
  // boundary on, or i itself.
  void end_best(Lane& lane, std::size_t i) const {
    const auto total = [&](std::size_t j) { return lane.value(j) + best_[j]; };
    const std::size_t next = lane.best_end[i + 1 - lane.first];
    lane.best_end[i - lane.first] = total(i) > total(next) ? i : next;
  }

  Wide total(const Lane& lane, const Start& start, std::size_t j) const {
    return lane.value(j) - start.less + (lane.rests ? after_rest_[j] : best_[j]);
  }

  // The best of all ends first: mostly judge allows it, and no other need be asked about.
  void try_tours_from(std::size_t i, const Lane& lane) {
    const auto start = start_at(prices_, lane, i);
    if (!start) return;
    const std::size_t latest = latest_end(lane, i);
    if (start->earliest > latest) return;
    const std::size_t end = is_free(lane) ? lane.best_end[start->earliest - lane.first]
                                          : best_between(lane, *start, latest);
    const Wide most = total(lane, *start, end);
    if (most <= best_[i]) return;
    if (is_allowed(prices_, lane, i, end))
      best_[i] = most;
    else
      try_every_end(i, lane, *start, latest);
  }

  std::size_t latest_end(const Lane& lane, std::size_t i) const {
    const Day beyond = prices_.grid[i] + Days{lane.longest + 1};
    return std::min(lane.last, prices_.at_or_after(beyond) - 1);
  }

  std::size_t best_between(const Lane& lane, const Start& start, std::size_t latest) const {
    std::size_t end = start.earliest;
    for (std::size_t j = end + 1; j <= latest; ++j)
      if (total(lane, start, j) > total(lane, start, end)) end = j;
    return end;
  }

  void try_every_end(std::size_t i, const Lane& lane, const Start& start, std::size_t latest) {
    for (std::size_t j = start.earliest; j <= latest; ++j) {
      const Wide profit = total(lane, start, j);
      if (profit > best_[i] && is_allowed(prices_, lane, i, j)) best_[i] = profit;
    }
  }

  const Prices& prices_;
  std::vector<Lane> lanes_;
  const Service* resting_ = nullptr;  // of whose tours the rest is asked
  std::int64_t longest_with_rest_ = 0;
  Sums best_, after_rest_;
};

}  // namespace

Wide best_schedule(const Prices& prices, Id<Unit> unit, const std::vector<Id<Offer>>& offers) {
  const std::vector<Service> services = services_of(prices, unit, offers);
  std::vector<Lane> lanes = lanes_of(prices, unit, services);
  const Limits limits = within_reach(prices, limits_of(prices, unit, offers), lanes);
  if (limits.euros || limits.presence_days) return best_within(prices, limits, lanes);
  return Schedules{prices, std::move(lanes)}.best();
}

}  // namespace muster::verify
