// SPDX-License-Identifier: Apache-2.0
#include "plan/instance/instance.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/demand.hpp"

#include "plan/instance/reach.hpp"
#include "plan/rules/rules.hpp"

namespace muster::plan {
namespace {

std::int64_t number_of(Day day) {
  return day.time_since_epoch().count();
}

class Maker {
 public:
  Maker(const Scenario& scenario, const Options& options) : scenario_{scenario}, options_{options} {
    made_.scenario = &scenario;
    made_.counting = options.counting;
    made_.grid = make_grid(scenario, options.grid, options.in_force);
    demand(made_.grid.size() < 65'000, "a grid has fewer than 65,000 boundaries");
    made_.scales = goal_scales(scenario);
    made_.points_per_new_day = made_.scales.distance_points / made_.scales.distance;
    made_.in_force = &options.in_force;
    made_.has_plan_in_force =
        !options.in_force.tours.empty() || !options.in_force.deliveries.empty();
  }

  Instance make() {
    lay_out_days();
    make_rows();
    make_crews();
    make_packages();
    find_kin();
    return std::move(made_);
  }

 private:
  void lay_out_days() {
    for (const Day day : made_.grid) made_.day.push_back(number_of(day));
    for (std::size_t b = 0; b + 1 < made_.day.size(); ++b)
      made_.length.push_back(made_.day[b + 1] - made_.day[b]);
  }

  // The first boundary on or after a day; the last boundary where there is none.
  Boundary boundary_from(Day day) const {
    const auto found = std::ranges::lower_bound(made_.day, number_of(day));
    const auto last = made_.day.end() - 1;
    return static_cast<Boundary>(std::min(found, last) - made_.day.begin());
  }

  // The last boundary on or before a day; 0 where there is none.
  Boundary boundary_until(Day day) const {
    const auto after = std::ranges::upper_bound(made_.day, number_of(day));
    return after == made_.day.begin() ? Boundary{0}
                                      : static_cast<Boundary>(after - made_.day.begin() - 1);
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
      row.first = boundary_from(requirement.period.from);
      row.last = boundary_until(requirement.period.until);
      row.reach.assign(made_.buckets(), row.quantity);
      row.overlap_days = requirement.overlap_days;
      row.max_nations = requirement.max_nations;
      row.lead = scenario_->activities[requirement.activity].lead;
      if (row.lead) row.lead_share_permille = requirement.lead_share_permille.value_or(0);
      if (row.overlap_days > 0) row.counts_from = handover_starts(row);
      made_.rows.push_back(std::move(row));
    }
  }

  // The rows that an offer may have to do with, rising: few pairs have anything to do with each
  // other.
  std::vector<RowIndex> rows_of(Id<Offer> id) const {
    const auto& only = scenario_->offers[id].requirement;
    std::vector<RowIndex> rows;
    for (const Id<Requirement> requirement : scenario_.useful_for(id))
      if (row_of_[requirement] != no_row && (!only || *only == requirement))
        rows.push_back(row_of_[requirement]);
    return rows;
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

  std::uint16_t lengths_for(const LengthLimits& limits) {
    for (std::uint16_t k = 0; k < made_.lengths.size(); ++k)
      if (made_.lengths[k].min_days == limits.min_days
          && made_.lengths[k].max_days == limits.max_days)
        return k;
    LengthWindow window{limits.min_days, limits.max_days, {}, {}};
    for (const std::int64_t start : made_.day) {
      const auto first = std::ranges::lower_bound(made_.day, start + limits.min_days);
      const auto last = std::ranges::upper_bound(made_.day, start + limits.max_days);
      window.first_end.push_back(static_cast<Boundary>(first - made_.day.begin()));
      window.last_end.push_back(static_cast<Boundary>(last - made_.day.begin() - 1));
    }
    made_.lengths.push_back(std::move(window));
    demand(made_.lengths.size() < 65'000, "there are few kinds of tour length");
    return static_cast<std::uint16_t>(made_.lengths.size() - 1);
  }

  std::uint16_t rests_for(const RestRule& rule) {
    for (std::uint16_t k = 0; k < made_.rests.size(); ++k)
      if (made_.rests[k].dwell_permille == rule.dwell_permille
          && made_.rests[k].rest_days == rule.rest_days)
        return k;
    RestTable table{rule.dwell_permille, rule.rest_days, {}};
    if (rule != RestRule{}) fill_rests(rule, table);
    made_.rests.push_back(std::move(table));
    demand(made_.rests.size() < 65'000, "there are few kinds of rest");
    return static_cast<std::uint16_t>(made_.rests.size() - 1);
  }

  void fill_rests(const RestRule& rule, RestTable& table) const {
    const std::size_t size = made_.day.size();
    table.next.assign(size * size, static_cast<Boundary>(size - 1));
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = i + 1; j < size; ++j) {
        const std::int64_t free = made_.day[j] + rest_after(rule, made_.day[j] - made_.day[i]);
        const auto next = std::ranges::lower_bound(made_.day, free);
        table.next[i * size + j] =
            static_cast<Boundary>(std::min(next, made_.day.end() - 1) - made_.day.begin());
      }
  }

  void make_crews() {
    crew_of_ = Table<Unit, std::uint32_t>{scenario_->units.size(), no_row};
    Table<Unit, std::vector<Id<Offer>>> offers_of{scenario_->units.size()};
    for (const auto id : scenario_->offers.ids())
      if (counts(scenario_, scenario_->offers[id], options_.counting))
        offers_of[scenario_->offers[id].unit].push_back(id);
    doubles_of_ = Table<Unit, std::vector<DoubleUse>>{scenario_->units.size()};
    for (const DoubleUse& declared : scenario_->double_uses)
      doubles_of_[declared.unit].push_back(declared);
    auto entries = entry_costs(scenario_, options_.counting);
    for (const auto id : scenario_->units.ids()) {
      Crew crew = make_crew(id, offers_of[id]);
      if (crew.uses.empty()) continue;
      crew.entries = std::move(entries[id]);
      crew_of_[id] = static_cast<std::uint32_t>(made_.crews.size());
      made_.crews.push_back(std::move(crew));
    }
  }

  Crew make_crew(Id<Unit> id, const std::vector<Id<Offer>>& offers) {
    const Unit& unit = scenario_->units[id];
    Crew crew;
    crew.unit = id;
    crew.nation = unit.nation;
    crew.pieces = unit.divisible ? unit.quantity : 1;
    for (const auto offer : offers)
      for (const RowIndex row : rows_of(offer))
        if (made_.rows[row].kind != RequirementKind::delivery) add_uses(offer, row, crew);
    std::ranges::stable_sort(crew.uses, {}, [](const Use& use) {
      return std::tuple{use.lengths, use.rests, use.from, use.until};
    });
    crew.uses.shrink_to_fit();
    if (!unit.divisible)
      crew.limits =
          schedule_limits(scenario_, offers, crew.total, made_.day.back() - made_.day.front());
    for (const auto ceiling : scenario_->ceilings.ids())
      if (scenario_->ceilings[ceiling].nation == unit.nation)
        crew.ceilings.push_back(ceiling.index());
    return crew;
  }

  std::int64_t piece_given(Id<Offer> offer, RowIndex row) const {
    const Offer& data = scenario_->offers[offer];
    const std::int64_t quantity = scenario_->units[data.unit].divisible ? 1 : data.quantity;
    return scenario_.contribution(offer, made_.rows[row].requirement, quantity).count();
  }

  std::int64_t piece_amount(Id<Offer> offer, RowIndex row) const {
    const std::int64_t given = piece_given(offer, row);
    const bool divisible = scenario_->units[scenario_->offers[offer].unit].divisible;
    return divisible ? given : std::min(given, made_.rows[row].quantity);
  }

  bool may_serve(const Offer& offer, Id<Requirement> id) const {
    const Requirement& requirement = scenario_->requirements[id];
    return is_in_scope(offer, requirement, id) && passes_caveats(scenario_, offer, requirement)
           && is_ready(scenario_->units[offer.unit], requirement);
  }

  void add_uses(Id<Offer> offer_id, RowIndex row, Crew& crew) {
    const Offer& offer = scenario_->offers[offer_id];
    const Id<Requirement> id = made_.rows[row].requirement;
    const std::int64_t amount = piece_amount(offer_id, row);
    if (amount == 0 || !may_serve(offer, id)) return;
    const Requirement& requirement = scenario_->requirements[id];
    Use use;
    use.offer = offer_id;
    use.row = row;
    use.amount = amount;
    use.given = piece_given(offer_id, row);
    use.lengths = lengths_for(length_limits(scenario_, offer, requirement));
    use.rests = rests_for(rest_rule(scenario_, scenario_->units[offer.unit], requirement));
    const Unit& unit = scenario_->units[offer.unit];
    if (!unit.divisible && !crew.total) crew.total = total_rule(scenario_, unit, requirement);
    const Terms terms = terms_of(offer, requirement);
    use.terms = terms_for(terms, crew);
    if (made_.has_plan_in_force) use.held = held_for({days_in_force(offer_id, id), {}}, crew);
    const Period window = tour_window(scenario_, offer, requirement, options_.counting);
    add_windows(use, outside_seasons(offer, window), crew);
    add_double_uses(use, terms, window, crew);
  }

  Terms terms_of(const Offer& offer, const Requirement& requirement) const {
    const Unit& unit = scenario_->units[offer.unit];
    const LaterRates later = later_rates(offer, made_.scales);
    Terms terms;
    terms.persons = counted_persons(scenario_, unit, requirement);
    terms.points_per_day = later.per_day;
    terms.points_per_tour = later.per_tour;
    if (unit.divisible && offer.quantity < unit.quantity) terms.most_pieces = offer.quantity;
    if (offer.cost_per == CostPer::day && offer.cost) terms.cost_per_day = offer.cost->count();
    if (offer.cost_per == CostPer::tour && offer.cost) terms.cost_per_tour = offer.cost->count();
    return terms;
  }

  static std::uint16_t terms_for(const Terms& terms, Crew& crew) {
    const auto found = std::ranges::find(crew.terms, terms);
    const auto index = static_cast<std::uint16_t>(found - crew.terms.begin());
    if (found == crew.terms.end()) crew.terms.push_back(terms);
    return index;
  }

  static std::uint16_t held_for(Held held, Crew& crew) {
    demand(crew.held.size() < not_held, "a unit has fewer than 65,535 uses beside a plan in force");
    crew.held.push_back(std::move(held));
    return static_cast<std::uint16_t>(crew.held.size() - 1);
  }

  void add_windows(const Use& use, const std::vector<Period>& windows, Crew& crew) const {
    for (const Period& window : windows) {
      Use part = use;
      part.from = boundary_from(window.from);
      part.until = boundary_until(window.until);
      if (part.from < part.until) crew.uses.push_back(std::move(part));
    }
  }

  // availability: a declared double use serves both requirements over the same period.
  void add_double_uses(const Use& use, const Terms& terms, Period window, Crew& crew) {
    const Offer& offer = scenario_->offers[use.offer];
    const Id<Requirement> requirement = made_.rows[use.row].requirement;
    for (const DoubleUse& declared : doubles_of_[offer.unit]) {
      if (declared.requirement != requirement) continue;
      if (scenario_->units[offer.unit].divisible) continue;
      const RowIndex also = row_of_[declared.also];
      if (also == no_row || made_.rows[also].kind == RequirementKind::delivery) continue;
      if (piece_amount(use.offer, also) == 0 || !may_serve(offer, declared.also)) continue;
      Use both = use;
      both.also = also;
      both.also_amount = piece_amount(use.offer, also);
      both.also_given = piece_given(use.offer, also);
      both.terms = terms_for(terms_of_both(terms, offer, declared.also), crew);
      bind_to_both(both, declared.also);
      if (made_.has_plan_in_force)
        both.held =
            held_for({crew.held[use.held].row, days_in_force(use.offer, declared.also)}, crew);
      Period shared =
          tour_window(scenario_, offer, scenario_->requirements[declared.also], options_.counting);
      shared = {std::max(shared.from, window.from), std::min(shared.until, window.until)};
      add_windows(both, outside_seasons(offer, shared), crew);
    }
  }

  Terms terms_of_both(Terms both, const Offer& offer, Id<Requirement> also) const {
    both.cost_per_day *= 2;  // two tours
    both.cost_per_tour *= 2;
    both.points_per_day *= 2;
    both.points_per_tour *= 2;
    both.persons = std::max(
        both.persons,
        counted_persons(scenario_, scenario_->units[offer.unit], scenario_->requirements[also]));
    return both;
  }

  // tempo: a double use obeys the limits of both its tours, and rests as the stricter asks.
  void bind_to_both(Use& both, Id<Requirement> also) {
    const Offer& offer = scenario_->offers[both.offer];
    const Requirement& requirement = scenario_->requirements[also];
    const LengthLimits limits = length_limits(scenario_, offer, requirement);
    const LengthWindow& own = made_.lengths[both.lengths];
    both.lengths = lengths_for(
        {std::max(own.min_days, limits.min_days), std::min(own.max_days, limits.max_days)});
    const RestRule rest = rest_rule(scenario_, scenario_->units[offer.unit], requirement);
    if (rest != RestRule{}) both.rests = rests_for(rest);
  }

  std::vector<std::uint16_t> days_in_force(Id<Offer> offer, Id<Requirement> requirement) const {
    std::vector<std::uint16_t> before(made_.day.size(), 0);
    std::int64_t counted_until =
        made_.day.front();  // lots of a pool may serve at once: a day counts once
    for (const Tour& tour : options_.in_force.tours) {
      if (tour.offer != offer || tour.requirement != requirement) continue;
      const std::int64_t from = std::max(number_of(tour.period.from), counted_until);
      const std::int64_t until = std::max(number_of(tour.period.until), from);
      counted_until = until;
      for (std::size_t i = 0; i < made_.day.size(); ++i)
        before[i] = static_cast<std::uint16_t>(
            before[i] + std::clamp<std::int64_t>(made_.day[i] - from, 0, until - from));
    }
    return before;
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
        std::max({horizon.from,
                  offer.from.value_or(horizon.from),
                  *usable,
                  offer.budget ? scenario_->budgets[*offer.budget].period.from : horizon.from}));
    package.until = last_delivery(offer, horizon);
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
    package.fixed.push_back({row, delivery.quantity, *delivery.on, boundary_from(*delivery.on)});
    package.rest -= delivery.quantity;
  }

  void add_targets(Package& package) const {
    const Offer& offer = scenario_->offers[package.offer];
    for (const RowIndex row : rows_of(package.offer)) {
      if (made_.rows[row].kind != RequirementKind::delivery) continue;
      const Id<Requirement> id = made_.rows[row].requirement;
      const int worth =
          scenario_.worth_permille(offer.capability, scenario_->requirements[id].capability);
      if (worth > 0 && may_serve(offer, id)) package.targets.push_back({id, row, worth});
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

  void link_kin(std::uint32_t crew, std::uint32_t other, std::uint32_t pair) {
    made_.crews[crew].kin.push_back(other);
    made_.crews[crew].kin_links.push_back({pair, made_.crews[other].pieces});
  }

  const Scenario& scenario_;
  const Options& options_;
  Instance made_;
  Table<Requirement, RowIndex> row_of_;
  Table<Unit, std::uint32_t> crew_of_;
  Table<Unit, std::vector<DoubleUse>> doubles_of_;
};

}  // namespace

Points Value::in_points() const {
  return Points{unmet} * points_per_thousandth_day + later;
}

double Value::in_units() const {
  return static_cast<double>(unmet)
         + static_cast<double>(later) / static_cast<double>(points_per_thousandth_day);
}

Instance make_instance(const Scenario& scenario, const Options& options) {
  Instance made = make_instance_for_search(scenario, options);
  find_reach(made);
  return made;
}

Instance make_instance_for_search(const Scenario& scenario, const Options& options) {
  return Maker{scenario, options}.make();
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

namespace {

// Of one tour; `before`: prefix of the days in force, empty: none.
std::int64_t new_days_beside(const std::vector<std::uint16_t>& before,
                             std::int64_t days,
                             Boundary from,
                             Boundary until) {
  return before.empty() ? days : days - (before[until] - before[from]);
}

}  // namespace

std::int64_t new_days_of(
    const Instance& instance, const Crew& crew, const Use& use, Boundary from, Boundary until) {
  if (!instance.has_plan_in_force) return 0;
  static const Held nothing;
  const Held& held = use.held == not_held ? nothing : crew.held[use.held];
  const std::int64_t days = days_of(instance, from, until);
  const std::int64_t first = new_days_beside(held.row, days, from, until);
  return use.also == no_row ? first : first + new_days_beside(held.also, days, from, until);
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
