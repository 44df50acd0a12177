// SPDX-License-Identifier: Apache-2.0
#include "explain/compare.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/demand.hpp"

#include "explain/compare/lines.hpp"
#include "explain/compare/pieces.hpp"
#include "explain/compare/why.hpp"

namespace muster::explain {
namespace {

std::string waited_for(const Scenario& before, const Scenario& after, const std::string& offer) {
  const auto now = after.find_offer(offer);
  if (!now || !after->offers[*now].condition) return {};
  const Condition& condition = after->conditions[*after->offers[*now].condition];
  if (!is_met(condition)) return {};
  for (const Id<Condition> id : before->conditions.ids()) {
    if (before->conditions[id].key != condition.key) continue;
    return is_met(before->conditions[id]) ? std::string{} : condition.key;
  }
  return {};
}

TourChange change_of(const Match& match) {
  const Piece& known = match.known();
  TourChange change;
  change.kind = match.kind;
  change.delivery = known.delivery;
  change.nation = known.nation;
  change.unit = known.unit;
  change.offer = known.offer;
  change.requirement = known.requirement;
  if (match.before) {
    change.quantity_before = match.before->quantity;
    change.before = match.before->period;
    change.degree_before = match.before->degree;
  }
  if (match.after) {
    change.quantity_after = match.after->quantity;
    change.after = match.after->period;
    change.degree_after = match.after->degree;
  }
  return change;
}

template <class Noun>
std::set<std::string> keys_of(const Table<Noun>& table) {
  std::set<std::string> keys;
  for (const auto id : table.ids()) keys.insert(table[id].key);
  return keys;
}

std::vector<std::string> only_in(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::vector<std::string> only;
  std::ranges::set_difference(a, b, std::back_inserter(only));
  return only;
}

std::size_t lines_short(const judge::Verdict& verdict) {
  std::size_t count = 0;
  for (const Id<Requirement> id : verdict.coverage.ids()) {
    count += std::ranges::any_of(verdict.coverage[id], [](const judge::Stretch& stretch) {
      return stretch.unmet().count() > 0;
    });
  }
  return count;
}

std::vector<Released> released(const Scenario& before, const Scenario& after) {
  std::vector<Released> all;
  for (const Id<Condition> id : after->conditions.ids()) {
    const Condition& condition = after->conditions[id];
    Released one{condition.key, std::nullopt, {}};
    for (const Id<Offer> offer : after->offers.ids()) {
      const Offer& row = after->offers[offer];
      if (row.condition != id || is_ended(row.status)) continue;
      if (!waited_for(before, after, row.key).empty()) one.offers.push_back(row.key);
    }
    if (one.offers.empty()) continue;
    for (const Condition::Act& act : condition.acts) {
      if (act.on && (!one.on || *one.on < *act.on)) one.on = act.on;
    }
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<TourChange> tour_changes(const Judged& before,
                                     const Judged& after,
                                     const Pairing& pairing) {
  const Whys whys{before, after, pairing.changes};
  std::vector<TourChange> changes;
  for (const Match& match : pairing.changes) {
    changes.push_back(change_of(match));
    changes.back().waited_for = waited_for(before.scenario, after.scenario, match.known().offer);
    changes.back().because = whys.of(match);
  }
  std::ranges::sort(changes, {}, [](const TourChange& change) {
    const Period first = change.after ? *change.after : *change.before;
    return std::tuple{
        change.nation, change.offer, change.requirement, first.from, first.until, change.kind};
  });
  return changes;
}

}  // namespace

Comparison compare(const Judged& before, const Judged& after) {
  Comparison comparison;
  const Pairing pairing =
      pair_up(pieces_of(before.scenario, before.plan), pieces_of(after.scenario, after.plan));
  comparison.before = before.verdict.goals;
  comparison.after = after.verdict.goals;
  comparison.lines_short_before = lines_short(before.verdict);
  comparison.lines_short_after = lines_short(after.verdict);
  comparison.kept = pairing.kept;
  comparison.changes = tour_changes(before, after, pairing);
  comparison.lines = line_changes(before, after, comparison.changes);
  const auto old_requirements = keys_of(before.scenario->requirements);
  const auto new_requirements = keys_of(after.scenario->requirements);
  comparison.requirements_added = only_in(new_requirements, old_requirements);
  comparison.requirements_removed = only_in(old_requirements, new_requirements);
  comparison.offers_added =
      only_in(keys_of(after.scenario->offers), keys_of(before.scenario->offers));
  comparison.offers_removed =
      only_in(keys_of(before.scenario->offers), keys_of(after.scenario->offers));
  comparison.released = released(before.scenario, after.scenario);
  return comparison;
}

std::string_view to_text(TourChange::Kind kind) {
  switch (kind) {
    case TourChange::Kind::added:
      return "added";
    case TourChange::Kind::removed:
      return "removed";
    case TourChange::Kind::moved:
      return "moved";
    case TourChange::Kind::firmer:
      return "firmer";
    case TourChange::Kind::softer:
      return "softer";
  }
  throw Defect{"every kind of change has a name"};
}

std::string_view to_text(Why why) {
  constexpr std::array<std::string_view, 16> names{"requirement_added",
                                                   "requirement_gone",
                                                   "offer_added",
                                                   "offer_gone",
                                                   "status",
                                                   "counted",
                                                   "condition",
                                                   "window",
                                                   "delivery",
                                                   "rule",
                                                   "requirement_changed",
                                                   "elsewhere",
                                                   "limit",
                                                   "others",
                                                   "full",
                                                   "choice"};
  const auto index = static_cast<std::size_t>(why);
  demand(index < names.size(), "every cause of a change has a name");
  return names[index];
}

}  // namespace muster::explain
