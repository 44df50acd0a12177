// SPDX-License-Identifier: Apache-2.0
#include "model/certificate.hpp"

#include <algorithm>

#include "model/futures.hpp"

namespace muster {

std::size_t futures_of(const Scenario& scenario) {
  return std::max<std::size_t>(1, scenario->futures.size());
}

Certificate no_prices(const Scenario& scenario, const Grid& grid) {
  const std::vector<std::int64_t> buckets(grid.size() - 1, 0);
  using ByBucket = std::vector<std::int64_t>;
  Certificate none;
  const ByBucket in_futures(buckets.size() * futures_of(scenario), 0);
  none.requirement = Table<Requirement, ByBucket>{scenario->requirements.size(), in_futures};
  none.ceiling = Table<Ceiling, ByBucket>{scenario->ceilings.size(), buckets};
  none.kin = Table<KinPair, ByBucket>{scenario->kin.size(), buckets};
  none.budget = Table<Budget, std::int64_t>{scenario->budgets.size(), 0};
  none.stock = Table<Stock, std::int64_t>{scenario->stocks.size(), 0};
  none.fair_share = Table<FairShare, std::int64_t>{scenario->fair_shares.size(), 0};
  const auto futures = static_cast<std::int64_t>(scenario->futures.size());
  if (futures > 0)
    none.future.assign(scenario->futures.size(),
                       whole_future * counted_futures(*scenario) / futures);
  return none;
}

std::int64_t pieces_of(const Unit& unit) {
  return unit.divisible ? unit.quantity : 1;
}

}  // namespace muster
