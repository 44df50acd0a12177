// SPDX-License-Identifier: Apache-2.0
// stock: what a nation gives leaves it the floor that it keeps, from one statement of its stock to
// the next. Measured and allowed: the stock's quantity given.
#include <algorithm>

#include "judge/rules/rules.hpp"
#include "judge/uses.hpp"

namespace muster::judge {

void check_stocks(const Scenario& scenario, const Plan& plan, std::vector<Violation>& violations) {
  for (const auto id : scenario->stocks.ids()) {
    const Stock& stock = scenario->stocks[id];
    std::int64_t given = 0;
    Day last = stock.on;
    for (const PlannedDelivery& delivery : plan.deliveries) {
      if (!draws_on(scenario, id, scenario->offers[delivery.offer], delivery.on)) continue;
      given += delivery.quantity;
      last = std::max(last, delivery.on);
    }
    if (given > allowance(stock))
      violations.push_back({.rule = Rule::stock,
                            .offer = {},
                            .other = {},
                            .requirement = {},
                            .days = {stock.on, last + Days{1}},
                            .measured = given,
                            .allowed = allowance(stock),
                            .source = stock.source});
  }
}

}  // namespace muster::judge
