// SPDX-License-Identifier: Apache-2.0
// The recursion of schedule.cpp with what is left of the limits, in labels:
//
//   best[i][left] = max( best[i+1][left],  max over lanes and ends j > i whose labels are left:
//                        profit(lane, i, j) + best[rested(lane, i, j)][left − labels] )
//
// Labels are rounded down, and such that what is within a limit has labels of at most most_label
// together: so every schedule that a feasible plan gives to the unit is among those compared.
#include <algorithm>

#include "judge/judge.hpp"
#include "verify/proof/limits.hpp"

namespace muster::verify {
namespace {

constexpr auto whole_limit = static_cast<std::size_t>(most_label);

struct Labels {
  std::size_t euros = 0, presence = 0;
};

class LimitedSchedules {
 public:
  LimitedSchedules(const Prices& prices, const Limits& limits, const std::vector<Lane>& lanes)
      : prices_{prices},
        limits_{limits},
        lanes_{lanes},
        most_{limits.euros ? whole_limit : 0, limits.presence_days ? whole_limit : 0} {}

  Wide best() {
    const std::size_t end = prices_.grid.size() - 1;
    best_.assign(end + 1, std::vector<Wide>((most_.euros + 1) * (most_.presence + 1), 0));
    for (std::size_t i = end; i-- > 0;) {
      best_[i] = best_[i + 1];
      for (const Lane& lane : lanes_)
        if (lane.first <= i && i < lane.last) try_tours_from(i, lane);
    }
    return best_at(0, most_);
  }

 private:
  Wide& best_at(std::size_t i, const Labels& left) {
    return best_[i][left.euros * (most_.presence + 1) + left.presence];
  }

  void try_tours_from(std::size_t i, const Lane& lane) {
    const auto start = start_at(prices_, lane, i);
    if (!start) return;
    for (std::size_t j = start->earliest; j <= lane.last; ++j) {
      const std::int64_t days = (prices_.grid[j] - prices_.grid[i]).count();
      if (days > lane.longest) return;
      const Labels labels{label_of(euros_of(prices_, limits_, lane, days), limits_.euros),
                          label_of(presence_of(prices_, lane, days), limits_.presence_days)};
      if (labels.euros > most_.euros || labels.presence > most_.presence) return;
      try_tour(i, j, lane, lane.value(j) - start->less, labels);
    }
  }

  // Whether judge allows the tour is asked where it would be better than what is known.
  void try_tour(
      std::size_t i, std::size_t j, const Lane& lane, const Wide& profit, const Labels& labels) {
    const std::size_t next = lane.rests ? rested(i, j, lane) : j;
    bool is_known_to_be_allowed = false;
    for (std::size_t e = labels.euros; e <= most_.euros; ++e)
      for (std::size_t p = labels.presence; p <= most_.presence; ++p) {
        const Wide total = profit + best_at(next, {e - labels.euros, p - labels.presence});
        if (total <= best_at(i, {e, p})) continue;
        if (!is_known_to_be_allowed && !is_allowed(prices_, lane, i, j)) return;
        is_known_to_be_allowed = true;
        best_at(i, {e, p}) = total;
      }
  }

  std::size_t rested(std::size_t i, std::size_t j, const Lane& lane) const {
    Days rest{0};
    for (const Service* service : {lane.main, lane.also})
      if (service != nullptr)
        rest =
            std::max(rest, judge::rest_after(prices_.scenario, tour_of(prices_, *service, i, j)));
    return std::min(prices_.at_or_after(prices_.grid[j] + rest), prices_.grid.size() - 1);
  }

  const Prices& prices_;
  const Limits& limits_;
  const std::vector<Lane>& lanes_;
  Labels most_;
  std::vector<std::vector<Wide>> best_;
};

}  // namespace

Wide best_within(const Prices& prices, const Limits& limits, const std::vector<Lane>& lanes) {
  return LimitedSchedules{prices, limits, lanes}.best();
}

}  // namespace muster::verify
