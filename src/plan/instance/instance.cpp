// SPDX-License-Identifier: Apache-2.0
#include "plan/instance/instance.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/demand.hpp"

#include "model/futures.hpp"
#include "plan/instance/alike.hpp"
#include "plan/instance/crews.hpp"
#include "plan/instance/reach.hpp"
#include "plan/rules/rules.hpp"

namespace muster::plan {
namespace {

class Maker {
 public:
  Maker(const Scenario& scenario, const Options& options) : scenario_{scenario}, options_{options} {
    made_.scenario = &scenario;
    made_.counting = options.counting;
    made_.grid = make_grid(scenario, options.grid, options.in_force);
    demand(made_.grid.size() < 65'000, "a grid has fewer than 65,000 boundaries");
    made_.scales = goal_scales(scenario);
    made_.points_per_new_day = points_per_new_day(made_.scales);
    made_.in_force = &options.in_force;
    made_.has_plan_in_force =
        !options.in_force.tours.empty() || !options.in_force.deliveries.empty();
  }

  Instance make() {
    lay_out_days();
    find_futures();
    make_rows();
    crew_of_ = make_crews(scenario_, options_, row_of_, made_);
    make_packages();
    find_kin();
    find_fixed();
    if (options_.classes && !made_.has_futures()) made_.like = find_alike(made_, options_.threads);
    return std::move(made_);
  }

 private:
  void lay_out_days() {
    for (const Day day : made_.grid) made_.day.push_back(number_of(day));
    for (std::size_t b = 0; b + 1 < made_.day.size(); ++b)
      made_.length.push_back(made_.day[b + 1] - made_.day[b]);
  }

  void find_futures() {
    if (scenario_->futures.size() == 0) return;
    Futures& futures = made_.futures;
    futures.count = static_cast<std::uint32_t>(scenario_->futures.size());
    futures.counted = counted_futures(*scenario_);
    const std::uint64_t all = ~std::uint64_t{0} >> (most_futures - futures.count);
    futures.there.assign(scenario_->offers.size(),
                         std::vector<std::uint64_t>(made_.buckets(), all));
    for (const auto id : scenario_->futures.ids())
      for (const Future::Loss& loss : scenario_->futures[id].losses)
        for (Boundary b = boundary_from(made_, loss.period.from);
             b < boundary_until(made_, loss.period.until);
             ++b)
          futures.there[loss.offer.index()][b] &= ~(std::uint64_t{1} << id.index());
  }

  // Where in each future counts what is sent on a day; empty: there are no futures.
  std::vector<Boundary> arrivals(Id<Offer> offer, Day on) const {
    std::vector<Boundary> arrives;
    for (const auto id : scenario_->futures.ids())
      arrives.push_back(boundary_from(made_, there_from(scenario_->futures[id], offer, on)));
    return arrives;
  }

  void make_rows() {
    row_of_ = Table<Requirement, RowIndex>{scenario_->requirements.size(), no_row};
    for (const auto id : scenario_->requirements.ids()) {
      const Requirement& requirement = scenario_->requirements[id];
      if (!requirement.quantity || requirement.quantity->count() <= 0) continue;
      const std::int64_t weight = scenario_->priorities[requirement.priority].weight;
      if (weight == 0) continue;  // a tier that is left out (model/tiers.hpp)
      row_of_[id] = static_cast<RowIndex>(made_.rows.size());
      Row row;
      row.requirement = id;
      row.kind = requirement.kind;
      row.quantity = requirement.quantity->count();
      row.weight = weight;
      row.first = boundary_from(made_, requirement.period.from);
      row.last = boundary_until(made_, requirement.period.until);
      row.reach.assign(made_.buckets(), row.quantity);
      row.overlap_days = requirement.overlap_days;
      row.max_nations = requirement.max_nations;
      row.lead = scenario_->activities[requirement.activity].lead;
      if (row.lead) row.lead_share_permille = requirement.lead_share_permille.value_or(0);
      if (row.overlap_days > 0) row.counts_from = handover_starts(row);
      made_.rows.push_back(row);
      row.max_nations.reset();
      row.lead_share_permille = 0;
      made_.rows.insert(made_.rows.end(), made_.futures.count - 1, row);
    }
  }

  // handover: a tour counts from the first day of the row, or from overlap_days after its start.
  std::vector<Boundary> handover_starts(const Row& row) const {
    std::vector<Boundary> starts(made_.day.size(), no_boundary);
    for (Boundary i = 0; i < made_.day.size(); ++i) {
      const auto counted = std::ranges::lower_bound(made_.day, made_.day[i] + row.overlap_days);
      if (counted == made_.day.end() || *counted != made_.day[i] + row.overlap_days) continue;
      starts[i] = static_cast<Boundary>(counted - made_.day.begin());
    }
    starts[row.first] = row.first;
    return starts;
  }

  void make_packages() {
    Table<Offer, std::vector<Id<Delivery>>> rows{scenario_->offers.size()};
    for (const auto id : scenario_->deliveries.ids())
      rows[scenario_->deliveries[id].offer].push_back(id);
    for (const auto id : scenario_->offers.ids()) {
      Package package = make_package(id, rows[id]);
      if (!package.targets.empty()) made_.packages.push_back(std::move(package));
    }
  }

  Package make_package(Id<Offer> id, const std::vector<Id<Delivery>>& rows) {
    Package package;
    package.offer = id;
    const Offer& offer = scenario_->offers[id];
    if (!counts(scenario_, offer, options_.counting)) return package;
    const auto usable = usable_from(scenario_, offer, options_.counting);
    if (!usable) return package;
    package.rest = offer.quantity;
    for (const auto row : rows) add_part(row, package);
    const Period horizon = scenario_->horizon;
    package.from = boundary_from(
        made_,
        std::max({horizon.from,
                  offer.from.value_or(horizon.from),
                  *usable,
                  offer.budget ? scenario_->budgets[*offer.budget].period.from : horizon.from}));
    package.until = last_delivery(offer, horizon);
    if (made_.has_futures())
      for (const Day day : made_.grid) package.rest_arrives.push_back(arrivals(id, day));
    add_targets(package);
    add_stocks(package);
    return package;
  }

  Boundary last_delivery(const Offer& offer, Period horizon) const {
    Day until = offer.until ? std::min(horizon.until, *offer.until) : horizon.until;
    if (offer.budget) until = std::min(until, scenario_->budgets[*offer.budget].period.until);
    const auto end = std::ranges::lower_bound(made_.day, number_of(until));
    return static_cast<Boundary>(std::min(end, made_.day.end() - 1) - made_.day.begin());
  }

  void add_part(Id<Delivery> row, Package& package) const {
    const Delivery& delivery = scenario_->deliveries[row];
    if (delivery.state == DeliveryState::lost || delivery.state == DeliveryState::returned) return;
    if (!delivery.on) return;  // no date: part of what the plan decides
    package.fixed.push_back({row,
                             delivery.quantity,
                             *delivery.on,
                             boundary_from(made_, *delivery.on),
                             arrivals(delivery.offer, *delivery.on)});
    package.rest -= delivery.quantity;
  }

  void add_targets(Package& package) const {
    const Offer& offer = scenario_->offers[package.offer];
    for (const RowIndex row : rows_for(scenario_, row_of_, package.offer)) {
      if (made_.rows[row].kind != RequirementKind::delivery) continue;
      const Id<Requirement> id = made_.rows[row].requirement;
      const int worth =
          scenario_.worth_permille(offer.capability, scenario_->requirements[id].capability);
      if (worth > 0 && may_serve(scenario_, offer, id)) package.targets.push_back({id, row, worth});
    }
  }

  void add_stocks(Package& package) const {
    const Offer& offer = scenario_->offers[package.offer];
    for (const auto id : scenario_->stocks.ids()) {
      const Stock& stock = scenario_->stocks[id];
      if (stock.nation == offer.nation && is_below(offer.capability, stock.capability))
        package.stocks.push_back(id.index());
    }
  }

  bool is_below(Id<Capability> capability, Id<Capability> ancestor) const {
    for (std::optional<Id<Capability>> at = capability; at;
         at = scenario_->capabilities[*at].parent)
      if (*at == ancestor) return true;
    return false;
  }

  void find_kin() {
    for (const auto id : scenario_->kin.ids()) {
      const std::uint32_t one = crew_of_[scenario_->kin[id].one];
      const std::uint32_t other = crew_of_[scenario_->kin[id].other];
      if (one == no_row || other == no_row) continue;
      link_kin(one, other, id.index());
      link_kin(other, one, id.index());
    }
  }

  void find_fixed() {
    for (const Pin& pin : scenario_->pins) {
      if (pin.kind != PinKind::fix) continue;
      const Id<Unit> unit = scenario_->offers[pin.offer].unit;
      const RowIndex row = row_of_[*pin.requirement];
      if (crew_of_[unit] == no_row || row == no_row) continue;
      const std::int64_t pieces = scenario_->units[unit].divisible ? pin.quantity : 1;
      made_.fixed.push_back({crew_of_[unit],
                             pin.offer,
                             row,
                             boundary_from(made_, pin.period.from),
                             boundary_until(made_, pin.period.until),
                             pieces});
    }
    if (made_.fixed.empty()) return;
    std::ranges::stable_sort(made_.fixed, {}, &Fixed::crew);
    for (std::uint32_t crew = 0; crew <= made_.crews.size(); ++crew) {
      const auto first = std::ranges::lower_bound(made_.fixed, crew, {}, &Fixed::crew);
      made_.first_fixed.push_back(static_cast<std::uint32_t>(first - made_.fixed.begin()));
    }
  }

  void link_kin(std::uint32_t crew, std::uint32_t other, std::uint32_t pair) {
    made_.crews[crew].kin.push_back(other);
    made_.crews[crew].kin_links.push_back({pair, made_.crews[other].pieces});
  }

  const Scenario& scenario_;
  const Options& options_;
  Instance made_;
  Table<Requirement, RowIndex> row_of_;
  Table<Unit, std::uint32_t> crew_of_;
};

}  // namespace

Points Value::in_points() const {
  return Points{outweighing()} * points_per_thousandth_day + later;
}

double Value::in_units() const {
  return static_cast<double>(outweighing())
         + static_cast<double>(later) / static_cast<double>(points_per_thousandth_day);
}

Instance make_instance(const Scenario& scenario, const Options& options) {
  Instance made = make_instance_for_search(scenario, options);
  find_reach(made, options.threads);
  return made;
}

Instance make_instance_for_search(const Scenario& scenario, const Options& options) {
  return Maker{scenario, options}.make();
}

std::int64_t people_days_of(
    const Instance& instance, const Crew& crew, const Use& use, Boundary from, Boundary until) {
  return crew.terms[use.terms].persons * days_of(instance, from, until);
}

std::int64_t excess_weight(const Instance& instance, std::uint32_t fair_share) {
  return (*instance.scenario)->fair_shares[Id<FairShare>{fair_share}].weight
         * instance.scales.excess_weight;
}

std::int64_t most_people_days(const Instance& instance, std::uint32_t fair_share) {
  const std::int64_t days = instance.day.back() - instance.day.front();
  std::int64_t most = 0;
  for (const Crew& crew : instance.crews)
    if (crew.fair_share == fair_share) most += most_persons(crew) * crew.pieces * days;
  return most;
}

std::int64_t most_persons(const Crew& crew) {
  std::int64_t most = 0;
  for (const Terms& terms : crew.terms) most = std::max(most, terms.persons);
  return most;
}

std::int64_t grain_of_later_goals(const Instance& instance) {
  const Nouns& nouns = **instance.scenario;
  std::int64_t grain = instance.has_plan_in_force ? instance.points_per_new_day : 0;
  for (const Crew& crew : instance.crews) {
    grain = std::gcd(grain, activation_points(nouns.units[crew.unit], instance.scales));
    for (const Terms& terms : crew.terms)
      grain = std::gcd(std::gcd(grain, terms.points_per_day), terms.points_per_tour);
  }
  for (const auto id : nouns.offers.ids()) {
    const LaterRates rates = later_rates(nouns.offers[id], instance.scales);
    grain = std::gcd(grain, rates.once);
    if (!instance.packages.empty())
      grain = std::gcd(std::gcd(grain, rates.per_day), rates.per_tour);
  }
  return grain;
}

bool is_presence(const Instance& instance, const Use& use) {
  const auto is_on_the_spot = [&](RowIndex row) {
    return instance.rows[row].kind == RequirementKind::presence;
  };
  return is_on_the_spot(use.row) || (use.also != no_row && is_on_the_spot(use.also));
}

std::int64_t days_of(const Instance& instance, Boundary from, Boundary until) {
  return instance.day[until] - instance.day[from];
}

NewDays::NewDays(const Instance& instance, const Crew& crew, const Use& use, Boundary from)
    : day_{instance.day.data()}, from_{from} {
  if (!instance.has_plan_in_force) return;
  tours_ = use.also == no_row ? 1 : 2;
  if (use.held == not_held) return;
  const Held& held = crew.held[use.held];
  if (!held.row.empty()) row_ = held.row.data();
  if (use.also != no_row && !held.also.empty()) also_ = held.also.data();
}

std::int64_t new_days_of(
    const Instance& instance, const Crew& crew, const Use& use, Boundary from, Boundary until) {
  return NewDays{instance, crew, use, from}(until);
}

std::int64_t points_of(
    const Instance& instance, const Crew& crew, const Use& use, Boundary from, Boundary until) {
  const Terms& terms = crew.terms[use.terms];
  return terms.points_per_day * days_of(instance, from, until) + terms.points_per_tour
         + instance.points_per_new_day * new_days_of(instance, crew, use, from, until);
}

std::int64_t new_days_of(const Instance& instance,
                         const Package& package,
                         const Package::Target& target,
                         Day on) {
  const bool known =
      std::ranges::any_of(instance.in_force->deliveries, [&](const PlannedDelivery& it) {
        return it.offer == package.offer && it.requirement == target.requirement && it.on == on;
      });
  return instance.has_plan_in_force && !known ? 1 : 0;
}

std::int64_t delivery_points(const Instance& instance,
                             const Package& package,
                             const Package::Target& target,
                             Day on) {
  const Offer& offer = (*instance.scenario)->offers[package.offer];
  return to_points(
      later_rates(offer, instance.scales), 1, new_days_of(instance, package, target, on));
}

std::int64_t delivered_amount(const Instance& instance,
                              const Package& package,
                              const Package::Target& target,
                              std::int64_t quantity) {
  const Scenario& scenario = *instance.scenario;
  const Measure measure =
      scenario->capabilities[scenario->offers[package.offer].capability].measure;
  constexpr std::int64_t permille = 1000;
  return to_amount(measure, quantity).count() * target.worth_permille / permille;
}

}  // namespace muster::plan
