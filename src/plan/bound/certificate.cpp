// SPDX-License-Identifier: Apache-2.0
#include "plan/bound/certificate.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"

#include "plan/instance/spendable.hpp"
#include "plan/pricing/deliveries.hpp"
#include "plan/pricing/labels.hpp"

namespace muster::plan {
namespace {

constexpr double points_per_price = static_cast<double>(points_per_thousandth_day);

std::int64_t whole(double price) {
  constexpr double largest = 9e17;  // well inside 64 bits
  return static_cast<std::int64_t>(std::floor(std::clamp(price * points_per_price, 0.0, largest)));
}

// How much a row's future counts, in thousandths.
std::int64_t part_of(const Instance& instance, const Certificate& certificate, RowIndex row) {
  return certificate.future.empty() ? whole_future : certificate.future[instance.future_of(row)];
}

// The most that a row's price can be in a bucket.
std::int64_t full_price(const Instance& instance,
                        const Certificate& certificate,
                        RowIndex r,
                        std::size_t bucket) {
  return instance.rows[r].weight * instance.length[bucket]
         * (points_per_thousandth_day / whole_future) * part_of(instance, certificate, r);
}

// Where a row's prices begin among those of its requirement.
std::size_t first_bucket(const Instance& instance, RowIndex row) {
  return instance.future_of(row) * instance.buckets();
}

void round_futures(const Prices<double>& prices, Certificate& made) {
  for (std::size_t f = 0; f < made.future.size(); ++f)
    made.future[f] = static_cast<std::int64_t>(
        std::floor(std::clamp(prices.future[f], 0.0, 1.0) * static_cast<double>(whole_future)));
}

Certificate round_prices(const Instance& instance, const Prices<double>& prices) {
  const Nouns& nouns = **instance.scenario;
  Certificate made = no_prices(*instance.scenario, instance.grid);
  round_futures(prices, made);
  for (RowIndex r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    std::vector<std::int64_t>& rounded = made.requirement[row.requirement];
    for (std::size_t b = row.first; b < row.last; ++b)
      rounded[first_bucket(instance, r) + b] =
          std::min(whole(prices.row[r][b]), full_price(instance, made, r, b));
  }
  for (const auto id : nouns.ceilings.ids())
    std::ranges::transform(prices.ceiling[id.index()], made.ceiling[id].begin(), whole);
  for (const auto id : nouns.kin.ids())
    std::ranges::transform(prices.kin[id.index()], made.kin[id].begin(), whole);
  for (const auto id : nouns.budgets.ids()) made.budget[id] = whole(prices.budget[id.index()]);
  for (const auto id : nouns.stocks.ids()) made.stock[id] = whole(prices.stock[id.index()]);
  for (const auto id : nouns.fair_shares.ids())
    made.fair_share[id] = std::min(whole(prices.fair_share[id.index()]),
                                   excess_points(nouns.fair_shares[id], instance.scales));
  return made;
}

Prices<Wide> exact_prices(const Instance& instance, const Certificate& certificate) {
  auto prices = no_prices<Wide>(instance);
  for (RowIndex r = 0; r < instance.rows.size(); ++r) {
    const auto& from = certificate.requirement[instance.rows[r].requirement];
    std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(first_bucket(instance, r)),
                instance.buckets(),
                prices.row[r].begin());
  }
  for (const auto id : certificate.ceiling.ids())
    std::ranges::copy(certificate.ceiling[id], prices.ceiling[id.index()].begin());
  for (const auto id : certificate.kin.ids())
    std::ranges::copy(certificate.kin[id], prices.kin[id.index()].begin());
  for (const auto id : certificate.budget.ids()) prices.budget[id.index()] = certificate.budget[id];
  for (const auto id : certificate.stock.ids()) prices.stock[id.index()] = certificate.stock[id];
  for (const auto id : certificate.fair_share.ids())
    prices.fair_share[id.index()] = certificate.fair_share[id];
  return prices;
}

// Σ π × reach + Σ full price × what is out of reach − Σ side price × limit.
Wide constant_part(const Instance& instance,
                   const Certificate& certificate,
                   const Prices<Wide>& prices) {
  const Nouns& nouns = **instance.scenario;
  Wide sum = 0;
  for (RowIndex r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    for (std::size_t b = row.first; b < row.last; ++b)
      sum += prices.row[r][b] * row.reach[b]
             + Wide{full_price(instance, certificate, r, b)} * (row.quantity - row.reach[b]);
  }
  for (const auto id : nouns.ceilings.ids())
    for (const Wide price : prices.ceiling[id.index()])
      sum -= price * nouns.ceilings[id].personnel.count();
  for (const auto id : nouns.kin.ids())
    for (const Wide price : prices.kin[id.index()]) sum -= price * kin_limit(nouns, nouns.kin[id]);
  const auto spendable = plan::spendable(*instance.scenario, instance.counting);
  for (const auto id : nouns.budgets.ids()) sum -= prices.budget[id.index()] * spendable[id];
  for (const auto id : nouns.stocks.ids())
    sum -= prices.stock[id.index()] * stock_limit(nouns.stocks[id]);
  for (const auto id : nouns.fair_shares.ids())
    sum -= prices.fair_share[id.index()] * nouns.fair_shares[id].people_days;
  return sum;
}

Wide most_of_crew(const Instance& instance, const Crew& crew, const Prices<Wide>& prices) {
  std::vector<PricedUse<Wide>> priced(crew.uses.size());
  for (std::size_t u = 0; u < crew.uses.size(); ++u)
    price_use(instance, crew, crew.uses[u], prices, priced[u]);
  return best_of_piece<Wide>(instance, crew, priced).profit * crew.pieces;
}

}  // namespace

Certificate make_certificate(const Instance& instance,
                             const Prices<double>& prices,
                             unsigned threads) {
  Certificate made = round_prices(instance, prices);
  const auto exact = exact_prices(instance, made);
  std::vector<Wide> earned(instance.crews.size(), 0);
  for_each_item(instance.crews.size(), threads, [&](std::size_t k) {
    if (!instance.like.empty() && instance.like[k] != k) return;
    const Crew& crew = instance.crews[k];
    earned[k] =
        std::max<Wide>(0, most_of_crew(instance, crew, exact) - cheapest_entry(crew, exact).price);
  });
  for (std::size_t k = 0; k < instance.like.size(); ++k) earned[k] = earned[instance.like[k]];
  made.bound = constant_part(instance, made, exact);
  for (const Wide profit : earned) made.bound -= profit;
  const auto tails = price_tails(exact);
  for (const Package& package : instance.packages) {
    const auto points = [&](const Package::Target& target, Day on) {
      return static_cast<Wide>(delivery_points(instance, package, target, on));
    };
    made.bound -= best_delivery<Wide>(instance, package, tails, exact, points).profit;
  }
  return made;
}

Prices<double> prices_of(const Instance& instance, const Certificate& certificate) {
  constexpr double unit = static_cast<double>(points_per_thousandth_day);
  const auto copy = [](const std::vector<std::int64_t>& from, std::vector<double>& to) {
    for (std::size_t b = 0; b < to.size(); ++b) to[b] = static_cast<double>(from[b]) / unit;
  };
  auto prices = no_prices<double>(instance);
  for (std::size_t f = 0; f < certificate.future.size(); ++f)
    prices.future[f] =
        static_cast<double>(certificate.future[f]) / static_cast<double>(whole_future);
  for (RowIndex r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    const auto& from = certificate.requirement[row.requirement];
    for (std::size_t b = row.first; b < row.last; ++b)
      prices.row[r][b] = std::min(static_cast<double>(from[first_bucket(instance, r) + b]) / unit,
                                  prices.future[instance.future_of(r)]
                                      * static_cast<double>(row.weight * instance.length[b]));
  }
  for (const auto id : certificate.ceiling.ids())
    copy(certificate.ceiling[id], prices.ceiling[id.index()]);
  for (const auto id : certificate.kin.ids()) copy(certificate.kin[id], prices.kin[id.index()]);
  for (const auto id : certificate.budget.ids())
    prices.budget[id.index()] = static_cast<double>(certificate.budget[id]) / unit;
  for (const auto id : certificate.stock.ids())
    prices.stock[id.index()] = static_cast<double>(certificate.stock[id]) / unit;
  for (const auto id : certificate.fair_share.ids())
    prices.fair_share[id.index()] =
        std::min(static_cast<double>(certificate.fair_share[id]) / unit,
                 static_cast<double>(excess_weight(instance, id.index())));
  return prices;
}

}  // namespace muster::plan
