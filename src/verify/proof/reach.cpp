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

// Raises `most` in every bucket in which a tour of the service counts. Of the tours that begin at a
// boundary the longest that is allowed counts wherever a shorter one does.
void raise(const Prices& prices, const Service& service, Wide amount, ByBucket& most) {
  for (std::size_t i = service.first; i < service.last; ++i) {
    std::size_t j = service.last;
    while (j > i && !is_allowed(prices, service, i, j)) --j;
    if (j == i) continue;
    const Period counted = judge::counted_days(prices.scenario, tour_of(prices, service, i, j));
    for (std::size_t b = prices.at_or_after(counted.from); b < j; ++b)
      most[b] = std::max(most[b], amount);
  }
}

// nations × buckets.
Table<Nation, ByBucket> most_by_nation(const Prices& prices,
                                       Id<Requirement> requirement,
                                       const Table<Unit, std::vector<Service>>& services) {
  const Scenario& scenario = prices.scenario;
  const ByBucket nothing(prices.grid.size() - 1, 0);
  Table<Nation, ByBucket> sums{scenario->nations.size(), nothing};
  for (const auto id : scenario->units.ids()) {
    const Unit& unit = scenario->units[id];
    ByBucket most = nothing;
    for (const Service& service : services[id])
      if (service.requirement == requirement)
        raise(prices, service, service.amount * pieces_of(unit), most);
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

std::vector<Wide> reach_of(const Prices& prices,
                           Id<Requirement> id,
                           const Table<Unit, std::vector<Service>>& services) {
  const Requirement& requirement = prices.scenario->requirements[id];
  const auto lead = prices.scenario->activities[requirement.activity].lead;
  const int share = lead ? requirement.lead_share_permille.value_or(0) : 0;
  ByBucket reach(prices.grid.size() - 1, requirement.quantity->count());
  const bool is_ruled = requirement.max_nations || share > 0;
  if (!is_ruled || requirement.kind == RequirementKind::delivery) return reach;
  const auto sums = most_by_nation(prices, id, services);
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
