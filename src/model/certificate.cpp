// SPDX-License-Identifier: Apache-2.0
#include "model/certificate.hpp"

namespace muster {

Certificate no_prices(const Scenario& scenario, const Grid& grid) {
  const std::vector<std::int64_t> buckets(grid.size() - 1, 0);
  using ByBucket = std::vector<std::int64_t>;
  Certificate none;
  none.requirement = Table<Requirement, ByBucket>{scenario->requirements.size(), buckets};
  none.ceiling = Table<Ceiling, ByBucket>{scenario->ceilings.size(), buckets};
  none.kin = Table<KinPair, ByBucket>{scenario->kin.size(), buckets};
  none.budget = Table<Budget, std::int64_t>{scenario->budgets.size(), 0};
  none.stock = Table<Stock, std::int64_t>{scenario->stocks.size(), 0};
  none.fair_share = Table<FairShare, std::int64_t>{scenario->fair_shares.size(), 0};
  return none;
}

std::int64_t pieces_of(const Unit& unit) {
  return unit.divisible ? unit.quantity : 1;
}

}  // namespace muster
