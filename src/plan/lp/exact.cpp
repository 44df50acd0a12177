// SPDX-License-Identifier: Apache-2.0
#include "plan/lp/exact.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include "plan/pricing/effects.hpp"
#include "plan/pricing/labels.hpp"

namespace muster::plan {
namespace {

constexpr double thousand = 1000.0;
constexpr std::size_t most_columns = 20'000;
constexpr std::int64_t most_nodes = 2'000;

// Every schedule of a crew whose profit at prices is at least `least`.
class Enumeration {
 public:
  Enumeration(const Instance& instance, const Crew& crew, const Prices<double>& prices)
      : instance_{instance}, crew_{crew}, priced_(crew.uses.size()) {
    for (std::size_t u = 0; u < crew.uses.size(); ++u) {
      price_use(instance, crew, crew.uses[u], prices, priced_[u]);
      priced_[u].worthwhile = true;
    }
    best_ = best_of_piece<double>(instance, crew, priced_).profit;
    price_schedules<double>(instance, crew, priced_, found_);
  }

  // What the bound says that one piece earns.
  [[nodiscard]] double best() const { return best_; }

  // False: more than `room` schedules.
  bool list(double least, std::size_t room, std::vector<Schedule>& schedules) {
    least_ = least;
    room_ = room;
    schedules_ = &schedules;
    return extend(0, 0.0);
  }

 private:
  bool extend(std::size_t from, double profit) {
    if (crew_.total && !keeps_total(*crew_.total, presence())) return true;
    if (!current_.empty() && profit >= least_) {
      if (schedules_->size() >= room_) return false;
      schedules_->push_back(current_);
    }
    for (std::size_t i = from; i + 1 < instance_.day.size(); ++i) {
      if (profit + found_.best[i] < least_)
        return true;  // best falls with i: no later start reaches it
      if (!begin_at(static_cast<Boundary>(i), profit)) return false;
    }
    return true;
  }

  // totals: what the rule limits of the schedule at hand.
  [[nodiscard]] std::vector<Period> presence() const {
    std::vector<Period> tours;
    for (const Leg& leg : current_)
      if (is_presence(instance_, crew_.uses[leg.use]))
        tours.push_back({instance_.grid[leg.from], instance_.grid[leg.until]});
    return tours;
  }

  bool begin_at(Boundary from, double profit) {
    std::vector<std::pair<Leg, double>> tours;
    for (std::uint32_t u = 0; u < crew_.uses.size(); ++u)
      for_each_tour(instance_, crew_, u, priced_[u], from, [&](Boundary until, double earned) {
        tours.emplace_back(Leg{u, from, until}, earned);
      });
    for (const auto& [leg, earned] : tours) {
      const Boundary next = next_start(instance_, crew_.uses[leg.use], leg.from, leg.until);
      if (profit + earned + found_.best[next] < least_) continue;
      current_.push_back(leg);
      const bool within = extend(next, profit + earned);
      current_.pop_back();
      if (!within) return false;
    }
    return true;
  }

  const Instance& instance_;
  const Crew& crew_;
  std::vector<PricedUse<double>> priced_;
  BestSchedules<double> found_;  // without limits: what may follow a part of a schedule at most
  double best_ = 0;
  double least_ = 0;
  std::size_t room_ = 0;
  std::vector<Schedule>* schedules_ = nullptr;
  Schedule current_;
};

struct CrewColumn {
  std::size_t crew = 0;
  Schedule schedule;
  int index = 0;
};
struct PackageColumn {
  std::size_t package = 0;
  BestDelivery<double> delivery;
  int index = 0;
};

class ExactSearch {
 public:
  ExactSearch(State& state, const Ascent& ascent)
      : state_{state},
        instance_{state.instance()},
        ascent_{ascent},
        rows_{instance_, lp_},
        tolerance_{1e-6 * std::max(1.0, state.value().in_units())},
        gap_{std::max(0.0, state.value().in_units() - ascent.bound) + tolerance_} {}

  bool enumerate(Effort& effort) {
    for (std::size_t k = 0; k < instance_.crews.size(); ++k)
      if (!add_crew(k)) return false;
    for (std::size_t p = 0; p < instance_.packages.size(); ++p) add_package(p);
    effort.columns += crews_.size() + packages_.size();
    return true;
  }

  bool solve(const std::stop_token& stop) {
    bind_kin();
    bind_nations();
    bind_shares();
    bind_parts();
    charge_once();
    const LpAnswer fullest = lp_.solve({.nodes = most_nodes}, stop);
    if (fullest.has_values) take_over(fullest);
    if (!fullest.optimal || weighs_distance()) return fullest.optimal;
    ask_for_later_goals(fullest);
    const LpAnswer best = lp_.solve({.nodes = most_nodes}, stop);
    if (best.has_values) take_over(best);
    return best.optimal;
  }

 private:
  // Of the fullest plans the best by the later goals: as one sum, the engine would not see these
  // beside its tolerances.
  void ask_for_later_goals(const LpAnswer& fullest) {
    const std::vector<double>& first = rows_.first_costs();
    std::vector<int> columns(first.size());
    std::iota(columns.begin(), columns.end(), 0);
    constexpr double half_a_thousandth = 0.5e-3;
    lp_.add_row_over(-LinearProgramme::unlimited,
                     std::round(fullest.objective * thousand) / thousand + half_a_thousandth,
                     columns,
                     first);
    for (const int column : columns) lp_.change_cost(column, 0.0);
    std::int64_t largest = 1;
    for (const auto& [column, points] : points_) largest = std::max(largest, points);
    constexpr double largest_cost = 1e6;
    const double scale = std::min(1.0, largest_cost / static_cast<double>(largest));
    for (const auto& [column, points] : points_)
      lp_.change_cost(column, scale * static_cast<double>(points));
  }

  // goal_weights: distance may outweigh fill; then all goals are one sum, in one round.
  [[nodiscard]] bool weighs_distance() const {
    return instance_.has_plan_in_force && instance_.scales.new_day_points.has_value();
  }

  // In the first round only what outweighs the later goals has a cost.
  int add_choice(double most, std::int64_t points, const std::vector<Entry>& entries) {
    constexpr double points_of_day = static_cast<double>(points_per_thousandth_day) * thousand;
    const double cost = weighs_distance() ? static_cast<double>(points) / points_of_day : 0.0;
    const int column = lp_.add_column(cost, most, entries);
    lp_.make_integer(column);
    points_.emplace_back(column, points);
    return column;
  }

  bool add_crew(std::size_t k) {
    Enumeration enumeration{instance_, instance_.crews[k], ascent_.prices};
    std::vector<Schedule> schedules;
    const std::size_t room = most_columns - crews_.size();
    const double least = std::max(0.0, enumeration.best()) - gap_;
    if (!enumeration.list(least, room, schedules)) return false;
    for (Schedule& schedule : schedules) {
      const auto pieces = static_cast<double>(instance_.crews[k].pieces);
      const int index = add_choice(pieces, rows_.points(k, schedule), rows_.entries(k, schedule));
      crews_.push_back({k, std::move(schedule), index});
    }
    return true;
  }

  void add_package(std::size_t p) {
    const Package& package = instance_.packages[p];
    for (std::size_t t = 0; t < package.targets.size(); ++t) {
      if (!package.fixed.empty()) add_delivery(p, t, no_boundary);
      for (Boundary at = package.from; package.rest > 0 && at < package.until; ++at)
        add_delivery(p, t, at);
    }
  }

  void add_delivery(std::size_t p, std::size_t target, Boundary at) {
    const std::int64_t rest = at == no_boundary ? 0 : instance_.packages[p].rest;
    const BestDelivery<double> delivery{0.0, target, at, true, rest};
    const int index = add_choice(1.0, rows_.points(p, delivery), rows_.entries(p, delivery));
    packages_.push_back({p, delivery, index});
  }

  // Rows over what serves when: visit(column, leg, use) for every tour of every column.
  template <class Visit>
  void for_each_leg(const Visit& visit) const {
    for (const CrewColumn& column : crews_)
      for (const Leg& leg : column.schedule)
        visit(column, leg, instance_.crews[column.crew].uses[leg.use]);
  }

  // Writes lower ≤ Σ coefficients ≤ upper as a row over columns that exist already.
  void bind(const std::map<int, double>& coefficients, double lower, double upper) {
    std::vector<int> columns;
    std::vector<double> values;
    for (const auto& [column, value] : coefficients) {
      columns.push_back(column);
      values.push_back(value);
    }
    lp_.add_row_over(lower, upper, columns, values);
  }

  // availability: of two kin units, one at a time.
  void bind_kin() {
    for (std::uint32_t k = 0; k < instance_.crews.size(); ++k)
      for (const auto other : instance_.crews[k].kin)
        if (k < other) bind_pair(k, other);
  }

  void bind_pair(std::size_t one, std::size_t other) {
    std::vector<std::map<int, double>> busy(instance_.buckets());
    for_each_leg([&](const CrewColumn& column, const Leg& leg, const Use&) {
      if (column.crew != one && column.crew != other) return;
      for (std::size_t b = leg.from; b < leg.until; ++b) busy[b][column.index] = 1.0;
    });
    for (const auto& row : busy)
      if (row.size() > 1) bind(row, 0.0, 1.0);
  }

  // nations: z(row, bucket, nation) = 1 where the nation serves there; at most max_nations of them.
  void bind_nations() {
    std::map<std::pair<RowIndex, std::size_t>, std::map<std::uint32_t, std::map<int, double>>>
        there;
    for_each_leg([&](const CrewColumn& column, const Leg& leg, const Use& use) {
      for (const RowIndex r : {use.row, use.also}) {
        if (r == no_row || !instance_.rows[r].max_nations) continue;
        const std::uint32_t nation = instance_.crews[column.crew].nation.index();
        for (std::size_t b = leg.from; b < leg.until; ++b)
          there[{r, b}][nation][column.index] = 1.0;
      }
    });
    for (const auto& [at, nations] : there) {
      const int most = *instance_.rows[at.first].max_nations;
      if (nations.size() > static_cast<std::size_t>(most)) bind_nations_at(nations, most);
    }
  }

  void bind_nations_at(const std::map<std::uint32_t, std::map<int, double>>& nations, int most) {
    std::map<int, double> present;
    for (const auto& [nation, columns] : nations) {
      const int z = lp_.add_column(0.0, 1.0, {});
      lp_.make_integer(z);
      present[z] = 1.0;
      for (const auto& [column, one] : columns) {  // pieces ≤ most pieces × z
        const double pieces = pieces_of(column);
        bind({{column, one}, {z, -pieces}}, -LinearProgramme::unlimited, 0.0);
      }
    }
    bind(present, 0.0, static_cast<double>(most));
  }

  [[nodiscard]] double pieces_of(int column) const {
    const auto found = std::ranges::find(crews_, column, &CrewColumn::index);
    return static_cast<double>(instance_.crews[found->crew].pieces);
  }

  using Shares = std::map<std::pair<RowIndex, std::size_t>, std::map<int, double>>;
  void add_delivered_shares(const PackageColumn& column, Shares& shares) const {
    const Package& package = instance_.packages[column.package];
    const RowIndex r = package.targets[column.delivery.target].row;
    const Row& row = instance_.rows[r];
    if (row.lead_share_permille == 0) return;
    const bool leads = row.lead == (*instance_.scenario)->offers[package.offer].nation;
    constexpr double permille = 1000.0;
    const double part = ((leads ? permille : 0.0) - row.lead_share_permille) / permille;
    struct Sink {
      const std::function<void(std::size_t, std::int64_t)>& add;
      void row(RowIndex, std::size_t bucket, std::int64_t amount) const { add(bucket, amount); }
      void stock(std::uint32_t, std::int64_t) const {}
      void budget(std::uint32_t, std::int64_t) const {}
    };
    const std::function<void(std::size_t, std::int64_t)> add = [&](std::size_t bucket,
                                                                   std::int64_t amount) {
      shares[{r, bucket}][column.index] += static_cast<double>(amount) / thousand * part;
    };
    apply_delivery(instance_, package, column.delivery, Sink{add});
  }

  // lead_share: led × 1000 ≥ share × filled, on every bucket.
  void bind_shares() {
    constexpr double permille = 1000.0;
    Shares shares;
    for_each_leg([&](const CrewColumn& column, const Leg& leg, const Use& use) {
      const auto add = [&](RowIndex r, std::int64_t given) {
        if (r == no_row || instance_.rows[r].lead_share_permille == 0) return;
        const Row& row = instance_.rows[r];
        const bool leads = row.lead == instance_.crews[column.crew].nation;
        const double led = leads ? permille : 0.0;
        const double each =
            static_cast<double>(given) / thousand * (led - row.lead_share_permille) / permille;
        for (std::size_t b = counting_start(row, leg.from); b < leg.until; ++b)
          shares[{r, b}][column.index] += each;
      };
      add(use.row, use.given);
      add(use.also, use.also_given);
    });
    for (const PackageColumn& column : packages_) add_delivered_shares(column, shares);
    for (const auto& [at, coefficients] : shares)
      bind(coefficients, 0.0, LinearProgramme::unlimited);
  }

  // availability: no more of a pool at once than the offer's part of it.
  void bind_parts() {
    std::map<std::pair<std::uint32_t, std::size_t>, std::map<int, double>> at_once;
    std::map<std::uint32_t, std::int64_t> most;
    for_each_leg([&](const CrewColumn& column, const Leg& leg, const Use& use) {
      const auto most_pieces = instance_.crews[column.crew].terms[use.terms].most_pieces;
      if (most_pieces == 0) return;
      most[use.offer.index()] = most_pieces;
      for (std::size_t b = leg.from; b < leg.until; ++b)
        at_once[{use.offer.index(), b}][column.index] = 1.0;
    });
    for (const auto& [at, coefficients] : at_once)
      bind(coefficients, 0.0, static_cast<double>(most[at.first]));
  }

  // cost per `once`: an offer that any column uses is paid for, from its budget too.
  void charge_once() {
    std::map<std::uint32_t, std::map<int, double>> users;
    for_each_leg([&](const CrewColumn& column, const Leg&, const Use& use) {
      users[use.offer.index()][column.index] = 1.0;
    });
    for (const PackageColumn& column : packages_)
      users[instance_.packages[column.package].offer.index()][column.index] = 1.0;
    for (const auto& [index, columns] : users) charge_offer(Id<Offer>{index}, columns);
    std::map<std::uint32_t, std::map<int, double>> units;
    for (const auto& [index, columns] : users)
      units[(*instance_.scenario)->offers[Id<Offer>{index}].unit.index()].insert(columns.begin(),
                                                                                 columns.end());
    for (const auto& [index, columns] : units) charge_unit(Id<Unit>{index}, columns);
  }

  // activation: likewise a unit.
  void charge_unit(Id<Unit> id, const std::map<int, double>& columns) {
    const std::int64_t points =
        activation_points((*instance_.scenario)->units[id], instance_.scales);
    if (points > 0) charge(columns, points, {});
  }

  void charge_offer(Id<Offer> id, const std::map<int, double>& columns) {
    const Offer& offer = (*instance_.scenario)->offers[id];
    const std::int64_t once = cost_once(offer);
    if (once == 0) return;
    std::vector<Entry> entries;
    if (offer.budget)
      entries.push_back(
          {rows_.budget_row(offer.budget->index()), static_cast<double>(once) / thousand});
    charge(columns, later_rates(offer, instance_.scales).once, entries);
  }

  void charge(const std::map<int, double>& columns,
              std::int64_t points,
              const std::vector<Entry>& entries) {
    const int paid = add_choice(1.0, points, entries);
    for (const auto& [column, one] : columns) {
      const auto crew = std::ranges::find(crews_, column, &CrewColumn::index);
      const double most = crew == crews_.end() ? 1.0 : pieces_of(column);
      bind({{column, one}, {paid, -most}}, -LinearProgramme::unlimited, 0.0);
    }
  }

  // The engine's answer becomes the plan where it is better; its members follow its columns.
  void take_over(const LpAnswer& answer) {
    State tried{instance_};
    for (const CrewColumn& column : crews_) {
      auto pieces =
          static_cast<std::int64_t>(answer.values[static_cast<std::size_t>(column.index)] + 0.5);
      for (std::size_t m = 0; m < tried.members().size() && pieces > 0; ++m) {
        const Member& member = tried.members()[m];
        if (member.crew != column.crew || !tried.schedule(m).empty() || member.pieces > pieces)
          continue;
        tried.put(m, column.schedule);
        pieces -= member.pieces;
      }
      if (pieces > 0) return;  // the lots of a pool cannot follow it: the search's plan stays
    }
    for (const PackageColumn& column : packages_)
      if (answer.values[static_cast<std::size_t>(column.index)] > 0.5)
        tried.put_delivery(column.package, column.delivery);
    if (tried.value() < state_.value() && tried.is_sound()) state_ = tried;
  }

  State& state_;
  const Instance& instance_;
  const Ascent& ascent_;
  LinearProgramme lp_;
  MasterRows rows_;
  double tolerance_;
  double gap_;
  std::vector<CrewColumn> crews_;
  std::vector<PackageColumn> packages_;
  std::vector<std::pair<int, std::int64_t>> points_;  // of each column of a choice
};

}  // namespace

bool search_exactly(State& state,
                    const Ascent& ascent,
                    Effort& effort,
                    const std::stop_token& stop) {
  ExactSearch search{state, ascent};
  return search.enumerate(effort) && search.solve(stop);
}

}  // namespace muster::plan
