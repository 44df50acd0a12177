// SPDX-License-Identifier: Apache-2.0
#include "plan/bound/ascent.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/parallel.hpp"

#include "plan/bound/starts.hpp"
#include "plan/instance/spendable.hpp"
#include "plan/pricing/effects.hpp"
#include "plan/pricing/price_lanes.hpp"

namespace muster::plan {
namespace {

constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

double constant_part(const Instance& instance, const Prices<double>& prices) {
  const Nouns& nouns = **instance.scenario;
  double sum = 0;
  for (std::size_t r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    for (std::size_t b = row.first; b < row.last; ++b) {
      const double full = prices.future[instance.future_of(static_cast<RowIndex>(r))]
                          * static_cast<double>(row.weight * instance.length[b]);
      sum += prices.row[r][b] * static_cast<double>(row.reach[b])
             + full * static_cast<double>(row.quantity - row.reach[b]);
    }
  }
  for (const auto id : nouns.ceilings.ids())
    for (const double price : prices.ceiling[id.index()])
      sum -= price * static_cast<double>(nouns.ceilings[id].personnel.count());
  for (const auto id : nouns.kin.ids())
    for (const double price : prices.kin[id.index()])
      sum -= price * static_cast<double>(kin_limit(nouns, nouns.kin[id]));
  const auto spendable = plan::spendable(*instance.scenario, instance.counting);
  for (const auto id : nouns.budgets.ids())
    sum -= prices.budget[id.index()] * static_cast<double>(spendable[id]);
  for (const auto id : nouns.stocks.ids())
    sum -= prices.stock[id.index()] * static_cast<double>(stock_limit(nouns.stocks[id]));
  for (const auto id : nouns.fair_shares.ids())
    sum -= prices.fair_share[id.index()] * static_cast<double>(nouns.fair_shares[id].people_days);
  return sum;
}

// Takes what is given from the slopes of rows, adds what is used to those of side rows.
struct SlopeSink {
  Prices<double>& slopes;
  double pieces;
  void row(RowIndex row, std::size_t bucket, std::int64_t amount) {
    slopes.row[row][bucket] -= pieces * static_cast<double>(amount);
  }
  void ceiling(std::uint32_t index, std::size_t bucket, std::int64_t persons) {
    slopes.ceiling[index][bucket] += pieces * static_cast<double>(persons);
  }
  void kin(std::uint32_t pair, std::size_t bucket, std::int64_t weight) {
    slopes.kin[pair][bucket] += pieces * static_cast<double>(weight);
  }
  void budget(std::uint32_t index, std::int64_t cost) {
    slopes.budget[index] += pieces * static_cast<double>(cost);
  }
  void stock(std::uint32_t index, std::int64_t quantity) {
    slopes.stock[index] += pieces * static_cast<double>(quantity);
  }
  void fair_share(std::uint32_t index, std::int64_t people_days) {
    slopes.fair_share[index] += pieces * static_cast<double>(people_days);
  }
};

// The ascent direction: q − A x for rows, use − limit for side rows.
Prices<double> slopes_of(const Instance& instance, const Response& response) {
  const Nouns& nouns = **instance.scenario;
  auto slopes = no_prices<double>(instance);
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    for (std::size_t b = instance.rows[r].first; b < instance.rows[r].last; ++b)
      slopes.row[r][b] = static_cast<double>(instance.rows[r].reach[b]);
  for (const auto id : nouns.ceilings.ids())
    std::ranges::fill(slopes.ceiling[id.index()],
                      -static_cast<double>(nouns.ceilings[id].personnel.count()));
  for (const auto id : nouns.kin.ids())
    std::ranges::fill(slopes.kin[id.index()],
                      -static_cast<double>(kin_limit(nouns, nouns.kin[id])));
  const auto spendable = plan::spendable(*instance.scenario, instance.counting);
  for (const auto id : nouns.budgets.ids())
    slopes.budget[id.index()] = -static_cast<double>(spendable[id]);
  for (const auto id : nouns.stocks.ids())
    slopes.stock[id.index()] = -static_cast<double>(stock_limit(nouns.stocks[id]));
  for (const auto id : nouns.fair_shares.ids())
    slopes.fair_share[id.index()] = -static_cast<double>(nouns.fair_shares[id].people_days);
  for (std::size_t k = 0; k < instance.crews.size(); ++k) {
    const Crew& crew = instance.crews[k];
    for (const Leg& leg : response.schedules[k])
      apply_tour(instance, crew, leg, SlopeSink{slopes, static_cast<double>(crew.pieces)});
    const EntryCost* const entry = response.entries[k];
    if (entry != nullptr && entry->budget)
      SlopeSink{slopes, 1.0}.budget(entry->budget->index(), entry->euros);
  }
  for (std::size_t p = 0; p < instance.packages.size(); ++p)
    apply_delivery(instance, instance.packages[p], response.deliveries[p], SlopeSink{slopes, 1.0});
  return slopes;
}

// How far the price of a limit moves beside that of one requirement through as many days. Persons,
// EUR and pieces come in other sizes than thousandths: taken as they are, a budget of millions
// makes the slope so long that no other price moves, and a ceiling of tens of persons never moves
// itself. So a limit counts as one whole, or as the largest single use of it where that is more.
double pace_of(std::int64_t limit, std::int64_t largest_use, std::int64_t days) {
  constexpr double whole = 1000.0;  // thousandths
  const auto size = static_cast<double>(std::max({limit, largest_use, std::int64_t{1}}));
  return whole / size * (whole / size) * static_cast<double>(days);
}

std::int64_t most_persons(const Instance& instance, Id<Nation> nation) {
  std::int64_t most = 0;
  for (const Crew& crew : instance.crews)
    if (crew.nation == nation)
      for (const Use& use : crew.uses) most = std::max(most, crew.terms[use.terms].persons);
  return most;
}

// The pace of every limit.
struct Paces {
  // Of ceilings and kin: for a bucket of one day.
  std::vector<double> ceiling, kin, budget, stock, fair_share;
  std::vector<double> future;  // what part of its weight the price of a row can be

  explicit Paces(const Instance& instance) : future(instance.futures.count, 1.0) {
    const Nouns& nouns = **instance.scenario;
    const std::int64_t horizon = nouns.horizon.length().count();
    for (const auto id : nouns.ceilings.ids()) {
      const Ceiling& data = nouns.ceilings[id];
      ceiling.push_back(pace_of(data.personnel.count(), most_persons(instance, data.nation), 1));
    }
    for (const auto id : nouns.kin.ids())
      kin.push_back(pace_of(kin_limit(nouns, nouns.kin[id]), 0, 1));
    for (const auto id : nouns.budgets.ids())
      budget.push_back(pace_of(nouns.budgets[id].amount, 0, horizon));
    for (const auto id : nouns.stocks.ids())
      stock.push_back(pace_of(stock_limit(nouns.stocks[id]), 0, horizon));
    for (const auto id : nouns.fair_shares.ids()) {
      const FairShare& data = nouns.fair_shares[id];
      const std::int64_t largest_use = most_persons(instance, data.nation) * horizon;
      fair_share.push_back(pace_of(data.people_days, largest_use, horizon));
    }
  }
};

// One pass over all prices, rows first: visit(where it stands, its pace, the most it may be).
template <class Visit>
void for_each_price(const Instance& instance, const Paces& paces, const Visit& visit) {
  for (std::size_t r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    for (std::size_t b = row.first; b < row.last; ++b) {
      const auto days = static_cast<double>(instance.length[b]);
      visit([r, b](auto& prices) -> auto& { return prices.row[r][b]; },
            days,
            days* static_cast<double>(row.weight)
                * paces.future[instance.future_of(static_cast<RowIndex>(r))]);
    }
  }
  constexpr double unlimited = 1e12;
  const Nouns& nouns = **instance.scenario;
  for (const auto id : nouns.ceilings.ids())
    for (std::size_t b = 0; b < instance.buckets(); ++b)
      if (nouns.ceilings[id].period.contains(instance.grid[b]))
        visit([c = id.index(), b](auto& prices) -> auto& { return prices.ceiling[c][b]; },
              paces.ceiling[id.index()] * static_cast<double>(instance.length[b]),
              unlimited);
  for (std::size_t k = 0; k < paces.kin.size(); ++k)
    for (std::size_t b = 0; b < instance.buckets(); ++b)
      visit([k, b](auto& prices) -> auto& { return prices.kin[k][b]; },
            paces.kin[k] * static_cast<double>(instance.length[b]),
            unlimited);
  for (std::size_t g = 0; g < paces.budget.size(); ++g)
    visit([g](auto& prices) -> auto& { return prices.budget[g]; }, paces.budget[g], unlimited);
  for (std::size_t s = 0; s < paces.stock.size(); ++s)
    visit([s](auto& prices) -> auto& { return prices.stock[s]; }, paces.stock[s], unlimited);
  for (std::uint32_t f = 0; f < paces.fair_share.size(); ++f)
    visit([f](auto& prices) -> auto& { return prices.fair_share[f]; },
          paces.fair_share[f],
          static_cast<double>(excess_weight(instance, f)));
}

// Prices started at the lowest priority's weight; side rows at nothing.
Prices<double> first_prices(const Instance& instance) {
  auto prices = no_prices<double>(instance);
  std::int64_t lowest = instance.rows.empty() ? 1 : instance.rows.front().weight;
  for (const Row& row : instance.rows) lowest = std::min(lowest, row.weight);
  for (std::size_t r = 0; r < instance.rows.size(); ++r)
    for (std::size_t b = instance.rows[r].first; b < instance.rows[r].last; ++b)
      prices.row[r][b] = prices.future[instance.future_of(static_cast<RowIndex>(r))]
                         * static_cast<double>(lowest * instance.length[b]);
  return prices;
}

class Volume {
 public:
  Volume(const Instance& instance, const Value& value, const AscentLimits& limits)
      : instance_{instance},
        paces_{instance},
        limits_{limits},
        value_{value.in_units()},
        aim_{value_},
        later_{static_cast<double>(value.excess) + static_cast<double>(value.later) / points_unit},
        scale_{limits.start == nullptr ? 1.0 : 0.1},
        patience_{limits.start == nullptr ? 4 : 2} {
    best_.prices = limits.start == nullptr ? first_prices(instance) : *limits.start;
    paces_.future = best_.prices.future;
    best_.seen.resize(instance.crews.size());
  }

  void start(Effort& effort) {
    average_ = step_to(best_.prices, effort);
    best_.bound = last_bound_;
    if (last_bound_ >= 0) return;
    // Where nearly all can be filled, prices are far below any weight: without prices nobody
    // serves.
    aim_ = later_ > 0 ? later_ : value_;
    restart(no_prices<double>(instance_), effort);
    if (instance_.has_futures()) return;
    if (const auto peak = peak_prices(instance_)) restart(*peak, effort);
  }

  void step(Effort& effort) {
    constexpr std::uint64_t steps_a_weighing = 10;
    if (++steps_ % steps_a_weighing == 0) weigh_futures(effort);
    const auto tried = prices_along(average_);
    const auto slopes = step_to(tried, effort);
    const bool better = last_bound_ > best_.bound;
    move_average(slopes, better ? fresh_weight : stale_weight());
    adapt(better, last_bound_ - best_.bound);
    if (!better) return;
    best_.bound = last_bound_;
    best_.prices = tried;
  }

  [[nodiscard]] bool is_done() const {
    const double gap = value_ - best_.bound;
    if (best_.bound >= limits_.enough) return true;
    return gap <= finished_gap * std::max(1.0, value_) || scale_ < smallest_scale;
  }
  [[nodiscard]] Ascent take() { return std::move(best_); }
  [[nodiscard]] double bound() const { return best_.bound; }

 private:
  static constexpr double fresh_weight = 0.15;
  static constexpr double finished_gap = 1e-9;
  static constexpr double smallest_scale = 1e-4;

  [[nodiscard]] double stale_weight() const { return std::min(0.1, std::max(0.02, scale_ * 0.1)); }

  // Starts from other prices where their bound is better.
  void restart(const Prices<double>& prices, Effort& effort) {
    const auto slopes = step_to(prices, effort);
    if (last_bound_ <= best_.bound) return;
    best_.prices = prices;
    best_.bound = last_bound_;
    average_ = slopes;
  }

  Prices<double> step_to(const Prices<double>& prices, Effort& effort) {
    const Response response = respond(instance_, prices, limits_.threads);
    effort.pricings += instance_.priced_crews();
    ++effort.ascent_steps;
    last_bound_ = response.bound;
    if (limits_.keep_schedules)
      for (std::size_t k = 0; k < response.schedules.size(); ++k)
        if (is_kept(k) && !response.schedules[k].empty())
          best_.seen[k].insert(response.schedules[k]);
    return slopes_of(instance_, response);
  }

  [[nodiscard]] bool is_kept(std::size_t crew) const {
    return limits_.keeps == nullptr || (*limits_.keeps)[crew] != 0;
  }

  // Futures in which much stays unmet come to count more, the others less, where that raises the
  // bound: a step towards those that would count for the schedules chosen on average.
  void weigh_futures(Effort& effort) {
    constexpr double shorter = 0.7, shortest = 0.01;
    const Futures& futures = instance_.futures;
    if (futures.counted == futures.count || future_step_ < shortest) return;
    const std::vector<char> is_worst = worst_futures();
    Prices<double> tried = best_.prices;
    for (std::size_t f = 0; f < tried.future.size(); ++f)
      tried.future[f] += future_step_ * (static_cast<double>(is_worst[f]) - tried.future[f]);
    for (RowIndex r = 0; r < tried.row.size(); ++r) {
      const std::uint32_t f = instance_.future_of(r);
      for (double& price : tried.row[r]) price *= tried.future[f] / best_.prices.future[f];
    }
    const auto slopes = step_to(tried, effort);
    if (last_bound_ <= best_.bound) {
      future_step_ *= shorter;
      return;
    }
    best_.bound = last_bound_;
    best_.prices = std::move(tried);
    paces_.future = best_.prices.future;
    move_average(slopes, fresh_weight);
  }

  [[nodiscard]] std::vector<char> worst_futures() const {
    std::vector<double> met(instance_.futures.count, 0.0);  // less what is unmet
    for (RowIndex r = 0; r < instance_.rows.size(); ++r) {
      const Row& row = instance_.rows[r];
      for (std::size_t b = row.first; b < row.last; ++b)
        met[instance_.future_of(r)] -= std::max(0.0, average_.row[r][b])
                                       * static_cast<double>(row.weight * instance_.length[b]);
    }
    std::vector<std::size_t> order(met.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t f) { return met[f]; });
    std::vector<char> is_worst(met.size(), 0);
    for (std::int64_t k = 0; k < instance_.futures.counted; ++k)
      is_worst[order[static_cast<std::size_t>(k)]] = 1;
    return is_worst;
  }

  // A price at its edge that would leave the range does not move, and does not count in the length.
  static bool is_stuck(double price, double slope, double largest) {
    return (price <= 0 && slope < 0) || (price >= largest && slope > 0);
  }

  Prices<double> prices_along(const Prices<double>& slopes) const {
    double length = 0;
    for_each_price(instance_, paces_, [&](auto at, double days, double largest) {
      const double slope = at(slopes);
      if (!is_stuck(at(best_.prices), slope, largest)) length += slope * slope * days;
    });
    const double aim = std::max(aim_, best_.bound);
    const double target = aim + 0.02 * std::abs(aim);
    const double step = length > 0 ? scale_ * std::max(target - best_.bound, 0.0) / length : 0;
    Prices<double> moved = best_.prices;
    for_each_price(instance_, paces_, [&](auto at, double days, double largest) {
      at(moved) = std::clamp(at(moved) + step * at(slopes) * days, 0.0, largest);
    });
    return moved;
  }

  void move_average(const Prices<double>& slopes, double weight) {
    for_each_price(instance_, paces_, [&](auto at, double, double) {
      at(average_) += weight * (at(slopes) - at(average_));
    });
  }

  void adapt(bool better, double gained) {
    if (better && gained > 1e-5 * std::abs(best_.bound)) {
      failures_ = 0;
      scale_ = std::min(scale_ * 1.1, 2.0);
    } else if (++failures_ >= patience_) {
      failures_ = 0;
      scale_ *= 0.8;
    }
  }

  const Instance& instance_;
  Paces paces_;
  AscentLimits limits_;
  double value_;
  double aim_;    // what the bound is thought to reach
  double later_;  // of the value, what is not unmet
  double scale_;
  int patience_;  // so many steps without gain shorten the next
  Ascent best_;
  Prices<double> average_;
  double last_bound_ = 0;
  int failures_ = 0;
  std::uint64_t steps_ = 0;
  double future_step_ = 0.5;
};

}  // namespace

Response respond(const Instance& instance, const Prices<double>& prices, unsigned threads) {
  Response response;
  response.schedules.resize(instance.crews.size());
  response.profits.resize(instance.crews.size());
  response.entries.resize(instance.crews.size());
  const RowSums sums{instance, prices};
  for_each_item(instance.crews.size(), threads, [&](std::size_t k) {
    if (!instance.like.empty() && instance.like[k] != k) return;
    CrewResponse of_crew = respond_crew(instance, instance.crews[k], prices, sums);
    const Crew& crew = instance.crews[k];
    const auto cheapest = cheapest_entry(crew, prices);
    const double earned = of_crew.profit * static_cast<double>(crew.pieces) - cheapest.price;
    if (earned <= 0) return;  // it stays at home
    response.profits[k] = earned;
    response.entries[k] = cheapest.entry;
    response.schedules[k] = std::move(of_crew.schedule);
  });
  for (std::size_t k = 0; k < instance.like.size(); ++k) {
    if (instance.like[k] == k) continue;
    response.profits[k] = response.profits[instance.like[k]];
    response.schedules[k] = response.schedules[instance.like[k]];
  }
  response.bound = constant_part(instance, prices);
  for (std::size_t k = 0; k < instance.crews.size(); ++k) response.bound -= response.profits[k];
  const auto tails = price_tails(prices);
  for (const Package& package : instance.packages) {
    const auto points = [&](const Package::Target& target, Day on) {
      return static_cast<double>(delivery_points(instance, package, target, on)) / points_unit;
    };
    response.deliveries.push_back(best_delivery<double>(instance, package, tails, prices, points));
    response.bound -= response.deliveries.back().profit;
  }
  return response;
}

Ascent ascend(const Instance& instance,
              const Value& value,
              const AscentLimits& limits,
              Effort& effort,
              Observer& observer,
              const std::stop_token& stop) {
  Volume volume{instance, value, limits};
  volume.start(effort);
  for (std::uint64_t step = 0; step < limits.steps && !volume.is_done(); ++step) {
    constexpr double most_of_time = 0.6;
    if (stop.stop_requested() || observer.share_of_time() > most_of_time) break;
    volume.step(effort);
    observer.progress({"prices",
                       static_cast<double>(step) / static_cast<double>(limits.steps),
                       value.in_units() * points_unit,
                       volume.bound() * points_unit});
  }
  return volume.take();
}

}  // namespace muster::plan
