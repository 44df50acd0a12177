// SPDX-License-Identifier: Apache-2.0
// The bound that prices prove (docs/mathematics.md, "Certificate"):
//   Σ π × reach + Σ full price × what is out of reach − Σ side price × limit
//   − Σ over units: max(0, pieces × best schedule − entry) − Σ over offers: best deliveries
#include <algorithm>
#include <numeric>

#include "judge/judge.hpp"
#include "judge/uses.hpp"
#include "model/goals.hpp"
#include "verify/proof/service.hpp"
#include "verify/proof/shared_sum.hpp"
#include "verify/verify.hpp"

namespace muster::verify {
namespace {

Wide sum_of(const std::vector<std::int64_t>& prices) {
  Wide sum = 0;
  for (const std::int64_t price : prices) sum += price;
  return sum;
}

// What would be paid on a requirement if nobody served it: π for what is within reach, the full
// price for the rest, which no plan can fill.
Wide asked(const Prices& prices, Id<Requirement> id) {
  const Scenario& scenario = prices.scenario;
  const Requirement& requirement = scenario->requirements[id];
  if (!requirement.quantity) return 0;
  const Wide weight = scenario->priorities[requirement.priority].weight;
  const auto reach = reach_of(prices, id);
  const Certificate& claimed = prices.certificate;
  Wide sum = 0;
  for (std::size_t f = 0; f < futures_of(scenario); ++f) {
    const Wide part = claimed.future.empty() ? whole_future : claimed.future[f];
    for (std::size_t b = 0; b < reach.size(); ++b) {
      if (!requirement.period.contains(prices.grid[b])) continue;
      const Wide days = (prices.grid[b + 1] - prices.grid[b]).count();
      const Wide full = weight * days * (points_per_thousandth_day / whole_future) * part;
      sum += claimed.requirement[id][f * reach.size() + b] * reach[b]
             + full * (requirement.quantity->count() - reach[b]);
    }
  }
  return sum;
}

// What can be spent of a budget: all charges are multiples of the cost of an offer that counts.
Wide spendable(const Scenario& scenario, Counting counting, Id<Budget> budget) {
  std::int64_t divisor = 0;
  for (const auto id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[id];
    if (offer.budget == budget && judge::counts(scenario, counting, offer))
      divisor = std::gcd(divisor, cost_once(offer) + judge::cost_of_piece(offer, 1));
  }
  const std::int64_t amount = scenario->budgets[budget].amount;
  return divisor == 0 ? amount : amount / divisor * divisor;
}

// What the limits are worth in all.
Wide limits(const Scenario& scenario, Counting counting, const Certificate& certificate) {
  Wide sum = 0;
  for (const auto id : scenario->ceilings.ids())
    sum += sum_of(certificate.ceiling[id]) * scenario->ceilings[id].personnel.count();
  for (const auto id : scenario->kin.ids()) {
    const KinPair& pair = scenario->kin[id];
    sum += sum_of(certificate.kin[id]) * pieces_of(scenario->units[pair.one])
           * pieces_of(scenario->units[pair.other]);
  }
  for (const auto id : scenario->budgets.ids())
    sum += certificate.budget[id] * spendable(scenario, counting, id);
  for (const auto id : scenario->stocks.ids())
    sum += Wide{certificate.stock[id]} * judge::allowance(scenario->stocks[id]);
  for (const auto id : scenario->fair_shares.ids())
    sum += Wide{certificate.fair_share[id]} * scenario->fair_shares[id].people_days;
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
  for (const auto id : scenario->offers.ids()) offers[scenario->offers[id].unit].push_back(id);
  Wide bound = -limits(scenario, counting, certificate);
  bound += sum_over(scenario->requirements.size(),
                    [&](std::uint32_t index) { return asked(prices, Id<Requirement>{index}); });
  bound -= sum_over(scenario->offers.size(),
                    [&](std::uint32_t index) { return best_deliveries(prices, Id<Offer>{index}); });
  bound -= sum_over(scenario->units.size(), [&](std::uint32_t index) {
    const Id<Unit> id{index};
    const Wide most = best_schedule(prices, id, offers[id]);
    const Wide earned = pieces_of(scenario->units[id]) * most;
    return std::max<Wide>(0, earned - entry_points(prices, id, offers[id]));
  });
  return bound;
}

}  // namespace muster::verify
