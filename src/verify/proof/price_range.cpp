// SPDX-License-Identifier: Apache-2.0
#include "verify/proof/price_range.hpp"

#include <algorithm>
#include <span>

#include "model/futures.hpp"
#include "model/goals.hpp"

namespace muster::verify {
namespace {

// The first price that is out of its range, in words; empty: none.
class PriceSearch {
 public:
  explicit PriceSearch(const Grid& grid) : grid_{grid} {}

  // Prices of buckets: none outside the period, at most `most_per_day` a day.
  void look_at(const std::string& what,
               std::span<const std::int64_t> prices,
               const Period& period,
               Wide most_per_day) {
    for (std::size_t b = 0; b < prices.size(); ++b) {
      const bool inside = period.from <= grid_[b] && grid_[b + 1] <= period.until;
      const Wide days = (grid_[b + 1] - grid_[b]).count();
      const Wide most = inside ? most_per_day * days : 0;
      if (!is_in_range(prices[b], most))
        look_at(what + " from " + to_text(grid_[b]), prices[b], most);
    }
  }
  void look_at(const std::string& what, std::int64_t price, Wide most) {
    if (!finding_.empty() || is_in_range(price, most)) return;
    finding_ = "the price of " + what + " is " + to_text(Wide{price}) + ", allowed are 0 to "
               + to_text(most);
  }

  void complain(const std::string& what) {
    if (finding_.empty()) finding_ = what;
  }

  [[nodiscard]] const std::string& finding() const { return finding_; }

 private:
  static bool is_in_range(std::int64_t price, Wide most) { return 0 <= price && price <= most; }

  const Grid& grid_;
  std::string finding_;
};

constexpr Wide unlimited = Wide{1} << 64;  // no price of 64 bits is above

// None counts more than once, and all together no more than so many are counted.
void look_at_futures(const Scenario& scenario,
                     const Certificate& certificate,
                     PriceSearch& search) {
  Wide sum = 0;
  for (const auto id : scenario->futures.ids()) {
    const std::int64_t part = certificate.future[id.index()];
    search.look_at("future " + scenario->futures[id].key, part, whole_future);
    sum += part;
  }
  if (scenario->futures.size() > 0 && sum > Wide{whole_future} * counted_futures(*scenario))
    search.complain("the futures count " + to_text(sum) + " thousandths together, allowed are "
                    + to_text(Wide{whole_future} * counted_futures(*scenario)));
}

void look_at_requirement(const Scenario& scenario,
                         const Grid& grid,
                         const Certificate& certificate,
                         Id<Requirement> id,
                         PriceSearch& search) {
  const Requirement& requirement = scenario->requirements[id];
  const std::span<const std::int64_t> prices{certificate.requirement[id]};
  const Wide weight = requirement.quantity ? scenario->priorities[requirement.priority].weight : 0;
  for (std::size_t f = 0; f < futures_of(scenario); ++f) {
    const Wide part = certificate.future.empty() ? whole_future : certificate.future[f];
    search.look_at("requirement " + requirement.key,
                   prices.subspan(f * (grid.size() - 1), grid.size() - 1),
                   requirement.period,
                   weight * (points_per_thousandth_day / whole_future) * part);
  }
}

}  // namespace

bool is_complete(const Scenario& scenario, const Grid& grid, const Certificate& certificate) {
  const auto fits = [&](const auto& table, std::size_t rows) {
    return table.size() == rows && std::ranges::all_of(table.ids(), [&](auto id) {
             return table[id].size() + 1 == grid.size();
           });
  };
  const std::size_t buckets = (grid.size() - 1) * futures_of(scenario);
  const bool is_priced = std::ranges::all_of(certificate.requirement.ids(), [&](auto id) {
    return certificate.requirement[id].size() == buckets;
  });
  return is_priced && certificate.requirement.size() == scenario->requirements.size()
         && certificate.future.size() == scenario->futures.size()
         && fits(certificate.ceiling, scenario->ceilings.size())
         && fits(certificate.kin, scenario->kin.size())
         && certificate.budget.size() == scenario->budgets.size()
         && certificate.stock.size() == scenario->stocks.size()
         && certificate.fair_share.size() == scenario->fair_shares.size();
}

std::string price_out_of_range(const Scenario& scenario,
                               const Grid& grid,
                               const Certificate& certificate) {
  PriceSearch search{grid};
  look_at_futures(scenario, certificate, search);
  for (const auto id : scenario->requirements.ids())
    look_at_requirement(scenario, grid, certificate, id, search);
  for (const auto id : scenario->ceilings.ids()) {
    const Ceiling& ceiling = scenario->ceilings[id];
    search.look_at("the ceiling of " + scenario->nations[ceiling.nation].key,
                   certificate.ceiling[id],
                   ceiling.period,
                   unlimited);
  }
  for (const auto id : scenario->kin.ids())
    search.look_at("the kin " + scenario->units[scenario->kin[id].one].key + " and "
                       + scenario->units[scenario->kin[id].other].key,
                   certificate.kin[id],
                   {grid.front(), grid.back()},
                   unlimited);
  for (const auto id : scenario->budgets.ids())
    search.look_at("budget " + scenario->budgets[id].key, certificate.budget[id], unlimited);
  for (const auto id : scenario->stocks.ids()) {
    const Stock& stock = scenario->stocks[id];
    search.look_at("the stock of " + scenario->nations[stock.nation].key + " of "
                       + scenario->capabilities[stock.capability].key,
                   certificate.stock[id],
                   unlimited);
  }
  const GoalScales scales = goal_scales(scenario);
  for (const auto id : scenario->fair_shares.ids()) {
    const FairShare& share = scenario->fair_shares[id];
    search.look_at("the fair share of " + scenario->nations[share.nation].key,
                   certificate.fair_share[id],
                   excess_points(share, scales));
  }
  return search.finding();
}

}  // namespace muster::verify
