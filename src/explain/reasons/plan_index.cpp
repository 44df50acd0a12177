// SPDX-License-Identifier: Apache-2.0
#include "explain/reasons/plan_index.hpp"

#include <algorithm>

namespace muster::explain {
namespace {

void sort_and_join(std::vector<Day>& days) {
  std::ranges::sort(days);
  const auto repeated = std::ranges::unique(days);
  days.erase(repeated.begin(), repeated.end());
}

std::size_t place_of(const std::vector<Day>& days, Day day) {
  return static_cast<std::size_t>(std::ranges::lower_bound(days, day) - days.begin());
}

}  // namespace

PlanIndex::PlanIndex(const Scenario& scenario, const Plan& plan)
    : tours_of{scenario->units.size()},
      tours_on{scenario->requirements.size()},
      deliveries_of{scenario->offers.size()},
      rows_of{scenario->offers.size()},
      stocks{explain::stocks(scenario, plan)},
      deployed_{scenario->nations.size()},
      spent_{scenario->budgets.size(), 0},
      on_tour_{scenario->offers.size(), 0} {
  index_tours(scenario, plan);
  for (std::size_t i = 0; i < plan.deliveries.size(); ++i)
    deliveries_of[plan.deliveries[i].offer].push_back(i);
  for (const auto id : scenario->deliveries.ids()) {
    const Delivery& row = scenario->deliveries[id];
    const bool comes = row.state != DeliveryState::lost && row.state != DeliveryState::returned;
    if (row.on && comes) rows_of[row.offer].push_back(id);
  }
  count_people(scenario, plan);
  count_money(scenario, plan);
}

void PlanIndex::index_tours(const Scenario& scenario, const Plan& plan) {
  Table<Unit, std::vector<Id<Unit>>> kin_of{scenario->units.size()};
  for (const auto id : scenario->kin.ids()) {
    const KinPair& pair = scenario->kin[id];
    kin_of[pair.one].push_back(pair.other);
    kin_of[pair.other].push_back(pair.one);
  }
  for (std::size_t i = 0; i < plan.tours.size(); ++i) {
    const Tour& tour = plan.tours[i];
    const Id<Unit> touring = scenario->offers[tour.offer].unit;
    tours_of[touring].push_back(i);
    for (const Id<Unit> kin : kin_of[touring]) tours_of[kin].push_back(i);
    tours_on[tour.requirement].push_back(i);
    starts.push_back(tour.period.from);
    changes_.push_back(tour.period.from);
    changes_.push_back(tour.period.until);
  }
  for (const auto unit : tours_of.ids())
    std::ranges::stable_sort(
        tours_of[unit], {}, [&](std::size_t i) { return plan.tours[i].period.from; });
  sort_and_join(starts);
  sort_and_join(changes_);
}

void PlanIndex::count_people(const Scenario& scenario, const Plan& plan) {
  for (const auto nation : deployed_.ids()) deployed_[nation].assign(changes_.size(), 0);
  for (const Tour& tour : plan.tours) {
    if (scenario->requirements[tour.requirement].kind != RequirementKind::presence) continue;
    const Offer& offer = scenario->offers[tour.offer];
    const std::int64_t people = people_of(scenario, offer, tour.quantity);
    const std::size_t until = place_of(changes_, tour.period.until);
    for (std::size_t i = place_of(changes_, tour.period.from); i < until; ++i)
      deployed_[offer.nation][i] += people;
  }
}

void PlanIndex::count_money(const Scenario& scenario, const Plan& plan) {
  for (const Tour& tour : plan.tours) {
    const Offer& offer = scenario->offers[tour.offer];
    const bool is_first = on_tour_[tour.offer] == 0;
    on_tour_[tour.offer] = 1;
    if (!offer.budget || (offer.cost_per == CostPer::once && !is_first)) continue;
    const std::int64_t days = std::max<std::int64_t>(0, tour.period.length().count());
    spent_[*offer.budget] += cost_of(scenario, offer, days, tour.quantity);
  }
}

std::int64_t PlanIndex::deployed(Id<Nation> nation, Day day) const {
  const auto next = std::ranges::upper_bound(changes_, day);
  if (next == changes_.begin()) return 0;
  return deployed_[nation][static_cast<std::size_t>(next - changes_.begin()) - 1];
}

std::int64_t PlanIndex::most_deployed(Id<Nation> nation, Period days) const {
  std::int64_t most = deployed(nation, days.from);
  for (std::size_t i = place_of(changes_, days.from); i < place_of(changes_, days.until); ++i)
    most = std::max(most, deployed_[nation][i]);
  return most;
}

std::int64_t people_of(const Scenario& scenario, const Offer& offer, std::int64_t quantity) {
  const Unit& unit = scenario->units[offer.unit];
  const bool counted_in_people = scenario->capabilities[unit.capability].measure == Measure::person;
  const std::int64_t whole =
      unit.personnel ? unit.personnel->count() : (counted_in_people ? unit.quantity : 0);
  return unit.divisible && unit.quantity > 0 ? whole / unit.quantity * quantity : whole;
}

std::int64_t cost_of(const Scenario& scenario,
                     const Offer& offer,
                     std::int64_t days,
                     std::int64_t quantity) {
  if (!offer.cost) return 0;
  const std::int64_t pieces = scenario->units[offer.unit].divisible ? quantity : 1;
  if (offer.cost_per == CostPer::day) return offer.cost->count() * days * pieces;
  return offer.cost->count() * (offer.cost_per == CostPer::tour ? pieces : 1);
}

}  // namespace muster::explain
