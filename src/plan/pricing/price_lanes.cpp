// SPDX-License-Identifier: Apache-2.0
#include "plan/pricing/price_lanes.hpp"

#include <algorithm>

#include "plan/pricing/labels.hpp"

namespace muster::plan {
namespace {

constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

// What being away costs a piece of a crew whatever it serves, summed from the first boundary on.
struct CrewSums {
  std::vector<double> person;  // for one person under the ceilings
  std::vector<double> kin;
};

void sum_up(const Instance& instance,
            const Crew& crew,
            const Prices<double>& prices,
            CrewSums& sums) {
  sums.person.assign(instance.day.size(), 0.0);
  sums.kin.assign(instance.day.size(), 0.0);
  for (std::size_t b = 0; b < instance.buckets(); ++b) {
    double person = 0;
    for (const auto ceiling : crew.ceilings) person += prices.ceiling[ceiling][b];
    double kin = 0;
    for (const Crew::KinLink& link : crew.kin_links)
      kin += prices.kin[link.pair][b] * static_cast<double>(link.weight);
    sums.person[b + 1] = sums.person[b] + person;
    sums.kin[b + 1] = sums.kin[b] + kin;
  }
}

class Pricing {
 public:
  Pricing(const Instance& instance,
          const Crew& crew,
          const Prices<double>& prices,
          const RowSums& rows)
      : instance_{instance}, crew_{crew}, prices_{prices}, rows_{rows} {
    sum_up(instance, crew, prices, crew_sums_);
  }

  // False: nothing that it serves has a price.
  bool lay_out(const Use& use, LaneSums& sums) const {
    const std::size_t size = static_cast<std::size_t>(use.until - use.from) + 1;
    thread_local std::vector<double> of_row, of_also;
    const double* const row = sums_of(use, use.row, of_row);
    const double* const also = use.also == no_row ? row : sums_of(use, use.also, of_also);
    if (!(row[size - 1] > row[0]) && !(also[size - 1] > also[0])) return false;
    const auto amount = static_cast<double>(use.amount);
    const double also_amount = use.also == no_row ? 0.0 : static_cast<double>(use.also_amount);
    sums.from = use.from;
    sums.net.resize(size);
    for (std::size_t k = 0; k < size; ++k) sums.net[k] = amount * row[k] + also_amount * also[k];
    charge(use, sums);
    begin(use, sums);
    add_lost(use, instance_.rows[use.row], amount, row, sums);
    if (use.also != no_row) add_lost(use, instance_.rows[use.also], also_amount, also, sums);
    return true;
  }

 private:
  // What a thousandth earns on a requirement, summed from the use's first boundary on.
  const double* sums_of(const Use& use, RowIndex row, std::vector<double>& kept) const {
    if (!instance_.has_futures()) return rows_.at(row, use.from);
    const std::size_t size = static_cast<std::size_t>(use.until - use.from);
    const std::uint64_t* const there = instance_.futures.there[use.offer.index()].data() + use.from;
    kept.assign(size + 1, 0.0);
    for (std::uint32_t f = 0; f < instance_.futures.count; ++f) {
      const double* const price = prices_.row[row + f].data() + use.from;
      for (std::size_t k = 0; k < size; ++k)
        kept[k + 1] += static_cast<double>(there[k] >> f & 1U) * price[k];
    }
    for (std::size_t k = 0; k < size; ++k) kept[k + 1] += kept[k];
    return kept.data();
  }

  void charge(const Use& use, LaneSums& sums) const {
    const Terms& terms = crew_.terms[use.terms];
    const double money = budget_price(instance_, use, prices_);
    const auto persons = static_cast<double>(terms.persons);
    const double rate = money * static_cast<double>(terms.cost_per_day)
                        + static_cast<double>(terms.points_per_day) / points_unit
                        + persons * fair_share_price(crew_, prices_);
    const double* const person = crew_sums_.person.data() + use.from;
    const double* const kin = crew_sums_.kin.data() + use.from;
    const std::int64_t* const day = instance_.day.data() + use.from;
    for (std::size_t k = 0; k < sums.net.size(); ++k)
      sums.net[k] -= rate * static_cast<double>(day[k] - day[0]) + persons * (person[k] - person[0])
                     + (kin[k] - kin[0]);
    if (!instance_.has_plan_in_force) return;
    const double new_day = static_cast<double>(instance_.points_per_new_day) / points_unit;
    const NewDays new_days{instance_, crew_, use, use.from};
    for (std::size_t k = 0; k < sums.net.size(); ++k)
      sums.net[k] -= new_day * static_cast<double>(new_days(static_cast<Boundary>(use.from + k)));
  }

  void begin(const Use& use, LaneSums& sums) const {
    const Terms& terms = crew_.terms[use.terms];
    const double per_tour =
        budget_price(instance_, use, prices_) * static_cast<double>(terms.cost_per_tour)
        + static_cast<double>(terms.points_per_tour) / points_unit;
    sums.start.resize(sums.net.size() - 1);
    for (std::size_t k = 0; k < sums.start.size(); ++k) sums.start[k] = sums.net[k] + per_tour;
  }

  // handover: what is not gained before the tour counts; where it never does, it may not begin.
  static void add_lost(
      const Use& use, const Row& row, double amount, const double* prices, LaneSums& sums) {
    if (row.counts_from.empty()) return;
    for (std::size_t k = 0; k < sums.start.size(); ++k) {
      const Boundary counted = row.counts_from[use.from + k];
      if (counted >= use.until) {
        sums.start[k] = Lanes::never;
        continue;
      }
      sums.start[k] += amount * (prices[counted - use.from] - prices[k]);
    }
  }

  const Instance& instance_;
  const Crew& crew_;
  const Prices<double>& prices_;
  const RowSums& rows_;
  CrewSums crew_sums_;
};

CrewResponse respond_within_limits(const Instance& instance,
                                   const Crew& crew,
                                   const Prices<double>& prices) {
  std::vector<PricedUse<double>> priced(crew.uses.size());
  for (std::size_t u = 0; u < crew.uses.size(); ++u)
    price_use(instance, crew, crew.uses[u], prices, priced[u]);
  const LabelledSchedules<double> labelled{instance, crew, priced};
  return {labelled.schedule(), labelled.best()};
}

}  // namespace

RowSums::RowSums(const Instance& instance, const Prices<double>& prices) {
  std::size_t size = 0;
  for (const Row& row : instance.rows) {
    offset_.push_back(size);
    first_.push_back(row.first);
    size += static_cast<std::size_t>(std::max(row.first, row.last) - row.first) + 1;
  }
  sums_.resize(size);
  for (std::size_t r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    double* sum = sums_.data() + offset_[r];
    *sum = 0;
    for (std::size_t b = row.first; b < row.last; ++b, ++sum) sum[1] = sum[0] + prices.row[r][b];
  }
}

CrewResponse respond_crew(const Instance& instance,
                          const Crew& crew,
                          const Prices<double>& prices,
                          const RowSums& sums) {
  thread_local Lanes lanes;
  thread_local LaneSums lane_sums;
  lanes.begin(instance, crew);
  const Pricing pricing{instance, crew, prices, sums};
  for (std::uint32_t u = 0; u < crew.uses.size(); ++u) {
    const Use& use = crew.uses[u];
    if (pricing.lay_out(use, lane_sums)) lanes.add({u, use.from, use.until}, lane_sums);
  }
  CrewResponse response;
  response.profit = lanes.solve();
  response.schedule = lanes.schedule();
  if (is_within_limits(instance, crew, response.schedule)) return response;
  return respond_within_limits(instance, crew, prices);
}

}  // namespace muster::plan
