// SPDX-License-Identifier: Apache-2.0
// The best set of asks, as one programme over all ways of all shortfalls:
//   minimise  Σ weight × unmet + Σ what ways give up + a little × Σ cost of the changes made
//   subject to  fills of the ways taken + unmet ≥ what is short    for each shortfall
//               way ≤ change                                       for each change that it needs
//               reach of change ≥ reach that the way needs         where its cost grows with it
//               at most one way for each unit, and for each tour that is given up
//               changes and their cost within the wish
// A cost of 10,000 weighs as much as one weighted requirement-day: it decides between sets that
// close about as much. What ways fill is added up, also where two fill the same days; what they do
// to each other through shared limits is not in it. So the set is planned with as a whole before it
// is told, and ways that do not go together are left out.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "asks/candidates.hpp"
#include "asks/confirm.hpp"
#include "plan/programme.hpp"

namespace muster::asks {
namespace {

constexpr std::int64_t most_nodes = 5'000;
constexpr double cost_weight = 1e-4;  // of a weighted requirement-day
constexpr double thousandths = 1000.0;

// Changes of one row and field are one thing to obtain, whatever they reach.
using ChangeKey = std::tuple<AskKind, std::string, std::string, std::string>;
ChangeKey key_of(const Change& change) {
  return {change.kind, change.party, change.object, change.field};
}

class Choice {
 public:
  Choice(const Ground& ground,
         const std::vector<explain::Shortfall>& shortfalls,
         const std::vector<Ask>& asks,
         const Wish& wish);
  // Of the ways, which are taken; none: no answer.
  [[nodiscard]] std::optional<std::vector<bool>> taken(const std::stop_token& stop);
  [[nodiscard]] bool proved() const { return proved_; }

 private:
  void add_shortfalls(const std::vector<explain::Shortfall>& shortfalls);
  void add_way(std::size_t index);
  void add_change(const Change& change, int way_row, int reach_row);
  int exclusive_row(const std::string& what);

  const Scenario& scenario_;
  const std::vector<Ask>& asks_;
  Wish wish_;
  plan::Programme programme_;
  std::vector<int> shortfall_rows_, way_columns_;
  std::map<std::string, int> exclusive_;
  std::map<ChangeKey, int> made_, reach_;  // columns
  std::optional<int> changes_row_, cost_row_;
  bool proved_ = false;
};

Choice::Choice(const Ground& ground,
               const std::vector<explain::Shortfall>& shortfalls,
               const std::vector<Ask>& asks,
               const Wish& wish)
    : scenario_{ground.scenario}, asks_{asks}, wish_{wish} {
  using plan::Programme;
  if (wish.most)
    changes_row_ = programme_.add_row(-Programme::unlimited, static_cast<double>(*wish.most));
  if (wish.cost)
    cost_row_ = programme_.add_row(-Programme::unlimited, static_cast<double>(*wish.cost));
  add_shortfalls(shortfalls);
  for (std::size_t i = 0; i < asks.size(); ++i) add_way(i);
}

void Choice::add_shortfalls(const std::vector<explain::Shortfall>& shortfalls) {
  for (const explain::Shortfall& shortfall : shortfalls) {
    const Requirement& line = scenario_->requirements[shortfall.requirement];
    const auto weight = static_cast<double>(scenario_->priorities[line.priority].weight);
    const double unmet = static_cast<double>(shortfall.unmet.count()) / thousandths
                         * static_cast<double>(shortfall.period.length().count());
    shortfall_rows_.push_back(programme_.add_row(unmet, plan::Programme::unlimited));
    programme_.add_column({weight, unmet, false, {{shortfall_rows_.back(), 1.0}}});
  }
}

int Choice::exclusive_row(const std::string& what) {
  const auto [place, is_new] = exclusive_.try_emplace(what, 0);
  if (is_new) place->second = programme_.add_row(-plan::Programme::unlimited, 1.0);
  return place->second;
}

void Choice::add_change(const Change& change, int way_row, int reach_row) {
  const AskCost cost = cost_of(scenario_, change.kind);
  const auto [made, is_new] = made_.try_emplace(key_of(change), 0);
  if (is_new) {
    plan::Programme::Column column{cost_weight * static_cast<double>(cost.cost), 1, true, {}};
    if (changes_row_) column.entries.push_back({*changes_row_, 1.0});
    if (cost_row_) column.entries.push_back({*cost_row_, static_cast<double>(cost.cost)});
    made->second = programme_.add_column(std::move(column));
  }
  programme_.columns[static_cast<std::size_t>(made->second)].entries.push_back({way_row, 1.0});
  if (reach_row < 0) return;
  const auto [reach, is_first] = reach_.try_emplace(key_of(change), 0);
  const double by_day = static_cast<double>(cost.per_30_days) / 30.0;
  if (is_first) {
    plan::Programme::Column column{cost_weight * by_day, plan::Programme::unlimited, false, {}};
    if (cost_row_) column.entries.push_back({*cost_row_, by_day});
    reach->second = programme_.add_column(std::move(column));
  }
  programme_.columns[static_cast<std::size_t>(reach->second)].entries.push_back({reach_row, 1.0});
}

void Choice::add_way(std::size_t index) {
  using plan::Programme;
  const Ask& ask = asks_[index];
  const Requirement& line =
      scenario_
          ->requirements[ask.way.move.added.empty() ? ask.way.move.delivered.front().requirement
                                                    : ask.way.move.added.front().requirement];
  const auto weight = static_cast<double>(scenario_->priorities[line.priority].weight);
  const double fills = static_cast<double>(ask.way.fills) / thousandths;
  const double loses = weight * fills - static_cast<double>(ask.way.gains) / thousandths;
  Programme::Column column{std::max(0.0, loses), 1, true, {}};
  column.entries.push_back({shortfall_rows_[ask.shortfall], fills});
  std::set<std::string> exclusive;
  for (const Tour& tour : ask.way.move.added) {
    if (tour.offer.index() >= scenario_->offers.size()) continue;
    exclusive.insert("u" + std::to_string(scenario_->offers[tour.offer].unit.index()));
  }
  for (const PlannedDelivery& delivery : ask.way.move.delivered)
    exclusive.insert("d" + std::to_string(delivery.offer.index()));
  for (const Tour& tour : ask.way.move.given_up)
    exclusive.insert("t" + std::to_string(tour.offer.index()) + ":" + to_text(tour.period.from));
  for (const std::string& what : exclusive) column.entries.push_back({exclusive_row(what), 1.0});
  std::vector<std::pair<const Change*, std::pair<int, int>>> needed;
  for (const Change& change : ask.changes) {
    const int way_row = programme_.add_row(0.0, Programme::unlimited);
    column.entries.push_back({way_row, -1.0});
    int reach_row = -1;
    if (cost_of(scenario_, change.kind).per_30_days > 0 && change.amount > 0) {
      reach_row = programme_.add_row(0.0, Programme::unlimited);
      column.entries.push_back({reach_row, -static_cast<double>(change.amount)});
    }
    needed.push_back({&change, {way_row, reach_row}});
  }
  way_columns_.push_back(programme_.add_column(std::move(column)));
  for (const auto& [change, rows] : needed) add_change(*change, rows.first, rows.second);
}

std::optional<std::vector<bool>> Choice::taken(const std::stop_token& stop) {
  const auto solution = plan::solve(programme_, most_nodes, stop);
  if (!solution) return std::nullopt;
  proved_ = solution->proved;
  std::vector<bool> taken;
  for (const int column : way_columns_)
    taken.push_back(solution->values[static_cast<std::size_t>(column)] > 0.5);
  return taken;
}

explain::Move joined(const std::vector<Ask>& asks) {
  explain::Move all;
  const auto append = [](const auto& more, auto& to) {
    to.insert(to.end(), more.begin(), more.end());
  };
  for (const Ask& ask : asks) {
    append(ask.way.move.added, all.added);
    append(ask.way.move.given_up, all.given_up);
    append(ask.way.move.delivered, all.delivered);
    append(ask.way.move.taken_back, all.taken_back);
  }
  return all;
}

std::vector<Change> changes_of_all(const std::vector<Ask>& asks) {
  std::vector<Change> all;
  for (const Ask& ask : asks) all.insert(all.end(), ask.changes.begin(), ask.changes.end());
  // A row that several change is changed to the furthest of them.
  std::ranges::stable_sort(all, {}, &Change::amount);
  return all;
}

// Those that go together: each is kept where the plan with it and those before it is lawful.
std::vector<Ask> going_together(const Ground& ground, std::vector<Ask> asks) {
  if (plan_with(ground, changes_of_all(asks), joined(asks))) return asks;
  std::vector<Ask> kept;
  for (Ask& ask : asks) {
    kept.push_back(std::move(ask));
    if (!plan_with(ground, changes_of_all(kept), joined(kept))) kept.pop_back();
  }
  return kept;
}

// A change that several need costs once: as much as the dearest of them.
std::int64_t cost_of_set(const std::vector<Ask>& asks) {
  std::map<ChangeKey, std::int64_t> costs;
  for (const Ask& ask : asks)
    for (const Change& change : ask.changes) {
      std::int64_t& cost = costs[key_of(change)];
      cost = std::max(cost, change.cost);
    }
  std::int64_t sum = 0;
  for (const auto& [key, cost] : costs) sum += cost;
  return sum;
}

}  // namespace

Portfolio best_asks(const Ground& ground,
                    const std::vector<explain::Shortfall>& shortfalls,
                    const Wish& wish,
                    const std::stop_token& stop) {
  const explain::WayFinder finder{ground.scenario, ground.plan, ground.verdict};
  std::vector<Ask> all;
  for (std::size_t i = 0; i < shortfalls.size() && !stop.stop_requested(); ++i) {
    for (Ask& ask : candidates(ground, finder, shortfalls[i])) {
      ask.shortfall = i;
      all.push_back(std::move(ask));
    }
  }
  Portfolio portfolio;
  portfolio.unmet_before = counted_unmet(ground.scenario, ground.verdict.goals);
  portfolio.unmet_after = portfolio.unmet_before;
  Choice choice{ground, shortfalls, all, wish};
  const auto taken = choice.taken(stop);
  if (!taken) return portfolio;
  std::vector<Ask> chosen;
  for (std::size_t i = 0; i < all.size(); ++i)
    if ((*taken)[i]) chosen.push_back(std::move(all[i]));
  const std::size_t wished = chosen.size();
  for (Ask& ask : chosen) confirm(ground, shortfalls[ask.shortfall], ask);
  std::erase_if(chosen, [](const Ask& ask) { return !ask.confirmed; });
  std::ranges::stable_sort(chosen, [](const Ask& a, const Ask& b) {
    return a.gains * (1 + b.cost) > b.gains * (1 + a.cost);
  });
  portfolio.asks = going_together(ground, std::move(chosen));
  portfolio.proved = choice.proved() && portfolio.asks.size() == wished;
  portfolio.cost = cost_of_set(portfolio.asks);
  if (const auto again = plan_again(ground, changes_of_all(portfolio.asks), joined(portfolio.asks)))
    portfolio.unmet_after = counted_unmet(again->scenario, again->verdict.goals);
  return portfolio;
}

}  // namespace muster::asks
