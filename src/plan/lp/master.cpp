// SPDX-License-Identifier: Apache-2.0
#include "plan/lp/master.hpp"

#include <algorithm>

#include "plan/instance/spendable.hpp"
#include "plan/pricing/effects.hpp"

namespace muster::plan {
namespace {

constexpr double thousand = 1000.0;
constexpr double points_unit = static_cast<double>(points_per_thousandth_day);

// Collects the entries of one column; side rows are written as use ≤ limit.
struct EntrySink {
  std::vector<Entry>& entries;
  const std::vector<int>& first_row;
  const std::vector<int>& first_ceiling;
  const std::vector<int>& first_kin;
  const std::vector<int>& budget_rows;
  const std::vector<int>& stock_rows;
  const std::vector<int>& fair_share_rows;
  const Instance& instance;

  void row(RowIndex row, std::size_t bucket, std::int64_t amount) {
    const auto offset = static_cast<int>(bucket) - static_cast<int>(instance.rows[row].first);
    entries.push_back({first_row[row] + offset, static_cast<double>(amount) / thousand});
  }
  void ceiling(std::uint32_t index, std::size_t bucket, std::int64_t persons) {
    entries.push_back(
        {first_ceiling[index] + static_cast<int>(bucket), static_cast<double>(persons)});
  }
  void kin(std::uint32_t pair, std::size_t bucket, std::int64_t weight) {
    entries.push_back({first_kin[pair] + static_cast<int>(bucket), static_cast<double>(weight)});
  }
  void budget(std::uint32_t index, std::int64_t cost) {
    entries.push_back({budget_rows[index], static_cast<double>(cost) / thousand});
  }
  void stock(std::uint32_t index, std::int64_t quantity) {
    entries.push_back({stock_rows[index], static_cast<double>(quantity)});
  }
  void fair_share(std::uint32_t index, std::int64_t people_days) {
    entries.push_back({fair_share_rows[index], static_cast<double>(people_days) / thousand});
  }
};

// Two entries in one row become one.
void merge(std::vector<Entry>& entries) {
  std::ranges::stable_sort(entries, {}, &Entry::row);
  std::vector<Entry> merged;
  for (const Entry& entry : entries) {
    if (!merged.empty() && merged.back().row == entry.row)
      merged.back().value += entry.value;
    else
      merged.push_back(entry);
  }
  entries = std::move(merged);
}

}  // namespace

MasterRows::MasterRows(const Instance& instance, LinearProgramme& lp, bool charges_entry)
    : instance_{instance} {
  const Nouns& nouns = **instance.scenario;
  constexpr double unlimited = LinearProgramme::unlimited;
  for (const Row& row : instance.rows) {
    for (std::size_t b = row.first; b < row.last; ++b) {
      const int index = lp.add_row(static_cast<double>(row.reach[b]) / thousand, unlimited);
      out_of_reach_ +=
          static_cast<double>((row.quantity - row.reach[b]) * row.weight * instance.length[b])
          / thousand;
      if (b == row.first) first_row_.push_back(index);
    }
    if (row.first >= row.last) first_row_.push_back(0);
  }
  for (const auto id : nouns.ceilings.ids()) {
    const Ceiling& ceiling = nouns.ceilings[id];
    for (std::size_t b = 0; b < instance.buckets(); ++b) {
      const bool holds = ceiling.period.contains(instance.grid[b]);
      const int index = lp.add_row(
          -unlimited, holds ? static_cast<double>(ceiling.personnel.count()) : unlimited);
      if (b == 0) first_ceiling_.push_back(index);
    }
  }
  for (const auto id : nouns.kin.ids()) {
    const auto limit = static_cast<double>(kin_limit(nouns, nouns.kin[id]));
    for (std::size_t b = 0; b < instance.buckets(); ++b) {
      const int index = lp.add_row(-unlimited, limit);
      if (b == 0) first_kin_.push_back(index);
    }
  }
  const auto spendable = plan::spendable(*instance.scenario, instance.counting);
  for (const auto id : nouns.budgets.ids())
    budget_rows_.push_back(lp.add_row(-unlimited, static_cast<double>(spendable[id]) / thousand));
  for (const auto id : nouns.stocks.ids())
    stock_rows_.push_back(
        lp.add_row(-unlimited, static_cast<double>(stock_limit(nouns.stocks[id]))));
  for (const auto id : nouns.fair_shares.ids())
    fair_share_rows_.push_back(
        lp.add_row(-unlimited, static_cast<double>(nouns.fair_shares[id].people_days) / thousand));
  const auto pays = [charges_entry](const Crew& crew) {
    return charges_entry && crew.entries.front() != EntryCost{};
  };
  for (const Crew& crew : instance.crews)
    crew_rows_.push_back(
        lp.add_row(-unlimited, pays(crew) ? 0.0 : static_cast<double>(crew.pieces)));
  for (std::size_t p = 0; p < instance.packages.size(); ++p)
    package_rows_.push_back(lp.add_row(-unlimited, 1.0));
  add_first_columns(lp);
  for (std::size_t k = 0; k < instance.crews.size(); ++k) {
    const Crew& crew = instance.crews[k];
    if (pays(crew)) add_entries(crew, crew_rows_[k], lp);
  }
}

// What is unmet, and what is above fair shares.
void MasterRows::add_first_columns(LinearProgramme& lp) {
  for (RowIndex r = 0; r < instance_.rows.size(); ++r) {
    const Row& row = instance_.rows[r];
    for (std::size_t b = row.first; b < row.last; ++b) {
      first_costs_.push_back(static_cast<double>(row.weight * instance_.length[b]));
      lp.add_column(first_costs_.back(), LinearProgramme::unlimited, {{row_of(r, b), 1.0}});
    }
  }
  for (std::uint32_t f = 0; f < fair_share_rows_.size(); ++f) {
    first_costs_.push_back(static_cast<double>(excess_weight(instance_, f)));
    lp.add_column(first_costs_.back(), LinearProgramme::unlimited, {{fair_share_rows_[f], -1.0}});
  }
}

// What serves is paid for by one entry, or by parts of several.
void MasterRows::add_entries(const Crew& crew, int crew_row, LinearProgramme& lp) const {
  const int one = lp.add_row(-LinearProgramme::unlimited, 1.0);
  for (const EntryCost& entry : crew.entries) {
    std::vector<Entry> entries{{crew_row, -static_cast<double>(crew.pieces)}, {one, 1.0}};
    if (entry.budget)
      entries.push_back(
          {budget_rows_[entry.budget->index()], static_cast<double>(entry.euros) / thousand});
    const double cost = static_cast<double>(entry.points) / points_unit / thousand;
    lp.add_column(cost, 1.0, entries);
  }
}

int MasterRows::row_of(RowIndex row, std::size_t bucket) const {
  return first_row_[row] + static_cast<int>(bucket) - static_cast<int>(instance_.rows[row].first);
}

std::vector<Entry> MasterRows::entries(std::size_t crew, const Schedule& schedule) const {
  std::vector<Entry> found;
  EntrySink sink{found,
                 first_row_,
                 first_ceiling_,
                 first_kin_,
                 budget_rows_,
                 stock_rows_,
                 fair_share_rows_,
                 instance_};
  for (const Leg& leg : schedule) apply_tour(instance_, instance_.crews[crew], leg, sink);
  found.push_back({crew_rows_[crew], 1.0});
  merge(found);
  return found;
}

std::vector<Entry> MasterRows::entries(std::size_t package,
                                       const BestDelivery<double>& delivery) const {
  std::vector<Entry> found;
  EntrySink sink{found,
                 first_row_,
                 first_ceiling_,
                 first_kin_,
                 budget_rows_,
                 stock_rows_,
                 fair_share_rows_,
                 instance_};
  apply_delivery(instance_, instance_.packages[package], delivery, sink);
  found.push_back({package_rows_[package], 1.0});
  merge(found);
  return found;
}

std::int64_t MasterRows::points(std::size_t crew, const Schedule& schedule) const {
  std::int64_t points = 0;
  for (const Leg& leg : schedule)
    points += points_of(
        instance_, instance_.crews[crew], instance_.crews[crew].uses[leg.use], leg.from, leg.until);
  return points;
}

std::int64_t MasterRows::points(std::size_t package, const BestDelivery<double>& delivery) const {
  const Package& data = instance_.packages[package];
  const Package::Target& target = data.targets[delivery.target];
  std::int64_t points = 0;
  for (const Package::Part& part : data.fixed)
    points += delivery_points(instance_, data, target, part.on);
  if (delivery.at != no_boundary)
    points += delivery_points(instance_, data, target, instance_.grid[delivery.at]);
  return points;
}

Prices<double> MasterRows::prices(const std::vector<double>& duals) const {
  auto prices = no_prices<double>(instance_);
  const auto dual = [&](int row) { return duals[static_cast<std::size_t>(row)]; };
  for (RowIndex r = 0; r < instance_.rows.size(); ++r) {
    const Row& row = instance_.rows[r];
    for (std::size_t b = row.first; b < row.last; ++b)
      prices.row[r][b] = std::clamp(
          dual(row_of(r, b)), 0.0, static_cast<double>(row.weight * instance_.length[b]));
  }
  for (std::size_t c = 0; c < first_ceiling_.size(); ++c)
    for (std::size_t b = 0; b < instance_.buckets(); ++b)
      prices.ceiling[c][b] =
          std::max(0.0, -dual(first_ceiling_[c] + static_cast<int>(b)) * thousand);
  for (std::size_t k = 0; k < first_kin_.size(); ++k)
    for (std::size_t b = 0; b < instance_.buckets(); ++b)
      prices.kin[k][b] = std::max(0.0, -dual(first_kin_[k] + static_cast<int>(b)) * thousand);
  for (std::size_t g = 0; g < budget_rows_.size(); ++g)
    prices.budget[g] = std::max(0.0, -dual(budget_rows_[g]));
  for (std::size_t s = 0; s < stock_rows_.size(); ++s)
    prices.stock[s] = std::max(0.0, -dual(stock_rows_[s]) * thousand);
  for (std::uint32_t f = 0; f < fair_share_rows_.size(); ++f)
    prices.fair_share[f] = std::clamp(
        -dual(fair_share_rows_[f]), 0.0, static_cast<double>(excess_weight(instance_, f)));
  return prices;
}

bool is_small(const Instance& instance) {
  constexpr std::size_t most_cells = 1'200;
  constexpr std::size_t most_crews = 60;
  std::size_t cells = 0;
  for (const Row& row : instance.rows) cells += static_cast<std::size_t>(row.last - row.first);
  return cells <= most_cells && instance.crews.size() <= most_crews;
}

namespace {

double in_days(std::int64_t points) {
  return static_cast<double>(points) / points_unit / thousand;
}

class Master {
 public:
  Master(const Instance& instance, Ascent start)
      : instance_{instance}, rows_{instance, lp_, true}, best_{std::move(start)} {
    deliveries_.resize(instance.packages.size());
    for (std::size_t k = 0; k < best_.seen.size(); ++k)
      for (const Schedule& schedule : best_.seen[k]) add(k, schedule);
  }

  // One round: solve, price, add what is worth adding. False: nothing was.
  bool round(unsigned threads, Effort& effort, const std::stop_token& stop) {
    const LpAnswer answer = lp_.solve({}, stop);
    if (!answer.optimal) return false;
    const auto prices = rows_.prices(answer.duals);
    const Response response = respond(instance_, prices, threads);
    effort.pricings += instance_.priced_crews();
    if (response.bound > best_.bound) {
      best_.bound = response.bound;
      best_.prices = prices;
    }
    constexpr double closed = 1e-9;
    const double optimum = (answer.objective + rows_.out_of_reach()) * thousand;
    if (optimum - response.bound <= closed * std::max(1.0, response.bound)) return false;
    return add_all(response);
  }

  [[nodiscard]] Ascent take() { return std::move(best_); }

 private:
  void add(std::size_t crew, const Schedule& schedule) {
    lp_.add_column(in_days(rows_.points(crew, schedule)),
                   LinearProgramme::unlimited,
                   rows_.entries(crew, schedule));
  }

  bool add_all(const Response& response) {
    bool added = false;
    for (std::size_t k = 0; k < response.schedules.size(); ++k) {
      if (response.schedules[k].empty() || !best_.seen[k].insert(response.schedules[k]).second)
        continue;
      add(k, response.schedules[k]);
      added = true;
    }
    for (std::size_t p = 0; p < response.deliveries.size(); ++p) {
      const BestDelivery<double>& delivery = response.deliveries[p];
      if (!delivery.used || !deliveries_[p].insert({delivery.target, delivery.at}).second) continue;
      lp_.add_column(in_days(rows_.points(p, delivery)),
                     LinearProgramme::unlimited,
                     rows_.entries(p, delivery));
      added = true;
    }
    return added;
  }

  const Instance& instance_;
  LinearProgramme lp_;
  MasterRows rows_;
  Ascent best_;
  std::vector<std::set<std::pair<std::size_t, Boundary>>> deliveries_;
};

}  // namespace

Ascent solve_master(const Instance& instance,
                    Ascent start,
                    unsigned threads,
                    Effort& effort,
                    const std::stop_token& stop) {
  constexpr int most_rounds = 60;
  Master master{instance, std::move(start)};
  for (int round = 0; round < most_rounds && !stop.stop_requested(); ++round)
    if (!master.round(threads, effort, stop)) break;
  return master.take();
}

}  // namespace muster::plan
