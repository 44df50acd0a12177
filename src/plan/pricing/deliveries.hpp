// SPDX-License-Identifier: Apache-2.0
// What the deliveries of an offer earn at prices: which requirement, and when the rest comes.
#pragma once

#include "plan/pricing/prices.hpp"

namespace muster::plan {

// tails[row][i]: the sum of a row's prices from boundary i on.
template <class Number>
[[nodiscard]] std::vector<std::vector<Number>> price_tails(const Prices<Number>& prices) {
  std::vector<std::vector<Number>> tails;
  for (const auto& row : prices.row) {
    std::vector<Number> tail(row.size() + 1, Number{0});
    for (std::size_t b = row.size(); b-- > 0;) tail[b] = tail[b + 1] + row[b];
    tails.push_back(std::move(tail));
  }
  return tails;
}

template <class Number>
struct BestDelivery {
  Number profit = 0;
  std::size_t target = 0;
  Boundary at = 0;  // of the rest; no_boundary where there is no rest to decide
  bool used = false;
  std::int64_t rest = 0;  // how much of it comes
};

// The stocks that a delivery on a day draws on: indices into Nouns::stocks.
[[nodiscard]] std::vector<std::uint32_t> stocks_drawn(const Instance& instance,
                                                      const Package& package,
                                                      Day on);
// What may be given of a stock in all.
[[nodiscard]] inline std::int64_t stock_limit(const Stock& stock) {
  return std::max<std::int64_t>(0, stock.quantity - stock.floor);
}
// What is delivered comes in multiples of this.
[[nodiscard]] std::int64_t least_part(const Instance& instance, const Package& package);
// EUR charged to the offer's budget for one delivery, without a cost per `once`.
[[nodiscard]] std::int64_t delivery_cost(const Instance& instance, const Package& package);

// What one delivery of `quantity` on a day takes from side rows at prices.
template <class Number>
[[nodiscard]] Number side_charge(const Instance& instance,
                                 const Package& package,
                                 const Prices<Number>& prices,
                                 Day on,
                                 std::int64_t quantity) {
  Number charge{0};
  for (const auto stock : stocks_drawn(instance, package, on))
    charge += prices.stock[stock] * static_cast<Number>(quantity);
  const auto& budget = (*instance.scenario)->offers[package.offer].budget;
  if (budget)
    charge +=
        prices.budget[budget->index()] * static_cast<Number>(delivery_cost(instance, package));
  return charge;
}

// points(target, day): the later goals of one delivery, in the prices' currency.
template <class Number, class DeliveryPoints>
[[nodiscard]] BestDelivery<Number> best_delivery(const Instance& instance,
                                                 const Package& package,
                                                 const std::vector<std::vector<Number>>& tails,
                                                 const Prices<Number>& prices,
                                                 const DeliveryPoints& points) {
  BestDelivery<Number> best;
  for (std::size_t t = 0; t < package.targets.size(); ++t) {
    const Package::Target& target = package.targets[t];
    const auto earned = [&](std::int64_t quantity, const auto& arrives, Day on) {
      const auto amount =
          static_cast<Number>(delivered_amount(instance, package, target, quantity));
      Number gained{0};
      for (std::uint32_t f = 0; f < instance.futures.count; ++f)
        gained += amount * tails[target.row + f][arrives(f)];
      return gained - points(target, on) - side_charge(instance, package, prices, on, quantity);
    };
    Number fixed{0};
    for (const Package::Part& part : package.fixed)
      fixed += earned(part.quantity, [&](std::uint32_t f) { return arrival(part, f); }, part.on);
    const auto keep_better = [&](Number profit, Boundary at) {
      const std::int64_t rest = at == no_boundary ? 0 : package.rest;
      if (profit > best.profit) best = {profit, t, at, true, rest};
    };
    if (!package.fixed.empty()) keep_better(fixed, no_boundary);
    if (package.rest <= 0) continue;
    for (Boundary at = package.from; at < package.until; ++at)
      keep_better(fixed
                      + earned(
                          package.rest,
                          [&](std::uint32_t f) { return arrival(package, at, f); },
                          instance.grid[at]),
                  at);
  }
  return best;
}

}  // namespace muster::plan
