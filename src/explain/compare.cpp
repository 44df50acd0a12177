// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/demand.hpp"

#include "explain/explain.hpp"

namespace muster::explain {
namespace {

// A tour or a delivery in words that mean the same in both scenarios.
struct Piece {
  std::string offer, requirement, nation;
  bool delivery = false;
  Period period{};
  std::int64_t quantity = 0;
  Counting degree = Counting::best;
  [[nodiscard]] auto place() const { return std::tie(offer, requirement, delivery); }
  [[nodiscard]] auto same() const {
    return std::tuple{std::tie(offer, requirement, delivery), period.from, period.until, quantity};
  }
};

bool is_met(const Condition& condition) {
  return std::ranges::all_of(condition.acts, [](const Condition::Act& act) {
    return act.status == ConditionStatus::granted;
  });
}

Piece piece_of(const Scenario& scenario, const Tour& tour) {
  const Offer& offer = scenario->offers[tour.offer];
  Piece piece;
  piece.offer = offer.key;
  piece.requirement = scenario->requirements[tour.requirement].key;
  piece.nation = scenario->nations[offer.nation].key;
  piece.period = tour.period;
  piece.quantity = tour.quantity;
  piece.degree = judge::degree(scenario, tour);
  return piece;
}

// Tours of one offer that follow each other without a gap are one stay, however they were planned.
std::vector<Piece> joined_up(const std::vector<Piece>& pieces) {
  std::vector<Piece> joined;
  for (const Piece& piece : pieces) {
    const bool goes_on =
        !joined.empty() && !piece.delivery && joined.back().place() == piece.place()
        && joined.back().quantity == piece.quantity && joined.back().degree == piece.degree
        && joined.back().period.until == piece.period.from;
    if (goes_on) {
      joined.back().period.until = piece.period.until;
    } else {
      joined.push_back(piece);
    }
  }
  return joined;
}

std::vector<Piece> pieces_of(const Scenario& scenario, const Plan& plan) {
  std::vector<Piece> pieces;
  for (const Tour& tour : plan.tours) pieces.push_back(piece_of(scenario, tour));
  for (const PlannedDelivery& delivery : plan.deliveries) {
    const Period day{delivery.on, delivery.on + Days{1}};
    pieces.push_back(
        piece_of(scenario, {delivery.offer, delivery.requirement, day, delivery.quantity}));
    pieces.back().delivery = true;
    pieces.back().degree = judge::degree(scenario, delivery);
  }
  const auto same = [](const Piece& piece) { return piece.same(); };
  std::ranges::sort(pieces, {}, same);
  pieces = joined_up(pieces);
  std::ranges::sort(pieces, {}, same);
  return pieces;
}

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

TourChange change_of(const Piece* before, const Piece* after) {
  const Piece& known = after != nullptr ? *after : *before;
  TourChange change;
  change.delivery = known.delivery;
  change.nation = known.nation;
  change.offer = known.offer;
  change.requirement = known.requirement;
  change.quantity = known.quantity;
  if (before != nullptr) {
    change.before = before->period;
    change.degree_before = before->degree;
  }
  if (after != nullptr) {
    change.after = after->period;
    change.degree_after = after->degree;
  }
  change.kind = after == nullptr    ? TourChange::Kind::removed
                : before == nullptr ? TourChange::Kind::added
                                    : TourChange::Kind::moved;
  return change;
}

// Walks through two lists that are sorted by key(piece): pair(a, b) where both have a piece of one
// key, first with first, and alone(piece, is_before) for what is left over.
void walk(const std::vector<Piece>& before,
          const std::vector<Piece>& after,
          const auto& key,
          const auto& pair,
          const auto& alone) {
  auto a = before.begin();
  auto b = after.begin();
  while (a != before.end() || b != after.end()) {
    if (b == after.end() || (a != before.end() && key(*a) < key(*b)))
      alone(*a++, true);
    else if (a == before.end() || key(*b) < key(*a))
      alone(*b++, false);
    else
      pair(*a++, *b++);
  }
}

// Takes the pieces that both plans hold out of both lists; a change of degree is noted.
void match_same(std::vector<Piece>& before, std::vector<Piece>& after, Comparison& comparison) {
  std::vector<Piece> only_before, only_after;
  walk(
      before,
      after,
      [](const Piece& piece) { return piece.same(); },
      [&](const Piece& piece, const Piece& twin) {
        if (twin.degree == piece.degree) return;
        TourChange change = change_of(&piece, &twin);
        change.kind =
            twin.degree < piece.degree ? TourChange::Kind::firmer : TourChange::Kind::softer;
        comparison.changes.push_back(std::move(change));
      },
      [&](const Piece& piece, bool is_before) {
        (is_before ? only_before : only_after).push_back(piece);
      });
  before = std::move(only_before);
  after = std::move(only_after);
}

// Pairs what is left of one offer on one requirement, in order of days.
void match_moved(const std::vector<Piece>& before,
                 const std::vector<Piece>& after,
                 Comparison& comparison) {
  walk(
      before,
      after,
      [](const Piece& piece) { return piece.place(); },
      [&](const Piece& piece, const Piece& twin) {
        comparison.changes.push_back(change_of(&piece, &twin));
      },
      [&](const Piece& piece, bool is_before) {
        comparison.changes.push_back(is_before ? change_of(&piece, nullptr)
                                               : change_of(nullptr, &piece));
      });
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

std::map<std::string, Wide> unmet_by_requirement(const Scenario& scenario,
                                                 const judge::Verdict& verdict) {
  std::map<std::string, Wide> unmet;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    Wide sum = 0;
    for (const judge::Stretch& stretch : verdict.coverage[id]) {
      sum += static_cast<Wide>(stretch.unmet().count()) * stretch.period.length().count();
    }
    unmet[scenario->requirements[id].key] = sum;
  }
  return unmet;
}

std::vector<FillChange> fill_changes(const std::map<std::string, Wide>& before,
                                     const std::map<std::string, Wide>& after) {
  std::map<std::string, FillChange> all;
  for (const auto& [key, unmet] : before) all[key] = {key, unmet, 0};
  for (const auto& [key, unmet] : after) {
    all[key].requirement = key;
    all[key].unmet_after = unmet;
  }
  std::vector<FillChange> changes;
  for (const auto& [key, change] : all) {
    if (change.unmet_before != change.unmet_after) changes.push_back(change);
  }
  return changes;
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

}  // namespace

Comparison compare(const Scenario& before_scenario,
                   const Plan& before,
                   const Scenario& after_scenario,
                   const Plan& after) {
  Comparison comparison;
  std::vector<Piece> old_pieces = pieces_of(before_scenario, before);
  std::vector<Piece> new_pieces = pieces_of(after_scenario, after);
  match_same(old_pieces, new_pieces, comparison);
  match_moved(old_pieces, new_pieces, comparison);
  for (TourChange& change : comparison.changes) {
    change.waited_for = waited_for(before_scenario, after_scenario, change.offer);
  }
  std::ranges::sort(comparison.changes, {}, [](const TourChange& change) {
    const Period first = change.after ? *change.after : *change.before;
    return std::tuple{
        change.nation, change.offer, change.requirement, first.from, first.until, change.kind};
  });
  const auto old_requirements = keys_of(before_scenario->requirements);
  const auto new_requirements = keys_of(after_scenario->requirements);
  comparison.requirements_added = only_in(new_requirements, old_requirements);
  comparison.requirements_removed = only_in(old_requirements, new_requirements);
  comparison.offers_added =
      only_in(keys_of(after_scenario->offers), keys_of(before_scenario->offers));
  comparison.offers_removed =
      only_in(keys_of(before_scenario->offers), keys_of(after_scenario->offers));
  comparison.released = released(before_scenario, after_scenario);
  const judge::Verdict old_verdict = judge::evaluate(before_scenario, before, {});
  const judge::Verdict new_verdict = judge::evaluate(after_scenario, after, {});
  comparison.unmet_before = old_verdict.goals.unmet;
  comparison.unmet_after = new_verdict.goals.unmet;
  comparison.fill = fill_changes(unmet_by_requirement(before_scenario, old_verdict),
                                 unmet_by_requirement(after_scenario, new_verdict));
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

}  // namespace muster::explain
