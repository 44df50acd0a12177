// SPDX-License-Identifier: Apache-2.0
#include "explain/compare/why.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

using judge::Rule;

std::string window_of(const Judged& side, const Offer& offer) {
  const auto until = side.scenario.usable_until(offer, side.plan.counting);
  const std::string from = offer.from ? muster::to_text(*offer.from) : std::string{};
  return from + "/" + (until ? muster::to_text(*until) : std::string{});
}

std::string state_of(const Condition& condition) {
  if (is_met(condition)) return "met";
  const bool refused = std::ranges::any_of(condition.acts, [](const Condition::Act& act) {
    return act.status == ConditionStatus::refused;
  });
  return refused ? "refused" : "open";
}

const Condition* condition_of(const Scenario& scenario, const Offer& offer) {
  return offer.condition ? &scenario->conditions[*offer.condition] : nullptr;
}

std::string condition_words(const Condition* condition) {
  return condition == nullptr ? "none" : state_of(*condition);
}

// The rules that the piece breaks with the data of a side.
std::vector<Rule> broken_rules(const Judged& side, const Piece& piece, const Tour& tour) {
  const auto violations =
      piece.delivery
          ? judge::check_delivery(
                side.scenario,
                side.plan.counting,
                {tour.offer, tour.requirement, tour.quantity, tour.period.from, std::nullopt})
          : judge::check_tour(side.scenario, side.plan.counting, tour);
  std::vector<Rule> rules;
  for (const judge::Violation& violation : violations) rules.push_back(violation.rule);
  return rules;
}

Because simply(Why why) {
  Because because;
  because.why = why;
  return because;
}

// What limits a nation in all: its ceilings, the offer's budget, its stocks.
auto ceilings_of(const Scenario& scenario, const std::string& nation) {
  std::vector<std::array<std::int64_t, 3>> rows;
  for (const Id<Ceiling> id : scenario->ceilings.ids()) {
    const Ceiling& row = scenario->ceilings[id];
    if (scenario->nations[row.nation].key != nation) continue;
    rows.push_back({row.period.from.time_since_epoch().count(),
                    row.period.until.time_since_epoch().count(),
                    row.personnel.count()});
  }
  return rows;
}
auto stocks_of(const Scenario& scenario, const std::string& nation) {
  std::vector<std::tuple<std::string, std::int64_t, std::int64_t, std::int64_t>> rows;
  for (const Id<Stock> id : scenario->stocks.ids()) {
    const Stock& row = scenario->stocks[id];
    if (scenario->nations[row.nation].key != nation) continue;
    rows.emplace_back(scenario->capabilities[row.capability].key,
                      row.on.time_since_epoch().count(),
                      row.quantity,
                      row.floor);
  }
  return rows;
}
std::pair<std::string, std::int64_t> budget_of(const Scenario& scenario, Id<Offer> offer) {
  const auto id = scenario->offers[offer].budget;
  if (!id) return {};
  return {scenario->budgets[*id].key, scenario->budgets[*id].amount};
}

// Key, quantity, day (0: none) and state of an offer's deliveries in the data.
using FixedRow = std::tuple<std::string, std::int64_t, std::int64_t, DeliveryState>;
std::vector<FixedRow> rows_of(const Scenario& scenario, Id<Offer> offer) {
  std::vector<FixedRow> rows;
  for (const Id<Delivery> id : scenario->deliveries.ids()) {
    const Delivery& row = scenario->deliveries[id];
    if (row.offer != offer) continue;
    const std::int64_t on = row.on ? row.on->time_since_epoch().count() : 0;
    rows.emplace_back(row.key, row.quantity, on, row.state);
  }
  std::ranges::sort(rows);
  return rows;
}

// Whether a unit on `tour` cannot be on `other` too: at once, or, of one unit, before it has
// rested.
bool is_in_the_way(const Scenario& scenario, const Tour& tour, const Tour& other) {
  const Id<Unit> unit = scenario->offers[tour.offer].unit;
  Period one = tour.period, two = other.period;
  if (unit == scenario->offers[other.offer].unit) {
    one.until += judge::rest_after(scenario, tour);
    two.until += judge::rest_after(scenario, other);
  }
  return days_in(overlap(one, two)) > 0;
}

}  // namespace

Whys::Whys(const Judged& before, const Judged& after, const std::vector<Match>& changes)
    : before_{before, PlanIndex{before.scenario, before.plan}},
      after_{after, PlanIndex{after.scenario, after.plan}} {
  for (const Match& match : changes) by_requirement_[match.known().requirement].push_back(&match);
}

Because Whys::told(const Asked& asked,
                   Why why,
                   const std::string& own,
                   const std::string& other) const {
  Because because = simply(why);
  const bool own_is_before = is_before(asked.own);
  because.before = own_is_before ? own : other;
  because.after = own_is_before ? other : own;
  return because;
}

Because Whys::of(const Match& match) const {
  if (match.kind == TourChange::Kind::firmer || match.kind == TourChange::Kind::softer) {
    return of_degree(match);
  }
  std::optional<Because> found;
  if (match.before) found = why_not_in(after_, *match.before);
  const bool is_weak = !found || found->why >= Why::others;
  if (match.after && is_weak) {
    if (auto second = why_not_in(before_, *match.after); second && second->why < Why::choice) {
      if (!found || second->why < found->why) found = std::move(second);
    }
  }
  return found.value_or(Because{});
}

std::optional<Because> Whys::why_not_in(const Side& other, const Piece& piece) const {
  const Side& own = is_before(other) ? after_ : before_;
  const Scenario& there = other.judged.scenario;
  const auto requirement = there.find_requirement(piece.requirement);
  if (!requirement) {
    return simply(is_before(own) ? Why::requirement_gone : Why::requirement_added);
  }
  const auto offer = there.find_offer(piece.offer);
  if (!offer) return simply(is_before(own) ? Why::offer_gone : Why::offer_added);
  const Asked asked{own, other, piece, {*offer, *requirement, piece.period, piece.quantity}};
  if (auto found = fixed_otherwise(asked)) return found;
  if (auto found = forbidden(asked)) return found;
  if (auto found = changed_need(asked)) return found;
  if (auto found = elsewhere(asked)) return found;
  if (auto found = limits(asked)) return found;
  if (auto found = others(asked)) return found;
  return full(asked);
}

std::optional<Because> Whys::fixed_otherwise(const Asked& asked) const {
  if (!asked.piece.delivery) return std::nullopt;
  const auto own = rows_of(asked.own.judged.scenario, asked.piece.offer_id);
  const auto other = rows_of(asked.other.judged.scenario, asked.tour.offer);
  std::vector<FixedRow> changed;
  std::ranges::set_symmetric_difference(own, other, std::back_inserter(changed));
  if (changed.empty()) return std::nullopt;
  std::set<std::string> keys;
  for (const FixedRow& row : changed) keys.insert(std::get<0>(row));
  Because because = simply(Why::delivery);
  because.keys.assign(keys.begin(), keys.end());
  return because;
}

// The first rule that the other's data breaks and its own does not.
std::optional<Because> Whys::forbidden(const Asked& asked) const {
  const Piece& piece = asked.piece;
  const Tour here{piece.offer_id, piece.requirement_id, piece.period, piece.quantity};
  const std::vector<Rule> own = broken_rules(asked.own.judged, piece, here);
  for (const Rule rule : broken_rules(asked.other.judged, piece, asked.tour)) {
    if (std::ranges::find(own, rule) == own.end()) return of_rule(asked, rule);
  }
  return std::nullopt;
}

Because Whys::of_rule(const Asked& asked, Rule rule) const {
  const Scenario& own = asked.own.judged.scenario;
  const Scenario& other = asked.other.judged.scenario;
  const Offer& here = own->offers[asked.piece.offer_id];
  const Offer& there = other->offers[asked.tour.offer];
  Because because = told(asked, Why::rule, {}, {});
  if (rule == Rule::counting && here.status != there.status) {
    because = told(
        asked, Why::status, std::string{to_text(here.status)}, std::string{to_text(there.status)});
  } else if (rule == Rule::counting) {
    because = told(asked,
                   Why::counted,
                   std::string{to_text(asked.own.judged.plan.counting)},
                   std::string{to_text(asked.other.judged.plan.counting)});
    because.keys = {std::string{to_text(there.status)}};
  } else if (rule == Rule::condition) {
    const Condition* before = condition_of(own, here);
    const Condition* after = condition_of(other, there);
    because = told(asked, Why::condition, condition_words(before), condition_words(after));
    because.keys = {after != nullptr ? after->key : std::string{}};
  } else if (rule == Rule::window || rule == Rule::delivery) {
    const std::string old = window_of(asked.own.judged, here);
    const std::string now = window_of(asked.other.judged, there);
    if (old != now)
      because = told(asked, Why::window, old, now);
    else if (auto need = changed_need(asked))
      because = *std::move(need);
  }
  if (because.why == Why::rule) {
    if (const auto need = changed_need(asked)) because.changes = need->changes;
  }
  because.rule = rule;
  return because;
}

std::optional<Because> Whys::changed_need(const Asked& asked) const {
  const bool own_is_before = is_before(asked.own);
  const Side& before = own_is_before ? asked.own : asked.other;
  const Side& after = own_is_before ? asked.other : asked.own;
  const auto a = own_is_before ? asked.piece.requirement_id : asked.tour.requirement;
  const auto b = own_is_before ? asked.tour.requirement : asked.piece.requirement_id;
  Because because = simply(Why::requirement_changed);
  because.changes = changed_cells(before.judged.scenario, a, after.judged.scenario, b);
  if (because.changes.empty()) return std::nullopt;
  return because;
}

// Of a pool only tours that the own plan does not have can have taken its pieces.
std::optional<Because> Whys::elsewhere(const Asked& asked) const {
  if (asked.piece.delivery) return std::nullopt;
  const Scenario& there = asked.other.judged.scenario;
  const Id<Unit> unit = there->offers[asked.tour.offer].unit;
  std::set<std::string> keys;
  for (const std::size_t index : asked.other.index.tours_of[unit]) {
    const Tour& tour = asked.other.judged.plan.tours[index];
    if (tour.requirement == asked.tour.requirement) continue;
    if (!is_in_the_way(there, asked.tour, tour)) continue;
    const std::string& key = there->requirements[tour.requirement].key;
    const bool is_pool = there->offers[tour.offer].unit == unit && there->units[unit].divisible;
    if (is_pool && !by_requirement_.contains(key)) continue;
    keys.insert(key);
  }
  if (keys.empty()) return std::nullopt;
  Because because = simply(Why::elsewhere);
  because.keys.assign(keys.begin(), keys.end());
  return because;
}

std::optional<Because> Whys::limits(const Asked& asked) const {
  const Scenario& own = asked.own.judged.scenario;
  const Scenario& other = asked.other.judged.scenario;
  const std::string& nation = asked.piece.nation;
  Because because = simply(Why::limit);
  if (!asked.piece.delivery && ceilings_of(own, nation) != ceilings_of(other, nation)) {
    because.keys.emplace_back("ceilings");
  }
  if (budget_of(own, asked.piece.offer_id) != budget_of(other, asked.tour.offer)) {
    because.keys.emplace_back("budgets");
  }
  if (asked.piece.delivery && stocks_of(own, nation) != stocks_of(other, nation)) {
    because.keys.emplace_back("stocks");
  }
  if (because.keys.empty()) return std::nullopt;
  return because;
}

// Offers that serve more of these days in the other plan than in the own one.
std::optional<Because> Whys::others(const Asked& asked) const {
  const bool own_is_before = is_before(asked.own);
  const auto shared = [&](const std::optional<Piece>& piece) {
    return piece ? days_in(overlap(piece->period, asked.piece.period)) : 0;
  };
  std::set<std::string> keys;
  for (const Match* match : by_requirement_.at(asked.piece.requirement)) {
    if (match->known().offer == asked.piece.offer) continue;
    const auto here = shared(own_is_before ? match->before : match->after);
    const auto there = shared(own_is_before ? match->after : match->before);
    if (there > here) keys.insert(match->known().offer);
  }
  if (keys.empty()) return std::nullopt;
  Because because = simply(Why::others);
  because.keys.assign(keys.begin(), keys.end());
  return because;
}

Because Whys::full(const Asked& asked) const {
  const auto& coverage = asked.other.judged.verdict.coverage[asked.tour.requirement];
  const bool is_short = std::ranges::any_of(coverage, [&](const judge::Stretch& stretch) {
    return stretch.unmet().count() > 0 && days_in(overlap(stretch.period, asked.piece.period)) > 0;
  });
  return simply(is_short ? Why::choice : Why::full);
}

// Status, condition or window decide how firm a tour is; the counting of the plan does not.
Because Whys::of_degree(const Match& match) const {
  const Scenario& before = before_.judged.scenario;
  const Scenario& after = after_.judged.scenario;
  const Offer& here = before->offers[match.before->offer_id];
  const Offer& there = after->offers[match.after->offer_id];
  const Asked asked{before_, after_, *match.before, {}};
  if (here.status != there.status) {
    return told(
        asked, Why::status, std::string{to_text(here.status)}, std::string{to_text(there.status)});
  }
  const Condition* old = condition_of(before, here);
  const Condition* now = condition_of(after, there);
  if (condition_words(old) != condition_words(now)) {
    Because because = told(asked, Why::condition, condition_words(old), condition_words(now));
    because.keys = {now != nullptr ? now->key : old->key};
    return because;
  }
  const auto offered = [](const Offer& offer) {
    return (offer.from ? muster::to_text(*offer.from) : std::string{}) + "/"
           + (offer.until ? muster::to_text(*offer.until) : std::string{});
  };
  return told(asked, Why::window, offered(here), offered(there));
}

}  // namespace muster::explain
