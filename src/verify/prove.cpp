// SPDX-License-Identifier: Apache-2.0
// The bound that prices prove (docs/mathematics.md, "Certificate"):
//   Σ π q − Σ side price × limit − Σ over units: pieces × best schedule − Σ over offers: best
//   deliveries
#include "judge/uses.hpp"
#include "verify/proof/prices.hpp"
#include "verify/verify.hpp"

namespace muster::verify {
namespace {

Wide sum_of(const std::vector<std::int64_t>& prices) {
  Wide sum = 0;
  for (const std::int64_t price : prices) sum += price;
  return sum;
}

// What would be paid if nobody served anything.
Wide asked(const Scenario& scenario, const Certificate& certificate) {
  Wide sum = 0;
  for (const auto id : scenario->requirements.ids())
    if (const auto quantity = scenario->requirements[id].quantity)
      sum += sum_of(certificate.requirement[id]) * quantity->count();
  return sum;
}

// What the limits are worth in all.
Wide limits(const Scenario& scenario, const Certificate& certificate) {
  Wide sum = 0;
  for (const auto id : scenario->ceilings.ids())
    sum += sum_of(certificate.ceiling[id]) * scenario->ceilings[id].personnel.count();
  for (const auto id : scenario->budgets.ids())
    sum += Wide{certificate.budget[id]} * scenario->budgets[id].amount;
  for (const auto id : scenario->stocks.ids())
    sum += Wide{certificate.stock[id]} * judge::allowance(scenario->stocks[id]);
  return sum;
}

}  // namespace

Points prove(const Scenario& scenario,
             Counting counting,
             const Plan& in_force,
             const Grid& grid,
             const Certificate& certificate) {
  const Prices prices{scenario, counting, in_force, grid, certificate};
  Table<Unit, std::vector<Id<Offer>>> offers{scenario->units.size()};
  Wide bound = asked(scenario, certificate) - limits(scenario, certificate);
  for (const auto id : scenario->offers.ids()) {
    offers[scenario->offers[id].unit].push_back(id);
    bound -= best_deliveries(prices, id);
  }
  for (const auto id : scenario->units.ids()) {
    const Unit& unit = scenario->units[id];
    bound -= (unit.divisible ? unit.quantity : 1) * best_schedule(prices, id, offers[id]);
  }
  return bound;
}

}  // namespace muster::verify
