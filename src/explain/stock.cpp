// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "explain/explain.hpp"
#include "explain/tree.hpp"

namespace muster::explain {
namespace {

Day stated_again(const Scenario& scenario, const Stock& stock) {
  Day until = scenario->horizon.until;
  for (const Id<Stock> id : scenario->stocks.ids()) {
    const Stock& other = scenario->stocks[id];
    const bool next =
        other.nation == stock.nation && other.capability == stock.capability && other.on > stock.on;
    if (next) until = std::min(until, other.on);
  }
  return std::max(until, stock.on);
}

}  // namespace

std::vector<StockState> stocks(const Scenario& scenario, const Plan& plan) {
  std::vector<StockState> states;
  for (const Id<Stock> id : scenario->stocks.ids()) {
    const Stock& stock = scenario->stocks[id];
    StockState state{id, {stock.on, stated_again(scenario, stock)}, 0, stock.quantity};
    for (const PlannedDelivery& delivery : plan.deliveries) {
      const Offer& offer = scenario->offers[delivery.offer];
      const bool counts = offer.nation == stock.nation && state.period.contains(delivery.on)
                          && lies_below(scenario, offer.capability, stock.capability);
      if (counts) state.given += delivery.quantity;
    }
    state.left = stock.quantity - state.given;
    states.push_back(state);
  }
  return states;
}

}  // namespace muster::explain
