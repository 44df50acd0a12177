// SPDX-License-Identifier: Apache-2.0
// What two plans hold, in words that mean the same in both, and how it pairs.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "explain/compare.hpp"

namespace muster::explain {

// A stay of one offer on one requirement, or a delivery.
struct Piece {
  std::string offer, requirement, nation, unit;  // keys
  bool delivery = false;
  Period period{};  // of a delivery: its day
  std::int64_t quantity = 0;
  Counting degree = Counting::best;
  Id<Offer> offer_id{0};
  Id<Requirement> requirement_id{0};
  [[nodiscard]] auto place() const { return std::tie(offer, requirement, delivery); }
  [[nodiscard]] auto same() const {
    return std::tuple{std::tie(offer, requirement, delivery), period.from, period.until, quantity};
  }
};
// Sorted by what makes them the same.
[[nodiscard]] std::vector<Piece> pieces_of(const Scenario& scenario, const Plan& plan);

// At least one side is there.
struct Match {
  TourChange::Kind kind = TourChange::Kind::added;
  std::optional<Piece> before, after;
  [[nodiscard]] const Piece& known() const { return after ? *after : *before; }
};
struct Pairing {
  std::vector<Match> changes;
  std::size_t kept = 0;
};
[[nodiscard]] Pairing pair_up(const std::vector<Piece>& before, const std::vector<Piece>& after);

[[nodiscard]] bool is_met(const Condition& condition);

}  // namespace muster::explain
