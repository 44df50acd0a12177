// SPDX-License-Identifier: Apache-2.0
// Who bears how much of a plan, against a key; and what the plan is without one nation.
//
// Of every measure four sums are kept: all; by offers without caveats; what is firm; and both.
//   people-days  people of tours of the kind presence × days; of a double use once
//   units        units with a tour, each once, a pool too; kinds presence and on_call
//   equipment    quantity delivered of what is not money, whatever it is counted in
//   money        EUR delivered, and the cost of offers and units used
// A tour within its offer's window is as firm as the offer, the days of the extension are not firm.
// Shares are thousandths, rounded to the nearest. Gini, over nations i with burden bᵢ and key kᵢ,
// as the mean difference of burdens by key:
//   G = Σᵢ Σⱼ |bᵢ kⱼ − bⱼ kᵢ| ÷ (2 Σ b Σ k)
// 0: every nation bears as its key says; near 1: one nation of a small key bears all.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "judge/judge.hpp"

namespace muster::explain {

enum class BurdenMeasure : std::uint8_t { people_days, units, equipment, money };
inline constexpr std::array<BurdenMeasure, 4> burden_measures{BurdenMeasure::people_days,
                                                              BurdenMeasure::units,
                                                              BurdenMeasure::equipment,
                                                              BurdenMeasure::money};
[[nodiscard]] std::string_view to_text(BurdenMeasure measure);

enum class BurdenPart : std::uint8_t { all, uncaveated, firm, firm_uncaveated };
inline constexpr std::array<BurdenPart, 4> burden_parts{
    BurdenPart::all, BurdenPart::uncaveated, BurdenPart::firm, BurdenPart::firm_uncaveated};
[[nodiscard]] std::string_view to_text(BurdenPart part);

struct BurdenSums {
  std::array<Wide, 4> of{};  // by BurdenPart
  [[nodiscard]] Wide operator[](BurdenPart part) const {
    return of[static_cast<std::size_t>(part)];
  }
};
using Burdens = std::array<BurdenSums, 4>;  // by BurdenMeasure

// What each nation should bear, in any unit; none: not stated.
using BurdenKey = Table<Nation, std::optional<std::int64_t>>;

struct NationBurden {
  Id<Nation> nation{0};
  std::optional<std::int64_t> key;
  Burdens burdens{};
  Wide leaves = 0, leaves_weighted = 0;  // unmet in addition, thousandths × days, without it
  [[nodiscard]] const BurdenSums& operator[](BurdenMeasure measure) const {
    return burdens[static_cast<std::size_t>(measure)];
  }
};

// A line that is less filled without a nation.
struct LineLoss {
  Id<Requirement> requirement{0};
  Wide before = 0, after = 0;  // unmet, thousandths × days
  Wide weighted = 0;           // what is lost, by weight
};
// All its tours and deliveries go, nothing is planned anew.
struct Withdrawal {
  Id<Nation> nation{0};
  std::size_t tours = 0, deliveries = 0;
  Wide before = 0, after = 0, weighted_before = 0, weighted_after = 0;
  std::vector<LineLoss> lines;   // the most weighty first
  std::size_t rules_broken = 0;  // violations that the plan did not have
};

struct BurdenAnswer {
  std::vector<NationBurden> nations;  // that offer or give anything, in the order of the table
  Burdens total{};
  std::size_t compared = 0;  // nations that state the key
  // Over the nations that state the key; none where they bear or should bear nothing.
  std::array<std::array<std::optional<std::int64_t>, 4>, 4> gini{};  // by measure, part
  std::size_t units_without_people = 0;  // indivisible units on presence tours that state none
  std::optional<Withdrawal> withdrawal;  // none: no nation gives anything
};

// `without`: the nation whose withdrawal is told; none: the one that leaves most unmet, by weight.
[[nodiscard]] BurdenAnswer burden(const Scenario& scenario,
                                  const Plan& plan,
                                  const judge::Verdict& verdict,
                                  const BurdenKey& key,
                                  std::optional<Id<Nation>> without);

// Thousandths of a whole, to the nearest; 0 of nothing.
[[nodiscard]] std::int64_t permille(Wide part, Wide whole);

struct Bearing {
  Wide burden = 0, key = 0;
};
// In thousandths; none where burdens or keys sum to nothing.
[[nodiscard]] std::optional<std::int64_t> gini(const std::vector<Bearing>& nations);

}  // namespace muster::explain
