// SPDX-License-Identifier: Apache-2.0
// Prices on the rows of the planning problem, and what crews and packages can earn at them.
// Number is double while searching for prices (in points / 10^9), Wide when proving (in points).
#pragma once

#include <vector>

#include "plan/pricing/schedule.hpp"

namespace muster::plan {

template <class Number>
struct Prices {
  // rows × buckets, zero outside the row's period: for one thousandth through the bucket.
  std::vector<std::vector<Number>> row;
  std::vector<std::vector<Number>> ceiling;  // ceilings × buckets, for one person
  std::vector<std::vector<Number>> kin;      // pairs × buckets, for both serving at once
  std::vector<Number> budget;                // for one EUR
  std::vector<Number> stock;                 // for one of its quantity
  std::vector<Number> fair_share;            // for one people-day
  // How much of each future counts, 0 … 1: no more than that part of its weight is a row's price.
  // Without futures 1.
  std::vector<double> future;
};

template <class Number>
[[nodiscard]] Prices<Number> no_prices(const Instance& instance) {
  const auto& nouns = **instance.scenario;
  const std::vector<Number> buckets(instance.buckets(), Number{0});
  return {std::vector<std::vector<Number>>(instance.rows.size(), buckets),
          std::vector<std::vector<Number>>(nouns.ceilings.size(), buckets),
          std::vector<std::vector<Number>>(nouns.kin.size(), buckets),
          std::vector<Number>(nouns.budgets.size(), Number{0}),
          std::vector<Number>(nouns.stocks.size(), Number{0}),
          std::vector<Number>(nouns.fair_shares.size(), Number{0}),
          std::vector<double>(instance.futures.count,
                              static_cast<double>(instance.futures.counted)
                                  / static_cast<double>(instance.futures.count))};
}

// What a thousandth of an offer earns on a requirement in a bucket, in all futures together.
template <class Number>
[[nodiscard]] Number price_there(const Instance& instance,
                                 const Prices<Number>& prices,
                                 Id<Offer> offer,
                                 RowIndex first,
                                 std::size_t bucket) {
  Number sum{0};
  for_each_future(instance.there(offer, bucket),
                  [&](std::uint32_t f) { sum += prices.row[first + f][bucket]; });
  return sum;
}

// Of a pair of kin: how much of it may be used in a bucket.
[[nodiscard]] inline std::int64_t kin_limit(const Nouns& nouns, const KinPair& pair) {
  return pieces_of(nouns.units[pair.one]) * pieces_of(nouns.units[pair.other]);
}

// What a tour of one piece uses of its budget.
template <class Number>
[[nodiscard]] Number budget_price(const Instance& instance,
                                  const Use& use,
                                  const Prices<Number>& prices) {
  const auto& budget = (*instance.scenario)->offers[use.offer].budget;
  return budget ? prices.budget[budget->index()] : Number{0};
}

// What one person of a crew costs for a day by its nation's fair share.
template <class Number>
[[nodiscard]] Number fair_share_price(const Crew& crew, const Prices<Number>& prices) {
  return crew.fair_share ? prices.fair_share[*crew.fair_share] : Number{0};
}

// Points in the unit of the prices.
[[nodiscard]] inline double in_unit_of(const Prices<double>& /*prices*/, std::int64_t points) {
  return static_cast<double>(points) / static_cast<double>(points_per_thousandth_day);
}
[[nodiscard]] inline Wide in_unit_of(const Prices<Wide>& /*prices*/, std::int64_t points) {
  return points;
}

// The entry that costs least at prices, and what it costs.
template <class Number>
struct CheapestEntry {
  const EntryCost* entry = nullptr;
  Number price = 0;
};
template <class Number>
[[nodiscard]] CheapestEntry<Number> cheapest_entry(const Crew& crew, const Prices<Number>& prices) {
  CheapestEntry<Number> cheapest;
  for (const EntryCost& entry : crew.entries) {
    Number price = in_unit_of(prices, entry.points);
    if (entry.budget)
      price += prices.budget[entry.budget->index()] * static_cast<Number>(entry.euros);
    if (cheapest.entry == nullptr || price < cheapest.price) cheapest = {&entry, price};
  }
  return cheapest;
}

// Fills one use's prefix sums.
template <class Number>
void price_use(const Instance& instance,
               const Crew& crew,
               const Use& use,
               const Prices<Number>& prices,
               PricedUse<Number>& priced) {
  const Number money = budget_price(instance, use, prices);
  const Number person_day = fair_share_price(crew, prices);
  const Terms& terms = crew.terms[use.terms];
  priced.per_tour =
      money * static_cast<Number>(terms.cost_per_tour) + in_unit_of(prices, terms.points_per_tour);
  lay_out(
      instance,
      use,
      [&](std::size_t b) {
        BucketPrice<Number> price;
        price.gain =
            price_there(instance, prices, use.offer, use.row, b) * static_cast<Number>(use.amount);
        if (use.also != no_row)
          price.also_gain = price_there(instance, prices, use.offer, use.also, b)
                            * static_cast<Number>(use.also_amount);
        price.charge = money * static_cast<Number>(terms.cost_per_day * instance.length[b])
                       + person_day * static_cast<Number>(terms.persons * instance.length[b]);
        if (terms.persons > 0)
          for (const auto ceiling : crew.ceilings)
            price.charge += prices.ceiling[ceiling][b] * static_cast<Number>(terms.persons);
        for (const Crew::KinLink& link : crew.kin_links)
          price.charge += prices.kin[link.pair][b] * static_cast<Number>(link.weight);
        const auto from = static_cast<Boundary>(b);
        const auto next = static_cast<Boundary>(b + 1);
        price.charge +=
            in_unit_of(prices, points_of(instance, crew, use, from, next) - terms.points_per_tour);
        return price;
      },
      priced);
}

}  // namespace muster::plan
