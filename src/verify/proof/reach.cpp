// SPDX-License-Identifier: Apache-2.0
// What can be on a requirement at once under its limit of nations and its lead's share. In a bucket
// a unit adds at most what all its pieces add by its best service of which a tour counts there; a
// nation, what its units add together; and on the requirement are no more nations than it allows,
// and led × 1000 ≥ share × all.
#include <algorithm>
#include <functional>

#include "judge/judge.hpp"
#include "verify/proof/service.hpp"

namespace muster::verify {
namespace {

using ByBucket = std::vector<Wide>;

// Raises `most` in every bucket in which a tour of the service counts.
class Raising {
 public:
  Raising(const Prices& prices, const Service& service, Wide amount, ByBucket& most)
      : prices_{prices}, service_{service}, amount_{amount}, most_{most} {}

  // Every boundary is begun at, in an order that soon reaches most buckets, until all are reached;
  // only tours that would reach one more are asked about.
  void raise() {
    for (std::size_t b = service_.first; b < service_.last; ++b)
      if (most_[b] < amount_) ++left_;
    constexpr std::size_t coarsest = 16;
    for (std::size_t step = coarsest; step > 0; step /= 2)
      for (std::size_t i = service_.first; i < service_.last && left_ > 0; i += step) raise_from(i);
  }

 private:
  // Of the tours that begin at a boundary the longest that is allowed counts wherever a shorter one
  // does.
  void raise_from(std::size_t i) {
    const Day beyond = prices_.grid[i] + Days{service_.longest + 1};
    std::size_t j = std::min(service_.last, prices_.at_or_after(beyond) - 1);
    const std::size_t earliest = prices_.at_or_after(prices_.grid[i] + Days{service_.shortest});
    while (j >= earliest && gains(i, j) && !is_allowed(prices_, service_, i, j)) --j;
    if (j < earliest || !gains(i, j)) return;
    for (std::size_t b = first_counted(i, j); b < j; ++b) {
      if (most_[b] >= amount_) continue;
      most_[b] = amount_;
      --left_;
    }
  }

  std::size_t first_counted(std::size_t i, std::size_t j) const {
    if (service_.overlap_days == 0) return i;
    const Tour tour = tour_of(prices_, service_, i, j);
    return prices_.at_or_after(judge::counted_days(prices_.scenario, tour).from);
  }

  // Whether a tour from i to j, were it allowed, would raise any bucket.
  bool gains(std::size_t i, std::size_t j) const {
    for (std::size_t b = first_counted(i, j); b < j; ++b)
      if (most_[b] < amount_) return true;
    return false;
  }

  const Prices& prices_;
  const Service& service_;
  Wide amount_;
  ByBucket& most_;
  std::size_t left_ = 0;  // buckets of the service that are not raised yet
};

// nations × buckets. The services are those on the requirement, unit by unit.
Table<Nation, ByBucket> most_by_nation(const Prices& prices, const std::vector<Service>& services) {
  const Scenario& scenario = prices.scenario;
  const ByBucket nothing(prices.grid.size() - 1, 0);
  Table<Nation, ByBucket> sums{scenario->nations.size(), nothing};
  const auto unit_of = [&](const Service& it) { return scenario->offers[it.offer].unit; };
  for (auto next = services.begin(); next != services.end();) {
    const auto id = unit_of(*next);
    const Unit& unit = scenario->units[id];
    ByBucket most = nothing;
    for (; next != services.end() && unit_of(*next) == id; ++next)
      Raising{prices, *next, next->amount * pieces_of(unit), most}.raise();
    std::ranges::transform(most, sums[unit.nation], sums[unit.nation].begin(), std::plus{});
  }
  return sums;
}

Wide together(const Table<Nation, ByBucket>& sums, std::size_t bucket, std::size_t nations) {
  std::vector<Wide> all;
  for (const auto id : sums.ids()) all.push_back(sums[id][bucket]);
  std::ranges::sort(all, std::ranges::greater{});
  Wide sum = 0;
  for (std::size_t k = 0; k < std::min(nations, all.size()); ++k) sum += all[k];
  return sum;
}

}  // namespace

std::vector<Wide> reach_of(const Prices& prices, Id<Requirement> id) {
  const Requirement& requirement = prices.scenario->requirements[id];
  const auto lead = prices.scenario->activities[requirement.activity].lead;
  const int share = lead ? requirement.lead_share_permille.value_or(0) : 0;
  ByBucket reach(prices.grid.size() - 1, requirement.quantity->count());
  const bool is_ruled = requirement.max_nations || share > 0;
  if (!is_ruled || requirement.kind == RequirementKind::delivery) return reach;
  const auto sums = most_by_nation(prices, services_on(prices, id));
  constexpr Wide permille = 1000;
  for (std::size_t b = 0; b < reach.size(); ++b) {
    if (share > 0) reach[b] = std::min(reach[b], sums[*lead][b] * permille / share);
    if (requirement.max_nations)
      reach[b] =
          std::min(reach[b], together(sums, b, static_cast<std::size_t>(*requirement.max_nations)));
  }
  return reach;
}

}  // namespace muster::verify
