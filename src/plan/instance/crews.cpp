// SPDX-License-Identifier: Apache-2.0
#include "plan/instance/crews.hpp"

#include <algorithm>
#include <utility>

#include "base/demand.hpp"
#include "base/parallel.hpp"

#include "plan/rules/rules.hpp"

namespace muster::plan {
namespace {

// The number of a thing in a list that has each once; a new one comes last.
template <class Thing>
std::uint16_t number_in(std::vector<Thing>& things, const Thing& thing) {
  const auto found = std::ranges::find(things, thing);
  const auto number = static_cast<std::uint16_t>(found - things.begin());
  if (found == things.end()) things.push_back(thing);
  return number;
}

// A crew whose uses number lengths and rests by lists of its own.
struct Draft {
  Crew crew;
  std::vector<LengthLimits> lengths;
  std::vector<RestRule> rests;
};

class CrewMaker {
 public:
  CrewMaker(const Scenario& scenario,
            const Options& options,
            const Table<Requirement, RowIndex>& row_of,
            const Instance& made)
      : scenario_{scenario}, options_{options}, row_of_{row_of}, made_{made} {
    offers_of_ = Table<Unit, std::vector<Id<Offer>>>{scenario->units.size()};
    for (const auto id : scenario->offers.ids())
      if (counts(scenario, scenario->offers[id], options.counting))
        offers_of_[scenario->offers[id].unit].push_back(id);
    in_force_of_ = Table<Offer, std::vector<const Tour*>>{scenario->offers.size()};
    for (const Tour& tour : options.in_force.tours) in_force_of_[tour.offer].push_back(&tour);
    doubles_of_ = Table<Unit, std::vector<DoubleUse>>{scenario->units.size()};
    for (const DoubleUse& declared : scenario->double_uses)
      doubles_of_[declared.unit].push_back(declared);
  }

  [[nodiscard]] Draft make(Id<Unit> id) const {
    const Unit& unit = scenario_->units[id];
    Draft draft;
    draft.crew.unit = id;
    draft.crew.nation = unit.nation;
    draft.crew.pieces = unit.divisible ? unit.quantity : 1;
    thread_local std::vector<Use> uses;
    uses.clear();
    for (const auto offer : offers_of_[id])
      for (const RowIndex row : rows_for(scenario_, row_of_, offer))
        if (made_.rows[row].kind != RequirementKind::delivery) add_uses(offer, row, draft, uses);
    draft.crew.uses.assign(uses.begin(), uses.end());
    if (!unit.divisible)
      draft.crew.limits = schedule_limits(
          scenario_, offers_of_[id], draft.crew.total, made_.day.back() - made_.day.front());
    for (const auto ceiling : scenario_->ceilings.ids())
      if (scenario_->ceilings[ceiling].nation == unit.nation)
        draft.crew.ceilings.push_back(ceiling.index());
    for (const auto share : scenario_->fair_shares.ids())
      if (scenario_->fair_shares[share].nation == unit.nation)
        draft.crew.fair_share = share.index();
    return draft;
  }

 private:
  [[nodiscard]] std::int64_t piece_given(const Offer& offer, Id<Offer> id, RowIndex row) const {
    const std::int64_t quantity = scenario_->units[offer.unit].divisible ? 1 : offer.quantity;
    return scenario_.contribution(id, made_.rows[row].requirement, quantity).count();
  }

  // Of what a piece gives, what counts: of an indivisible unit no more than is asked.
  [[nodiscard]] std::int64_t counted(const Offer& offer, RowIndex row, std::int64_t given) const {
    const bool divisible = scenario_->units[offer.unit].divisible;
    return divisible ? given : std::min(given, made_.rows[row].quantity);
  }

  void add_uses(Id<Offer> id, RowIndex row, Draft& draft, std::vector<Use>& uses) const {
    const Offer& offer = scenario_->offers[id];
    const Id<Requirement> requirement_id = made_.rows[row].requirement;
    if (!may_serve(scenario_, offer, requirement_id)) return;
    Use use;
    use.offer = id;
    use.row = row;
    use.given = piece_given(offer, id, row);
    use.amount = counted(offer, row, use.given);
    if (use.amount == 0) return;
    const Requirement& requirement = scenario_->requirements[requirement_id];
    const Unit& unit = scenario_->units[offer.unit];
    use.lengths = number_in(draft.lengths, length_limits(scenario_, offer, requirement));
    use.rests = number_in(draft.rests, rest_rule(scenario_, unit, requirement));
    if (!unit.divisible && !draft.crew.total)
      draft.crew.total = total_rule(scenario_, unit, requirement);
    const Terms terms = terms_of(offer, requirement);
    use.terms = number_in(draft.crew.terms, terms);
    if (made_.has_plan_in_force)
      use.held = held_for({days_in_force(id, requirement_id), {}}, draft.crew);
    const Period window = tour_window(scenario_, offer, requirement, options_.counting);
    add_windows(
        use, outside_pins(scenario_, id, requirement_id, outside_seasons(offer, window)), uses);
    add_double_uses(use, window, draft, uses);
  }

  [[nodiscard]] Terms terms_of(const Offer& offer, const Requirement& requirement) const {
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

  static std::uint16_t held_for(Held held, Crew& crew) {
    if (held.row.empty() && held.also.empty()) return not_held;
    demand(crew.held.size() < not_held, "a unit has fewer than 65,535 uses beside a plan in force");
    crew.held.push_back(std::move(held));
    return static_cast<std::uint16_t>(crew.held.size() - 1);
  }

  void add_windows(const Use& use,
                   const std::vector<Period>& windows,
                   std::vector<Use>& uses) const {
    for (const Period& window : windows) {
      Use part = use;
      part.from = boundary_from(made_, window.from);
      part.until = boundary_until(made_, window.until);
      if (part.from < part.until) uses.push_back(part);
    }
  }

  // availability: a declared double use serves both requirements over the same period.
  void add_double_uses(const Use& use, Period window, Draft& draft, std::vector<Use>& uses) const {
    const Offer& offer = scenario_->offers[use.offer];
    const Id<Requirement> requirement = made_.rows[use.row].requirement;
    for (const DoubleUse& declared : doubles_of_[offer.unit]) {
      if (declared.requirement != requirement) continue;
      if (scenario_->units[offer.unit].divisible) continue;
      const RowIndex also = row_of_[declared.also];
      if (also == no_row || made_.rows[also].kind == RequirementKind::delivery) continue;
      Use both = use;
      both.also = also;
      both.also_given = piece_given(offer, use.offer, also);
      both.also_amount = counted(offer, also, both.also_given);
      if (both.also_amount == 0 || !may_serve(scenario_, offer, declared.also)) continue;
      bind_to_both(both, declared.also, draft);
      Period shared =
          tour_window(scenario_, offer, scenario_->requirements[declared.also], options_.counting);
      shared = {std::max(shared.from, window.from), std::min(shared.until, window.until)};
      const auto left =
          outside_pins(scenario_, use.offer, requirement, outside_seasons(offer, shared));
      add_windows(both, outside_pins(scenario_, use.offer, declared.also, left), uses);
    }
  }

  [[nodiscard]] Terms terms_of_both(Terms both, const Offer& offer, Id<Requirement> also) const {
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
  void bind_to_both(Use& both, Id<Requirement> also, Draft& draft) const {
    const Offer& offer = scenario_->offers[both.offer];
    const Requirement& requirement = scenario_->requirements[also];
    both.terms =
        number_in(draft.crew.terms, terms_of_both(draft.crew.terms[both.terms], offer, also));
    const LengthLimits limits = length_limits(scenario_, offer, requirement);
    const LengthLimits own = draft.lengths[both.lengths];
    both.lengths = number_in(
        draft.lengths,
        {std::max(own.min_days, limits.min_days), std::min(own.max_days, limits.max_days)});
    const RestRule rest = rest_rule(scenario_, scenario_->units[offer.unit], requirement);
    if (rest != RestRule{}) both.rests = number_in(draft.rests, rest);
    if (!made_.has_plan_in_force) return;
    Held held = both.held == not_held ? Held{} : draft.crew.held[both.held];
    held.also = days_in_force(both.offer, also);
    both.held = held_for(std::move(held), draft.crew);
  }

  // A prefix by boundary; empty: there are none.
  [[nodiscard]] std::vector<std::uint16_t> days_in_force(Id<Offer> offer,
                                                         Id<Requirement> requirement) const {
    const auto& tours = in_force_of_[offer];
    const auto serves = [&](const Tour* tour) { return tour->requirement == requirement; };
    if (std::ranges::none_of(tours, serves)) return {};
    std::vector<std::uint16_t> before(made_.day.size(), 0);
    std::int64_t counted_until =
        made_.day.front();  // lots of a pool may serve at once: a day counts once
    for (const Tour* const tour : tours) {
      if (!serves(tour)) continue;
      const std::int64_t from = std::max(number_of(tour->period.from), counted_until);
      const std::int64_t until = std::max(number_of(tour->period.until), from);
      counted_until = until;
      for (std::size_t i = 0; i < made_.day.size(); ++i)
        before[i] = static_cast<std::uint16_t>(
            before[i] + std::clamp<std::int64_t>(made_.day[i] - from, 0, until - from));
    }
    return before;
  }

  const Scenario& scenario_;
  const Options& options_;
  const Table<Requirement, RowIndex>& row_of_;
  const Instance& made_;
  Table<Unit, std::vector<Id<Offer>>> offers_of_;
  Table<Unit, std::vector<DoubleUse>> doubles_of_;
  Table<Offer, std::vector<const Tour*>> in_force_of_;
};

LengthWindow length_window(const std::vector<std::int64_t>& day, const LengthLimits& limits) {
  LengthWindow window{limits.min_days, limits.max_days, {}, {}};
  for (const std::int64_t start : day) {
    const auto first = std::ranges::lower_bound(day, start + limits.min_days);
    const auto last = std::ranges::upper_bound(day, start + limits.max_days);
    window.first_end.push_back(static_cast<Boundary>(first - day.begin()));
    window.last_end.push_back(static_cast<Boundary>(last - day.begin() - 1));
  }
  return window;
}

RestTable rest_table(const std::vector<std::int64_t>& day, const RestRule& rule) {
  RestTable table{rule.dwell_permille, rule.rest_days, {}};
  if (rule == RestRule{}) return table;
  const std::size_t size = day.size();
  table.next.assign(size * size, static_cast<Boundary>(size - 1));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = i + 1; j < size; ++j) {
      const std::int64_t free = day[j] + rest_after(rule, day[j] - day[i]);
      const auto next = std::ranges::lower_bound(day, free);
      table.next[i * size + j] = static_cast<Boundary>(std::min(next, day.end() - 1) - day.begin());
    }
  return table;
}

// For every draft its numbers among those of all; `all` has each once, in the order of the drafts.
template <class Rule>
std::vector<std::vector<std::uint16_t>> number_for_all(const std::vector<Draft>& drafts,
                                                       std::vector<Rule> Draft::* rules,
                                                       std::vector<Rule>& all) {
  std::vector<std::vector<std::uint16_t>> numbers;
  for (const Draft& draft : drafts) {
    auto& own = numbers.emplace_back();
    for (const Rule& rule : draft.*rules) own.push_back(number_in(all, rule));
  }
  demand(all.size() < 65'000, "there are few kinds of tour length and of rest");
  return numbers;
}

// Whether any tour of the use is long enough to count and short enough to be allowed.
bool allows_a_tour(const Instance& instance, const Use& use) {
  const LengthWindow& lengths = instance.lengths[use.lengths];
  const auto counts_from = [&](RowIndex row, Boundary from) {
    const auto& starts = instance.rows[row].counts_from;
    return starts.empty() ? from : starts[from];
  };
  for (Boundary from = use.from; from < use.until; ++from) {
    Boundary start = counts_from(use.row, from);
    if (use.also != no_row) start = std::max(start, counts_from(use.also, from));
    if (start >= use.until) continue;
    const auto first =
        std::max<Boundary>(lengths.first_end[from], static_cast<Boundary>(start + 1));
    if (first <= std::min(lengths.last_end[from], use.until)) return true;
  }
  return false;
}

// Those of like lengths and rests side by side, by their windows; of equals in the order they are.
void sort_uses(std::vector<Use>& uses) {
  thread_local std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  thread_local std::vector<Use> before;
  constexpr unsigned bits = 16;
  order.clear();
  for (std::uint32_t u = 0; u < uses.size(); ++u) {
    std::uint64_t key = uses[u].lengths;
    for (const std::uint16_t part : {uses[u].rests, uses[u].from, uses[u].until})
      key = key << bits | part;
    order.emplace_back(key, u);
  }
  std::ranges::sort(order);
  before.assign(uses.begin(), uses.end());
  for (std::size_t u = 0; u < uses.size(); ++u) uses[u] = before[order[u].second];
}

}  // namespace

Boundary boundary_from(const Instance& instance, Day day) {
  const auto found = std::ranges::lower_bound(instance.day, number_of(day));
  const auto last = instance.day.end() - 1;
  return static_cast<Boundary>(std::min(found, last) - instance.day.begin());
}

Boundary boundary_until(const Instance& instance, Day day) {
  const auto after = std::ranges::upper_bound(instance.day, number_of(day));
  return after == instance.day.begin() ? Boundary{0}
                                       : static_cast<Boundary>(after - instance.day.begin() - 1);
}

std::vector<RowIndex> rows_for(const Scenario& scenario,
                               const Table<Requirement, RowIndex>& row_of,
                               Id<Offer> id) {
  const auto& only = scenario->offers[id].requirement;
  std::vector<RowIndex> rows;
  for (const Id<Requirement> requirement : scenario.useful_for(id))
    if (row_of[requirement] != no_row && (!only || *only == requirement))
      rows.push_back(row_of[requirement]);
  return rows;
}

bool may_serve(const Scenario& scenario, const Offer& offer, Id<Requirement> id) {
  const Requirement& requirement = scenario->requirements[id];
  return is_in_scope(offer, requirement, id) && passes_caveats(scenario, offer, requirement)
         && is_ready(scenario->units[offer.unit], requirement);
}

Table<Unit, std::uint32_t> make_crews(const Scenario& scenario,
                                      const Options& options,
                                      const Table<Requirement, RowIndex>& row_of,
                                      Instance& made) {
  std::vector<Draft> drafts(scenario->units.size());
  const CrewMaker maker{scenario, options, row_of, made};
  for_each_item(drafts.size(), options.threads, [&](std::size_t u) {
    drafts[u] = maker.make(Id<Unit>{static_cast<std::uint32_t>(u)});
  });
  std::vector<LengthLimits> lengths;
  std::vector<RestRule> rests;
  const auto length_numbers = number_for_all(drafts, &Draft::lengths, lengths);
  const auto rest_numbers = number_for_all(drafts, &Draft::rests, rests);
  for (const LengthLimits& limits : lengths)
    made.lengths.push_back(length_window(made.day, limits));
  for (const RestRule& rule : rests) made.rests.push_back(rest_table(made.day, rule));
  for_each_item(drafts.size(), options.threads, [&](std::size_t u) {
    std::vector<Use>& uses = drafts[u].crew.uses;
    for (Use& use : uses) {
      use.lengths = length_numbers[u][use.lengths];
      use.rests = rest_numbers[u][use.rests];
    }
    std::erase_if(uses, [&](const Use& use) { return !allows_a_tour(made, use); });
    sort_uses(uses);
  });
  auto entries = entry_costs(scenario, options.counting);
  Table<Unit, std::uint32_t> crew_of{scenario->units.size(), no_row};
  for (const auto id : scenario->units.ids()) {
    Crew& crew = drafts[id.index()].crew;
    if (crew.uses.empty()) continue;
    crew.entries = std::move(entries[id]);
    crew_of[id] = static_cast<std::uint32_t>(made.crews.size());
    made.crews.push_back(std::move(crew));
  }
  return crew_of;
}

}  // namespace muster::plan
