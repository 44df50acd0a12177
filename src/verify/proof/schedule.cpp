// SPDX-License-Identifier: Apache-2.0
// The best schedule of one piece of a unit, by going back over the boundaries of the grid:
//
//   best[i] = max( best[i+1],  max over services s and ends j > i:  profit(s, i, j) +
//   best[rested(s, i, j)] )
//
// A service is one of the unit's offers on one requirement (or, where a double use is declared, on
// two). Which tours are allowed is asked of judge, tour by tour; the tempo's rest is judge's too.
// Every schedule that a feasible plan on the grid gives to one piece is therefore among those
// compared:
//   - the tours of an indivisible unit are pairwise disjoint, or a declared double use of one offer
//   over
//     the same days, and between neighbours lies the rest owed;
//   - the tours of a divisible unit are, on every day, no more pieces than it has, so that they can
//   be
//     dealt to so many pieces, each with disjoint tours of one, owing no rest.
// Rules between units (nations, lead share, kin) and totals over several tours are left out: that
// can only raise what a piece earns, so the bound stays one. What using the unit at all costs is
// taken off once, from what all its pieces earn together (prove.cpp).
#include <algorithm>

#include "judge/judge.hpp"
#include "verify/proof/service.hpp"

namespace muster::verify {
namespace {

struct Choice {
  const Service* main = nullptr;
  const Service* also = nullptr;  // over the same period; null: none
};

class Schedules {
 public:
  Schedules(const Prices& prices, Id<Unit> unit, const std::vector<Service>& services)
      : prices_{prices}, id_{unit}, unit_{prices.scenario->units[unit]}, services_{services} {}

  Wide best() {
    const std::vector<Choice> choices = make_choices();
    best_.assign(prices_.grid.size(), 0);
    for (std::size_t i = prices_.grid.size() - 1; i-- > 0;) {
      best_[i] = best_[i + 1];
      for (const Choice& choice : choices) try_tours_from(i, choice);
    }
    return best_.front();
  }

 private:
  std::vector<Choice> make_choices() const {
    std::vector<Choice> choices;
    for (const Service& main : services_) {
      if (earns(main)) choices.push_back({&main, nullptr});
      for (const Service& also : services_)
        if (is_double_use(main, also) && (earns(main) || earns(also)))
          choices.push_back({&main, &also});
    }
    return choices;
  }

  bool earns(const Service& service) const {
    const Sums& sums = prices_.requirement[service.requirement];
    return service.first < service.last && sums[service.first] < sums[service.last];
  }

  bool is_double_use(const Service& main, const Service& also) const {
    if (main.offer != also.offer || unit_.divisible) return false;
    const auto unit = prices_.scenario->offers[main.offer].unit;
    return std::ranges::any_of(prices_.scenario->double_uses, [&](const DoubleUse& use) {
      return use.unit == unit && use.requirement == main.requirement
             && use.also == also.requirement;
    });
  }

  void try_tours_from(std::size_t i, const Choice& choice) {
    const Service& main = *choice.main;
    if (i < main.first || i >= main.last || (main.whole && i > main.first)) return;
    for (std::size_t j = main.whole ? main.last : i + 1; j <= main.last; ++j) {
      if ((prices_.grid[j] - prices_.grid[i]).count() > main.longest) return;
      try_tour(i, j, choice);
    }
  }

  // What is cheap to know comes first: most tours are given up before judge is asked.
  void try_tour(std::size_t i, std::size_t j, const Choice& choice) {
    const auto also = [&](auto of) { return choice.also == nullptr ? 0 : of(*choice.also); };
    const auto earned = [&](const Service& service) { return earnings(service, i, j); };
    const auto charged = [&](const Service& service) { return charges(service, i, j); };
    Wide profit = earned(*choice.main) + also(earned) - crowding_charge(choice, i, j);
    if (profit + best_[j] <= best_[i]) return;
    profit -= charged(*choice.main) + also(charged);
    const Wide total = profit + best_[rested(choice, i, j)];
    if (total > best_[i] && is_allowed(choice, i, j)) best_[i] = total;
  }

  // π × amount on the days that count.
  Wide earnings(const Service& service, std::size_t i, std::size_t j) const {
    const Period counted = judge::counted_days(prices_.scenario, tour_of(prices_, service, i, j));
    const Sums& sums = prices_.requirement[service.requirement];
    const std::size_t from =
        counted.from == prices_.grid[i] ? i : prices_.at_or_after(counted.from);
    return service.amount * (sums[j] - sums[from]);
  }

  // The later goals in points, and what the budget is charged.
  Wide charges(const Service& service, std::size_t i, std::size_t j) const {
    const Period period{prices_.grid[i], prices_.grid[j]};
    const Offer& offer = prices_.scenario->offers[service.offer];
    const std::int64_t days = period.length().count();
    return prices_.points(offer, days, judge::new_days(service.held, period))
           + prices_.budget_charge(offer, days);
  }

  // For its people under ceilings, and for keeping its kin away; once for both tours of a double
  // use.
  Wide crowding_charge(const Choice& choice, std::size_t i, std::size_t j) const {
    const std::int64_t persons = choice.also == nullptr
                                     ? choice.main->persons
                                     : std::max(choice.main->persons, choice.also->persons);
    const Sums& sums = prices_.person[unit_.nation];
    const Sums& kin = prices_.kin[id_];
    return persons * (sums[j] - sums[i]) + (kin.empty() ? 0 : kin[j] - kin[i]);
  }

  // The first boundary at which the piece may begin its next tour.
  std::size_t rested(const Choice& choice, std::size_t i, std::size_t j) const {
    Days rest = judge::rest_after(prices_.scenario, tour_of(prices_, *choice.main, i, j));
    if (choice.also != nullptr)
      rest =
          std::max(rest, judge::rest_after(prices_.scenario, tour_of(prices_, *choice.also, i, j)));
    return std::min(prices_.at_or_after(prices_.grid[j] + rest), prices_.grid.size() - 1);
  }

  bool is_allowed(const Choice& choice, std::size_t i, std::size_t j) const {
    return verify::is_allowed(prices_, *choice.main, i, j)
           && (choice.also == nullptr || verify::is_allowed(prices_, *choice.also, i, j));
  }

  const Prices& prices_;
  Id<Unit> id_;
  const Unit& unit_;
  const std::vector<Service>& services_;
  Sums best_;
};

}  // namespace

Wide best_schedule(const Prices& prices, Id<Unit> unit, const std::vector<Service>& services) {
  return Schedules{prices, unit, services}.best();
}

}  // namespace muster::verify
