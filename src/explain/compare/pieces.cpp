// SPDX-License-Identifier: Apache-2.0
#include "explain/compare/pieces.hpp"

#include <algorithm>

namespace muster::explain {
namespace {

using Kind = TourChange::Kind;

Piece piece_of(const Scenario& scenario, const Tour& tour) {
  const Offer& offer = scenario->offers[tour.offer];
  Piece piece;
  piece.offer = offer.key;
  piece.requirement = scenario->requirements[tour.requirement].key;
  piece.nation = scenario->nations[offer.nation].key;
  piece.unit = scenario->units[offer.unit].key;
  piece.period = tour.period;
  piece.quantity = tour.quantity;
  piece.degree = judge::degree(scenario, tour);
  piece.offer_id = tour.offer;
  piece.requirement_id = tour.requirement;
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

struct Rest {
  std::vector<Piece> before, after;
};

// Sets the pieces aside that both plans hold; a change of degree is noted.
Rest match_same(const std::vector<Piece>& before,
                const std::vector<Piece>& after,
                Pairing& pairing) {
  Rest rest;
  walk(
      before,
      after,
      [](const Piece& piece) { return piece.same(); },
      [&](const Piece& piece, const Piece& twin) {
        if (twin.degree == piece.degree)
          ++pairing.kept;
        else
          pairing.changes.push_back(
              {twin.degree < piece.degree ? Kind::firmer : Kind::softer, piece, twin});
      },
      [&](const Piece& piece, bool is_before) {
        (is_before ? rest.before : rest.after).push_back(piece);
      });
  return rest;
}

}  // namespace

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

Pairing pair_up(const std::vector<Piece>& before, const std::vector<Piece>& after) {
  Pairing pairing;
  const Rest rest = match_same(before, after, pairing);
  walk(
      rest.before,
      rest.after,
      [](const Piece& piece) { return piece.place(); },
      [&](const Piece& piece, const Piece& twin) {
        pairing.changes.push_back({Kind::moved, piece, twin});
      },
      [&](const Piece& piece, bool is_before) {
        if (is_before)
          pairing.changes.push_back({Kind::removed, piece, std::nullopt});
        else
          pairing.changes.push_back({Kind::added, std::nullopt, piece});
      });
  return pairing;
}

bool is_met(const Condition& condition) {
  return std::ranges::all_of(condition.acts, [](const Condition::Act& act) {
    return act.status == ConditionStatus::granted;
  });
}

}  // namespace muster::explain
