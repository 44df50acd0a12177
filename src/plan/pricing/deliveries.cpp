// SPDX-License-Identifier: Apache-2.0
#include "plan/pricing/deliveries.hpp"

namespace muster::plan {

std::vector<std::uint32_t> stocks_drawn(const Instance& instance, const Package& package, Day on) {
  const Nouns& nouns = **instance.scenario;
  std::vector<std::uint32_t> drawn;
  for (const auto index : package.stocks) {
    const Stock& stock = nouns.stocks[Id<Stock>{index}];
    if (on < stock.on) continue;
    bool is_latest = true;  // a later statement of the same stock takes over from its day
    for (const auto other : nouns.stocks.ids()) {
      const Stock& later = nouns.stocks[other];
      if (later.nation == stock.nation && later.capability == stock.capability
          && stock.on < later.on && later.on <= on)
        is_latest = false;
    }
    if (is_latest) drawn.push_back(index);
  }
  return drawn;
}

std::int64_t least_part(const Instance& instance, const Package& package) {
  constexpr std::int64_t least_money = 1000;
  const Nouns& nouns = **instance.scenario;
  const Offer& offer = nouns.offers[package.offer];
  return nouns.capabilities[offer.capability].measure == Measure::money ? least_money : 1;
}

std::int64_t delivery_cost(const Instance& instance, const Package& package) {
  const Offer& offer = (*instance.scenario)->offers[package.offer];
  return offer.cost && offer.cost_per != CostPer::once ? offer.cost->count() : 0;
}

}  // namespace muster::plan
