// SPDX-License-Identifier: Apache-2.0
#include "plan/instance/spendable.hpp"

#include <numeric>

#include "plan/rules/rules.hpp"

namespace muster::plan {

Table<Budget, std::int64_t> spendable(const Scenario& scenario, Counting counting) {
  Table<Budget, std::int64_t> measure{scenario->budgets.size(), 0};
  for (const auto id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[id];
    if (offer.budget && offer.cost && counts(scenario, offer, counting))
      measure[*offer.budget] = std::gcd(measure[*offer.budget], offer.cost->count());
  }
  Table<Budget, std::int64_t> limits{scenario->budgets.size(), 0};
  for (const auto id : scenario->budgets.ids()) {
    const std::int64_t amount = scenario->budgets[id].amount;
    limits[id] = measure[id] == 0 ? amount : amount - amount % measure[id];
  }
  return limits;
}

}  // namespace muster::plan
