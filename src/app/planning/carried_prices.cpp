// SPDX-License-Identifier: Apache-2.0
#include "app/planning/carried_prices.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/wide.hpp"

namespace muster::app {
namespace {

using ByBucket = std::vector<std::int64_t>;

// A price by the bucket, cut and joined as the other grid cuts the days.
ByBucket on_grid(const ByBucket& prices, const Grid& from, const Grid& to) {
  ByBucket carried(to.size() - 1, 0);
  std::size_t f = 0;
  for (std::size_t t = 0; t + 1 < to.size(); ++t) {
    Wide sum = 0;
    while (f + 1 < from.size() && from[f + 1] <= to[t]) ++f;
    for (std::size_t g = f; g + 1 < from.size() && from[g] < to[t + 1]; ++g) {
      const Day first = std::max(from[g], to[t]);
      const Day last = std::min(from[g + 1], to[t + 1]);
      if (first < last)
        sum += Wide{prices[g]} * (last - first).count() / (from[g + 1] - from[g]).count();
    }
    carried[t] = static_cast<std::int64_t>(sum);
  }
  return carried;
}

void carry_per_person(const Certificate& prices,
                      const Ground& from,
                      const Ground& to,
                      Certificate& carried) {
  // A ceiling or a pair costs by the bucket whatever its days, so its price is one of length too.
  if (from.scenario->ceilings.size() == to.scenario->ceilings.size())
    for (const auto id : prices.ceiling.ids())
      carried.ceiling[id] = on_grid(prices.ceiling[id], from.grid, to.grid);
  if (from.scenario->kin.size() == to.scenario->kin.size())
    for (const auto id : prices.kin.ids())
      carried.kin[id] = on_grid(prices.kin[id], from.grid, to.grid);
}

const std::string& nation_of(const Ground& ground, Id<FairShare> id) {
  return ground.scenario->nations[ground.scenario->fair_shares[id].nation].key;
}

}  // namespace

Certificate carried_prices(const Certificate& prices, const Ground& from, const Ground& to) {
  Certificate carried = no_prices(to.scenario, to.grid);
  // Prices of futures are not carried: other futures may stand in the data now.
  if (from.scenario->futures.size() + to.scenario->futures.size() > 0) return carried;
  std::map<std::string, Id<Requirement>> known;
  for (const auto id : from.scenario->requirements.ids())
    known.emplace(from.scenario->requirements[id].key, id);
  for (const auto id : to.scenario->requirements.ids()) {
    const auto found = known.find(to.scenario->requirements[id].key);
    if (found == known.end()) continue;
    carried.requirement[id] = on_grid(prices.requirement[found->second], from.grid, to.grid);
  }
  carry_per_person(prices, from, to, carried);
  for (const auto id : from.scenario->budgets.ids())
    for (const auto other : to.scenario->budgets.ids())
      if (from.scenario->budgets[id].key == to.scenario->budgets[other].key)
        carried.budget[other] = prices.budget[id];
  for (const auto id : from.scenario->fair_shares.ids())
    for (const auto other : to.scenario->fair_shares.ids())
      if (nation_of(from, id) == nation_of(to, other))
        carried.fair_share[other] = prices.fair_share[id];
  if (from.scenario->stocks.size() == to.scenario->stocks.size()) carried.stock = prices.stock;
  return carried;
}

}  // namespace muster::app
