// SPDX-License-Identifier: Apache-2.0
// What the deliveries of an offer earn at most. All of them go to one requirement; rows of the data
// come as they say, and the rest earns most on a single boundary: its profit is at most in
// proportion to the quantity there, less points and costs that each delivery bears anew.
#include <algorithm>
#include <optional>

#include "judge/judge.hpp"
#include "verify/proof/prices.hpp"

namespace muster::verify {
namespace {

class Package {
 public:
  Package(const Prices& prices, Id<Offer> offer)
      : prices_{prices},
        id_{offer},
        offer_{prices.scenario->offers[offer]},
        rest_{offer_.quantity} {
    for (const auto id : prices.scenario->deliveries.ids()) {
      const Delivery& row = prices.scenario->deliveries[id];
      const bool gone = row.state == DeliveryState::lost || row.state == DeliveryState::returned;
      if (row.offer != offer || gone || !row.on) continue;
      fixed_.push_back(row);
      rest_ -= row.quantity;
    }
  }

  // For one requirement: at least 0, which is to send nothing.
  Wide best_for(Id<Requirement> requirement) const {
    const judge::Held& held = prices_.in_force.held(id_, requirement);
    Wide fixed = 0;
    for (const Delivery& row : fixed_)
      fixed += before_stocks(requirement, held, row.quantity, *row.on)
               - stock_charge(row.quantity, *row.on);
    Wide best = std::max<Wide>(0, fixed);
    if (rest_ <= 0) return best;
    for (const Day day : prices_.grid) {
      Wide total = fixed + before_stocks(requirement, held, rest_, day);
      if (total <= best || !is_allowed(requirement, day)) continue;
      total -= stock_charge(rest_, day);
      best = std::max(best, total);
    }
    return best;
  }

 private:
  bool is_allowed(Id<Requirement> requirement, Day day) const {
    const PlannedDelivery delivery{id_, requirement, rest_, day, std::nullopt};
    return judge::is_allowed(prices_.scenario, prices_.counting, delivery);
  }

  // π × amount from the day on, less points and budget.
  Wide before_stocks(Id<Requirement> requirement,
                     const judge::Held& held,
                     std::int64_t quantity,
                     Day day) const {
    const Wide amount = prices_.scenario.contribution(id_, requirement, quantity).count();
    return amount * prices_.earned_from(id_, requirement, day)
           - prices_.points(offer_, 1, judge::is_new(held, day) ? 1 : 0)
           - prices_.budget_charge(offer_, 1);
  }

  Wide stock_charge(std::int64_t quantity, Day day) const {
    Wide charge = 0;
    for (const auto stock : prices_.scenario->stocks.ids()) {
      const Wide price = prices_.certificate.stock[stock];
      if (price > 0 && judge::draws_on(prices_.scenario, stock, offer_, day))
        charge += price * quantity;
    }
    return charge;
  }

  const Prices& prices_;
  Id<Offer> id_;
  const Offer& offer_;
  std::vector<Delivery> fixed_;
  std::int64_t rest_;
};

}  // namespace

Wide best_deliveries(const Prices& prices, Id<Offer> offer) {
  std::optional<Package> package;
  Wide best = 0;
  for (const auto id : prices.scenario.useful_for(offer)) {
    const Requirement& requirement = prices.scenario->requirements[id];
    if (requirement.kind != RequirementKind::delivery || !requirement.quantity) continue;
    if (!judge::may_serve(prices.scenario, prices.counting, offer, id)) continue;
    if (!package) package.emplace(prices, offer);
    best = std::max(best, package->best_for(id));
  }
  return best;
}

}  // namespace muster::verify
