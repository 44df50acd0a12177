// SPDX-License-Identifier: Apache-2.0
// Invents situations: the same sizes and seed give the same draft, byte for byte, on every machine.
// Every draft is one that Scenario::build accepts. docs/generate.md tells the distributions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/draft.hpp"

namespace muster::generate {

// How often something occurs, in percent of the things that it may occur to.
struct Shares {
  int pools = 10;          // of units: divisible
  int parts = 4;           // of units: part of an earlier unit of the nation
  int further = 8;         // of units: a further capability
  int without_policy = 5;  // of units
  int second_offers = 10;  // of units: offered in two windows, one after the other
  int scoped = 15;         // of offers: for one activity or one requirement only
  int open_windows = 60;   // of offers: for the whole time
  int minimum_terms = 10;  // of offers
  int extensions = 10;     // of offers with an end
  int conditions = 8;      // of offers
  int caveats = 10;        // of offers
  int budgets = 15;        // of offers with a cost
  int on_call = 15;        // of requirements
  int deliveries = 10;     // of requirements
  int nation_limits = 15;  // of requirements: max_nations
  int lead_shares = 5;     // of requirements
  int handovers = 20;      // of requirements: overlap_days
  int ceilings = 30;       // of nations
  int stocks = 50;         // of nations, for each kind of thing that is delivered
  int double_use = 2;      // of units
};

// Only the rules of single units: nothing that ties several together, and no deliveries.
[[nodiscard]] Shares plain_shares();

struct Sizes {
  int units = 60;         // what is delivered comes on top
  int requirements = 60;  // those of deliveries among them
  int months = 36;        // of the horizon, from 2024-01-01
  int nations = 12;
  int capabilities = 15;  // kinds that units have; few kinds compete more
  int popularity = 0;  // percent by which a kind is rarer than the one before it; 0: all as likely
  int tiers = 4;       // priorities
  int tour_months_least = 4, tour_months_most = 7;  // the range that policies draw from
  int demand_percent = 115;  // of the unit-days that the tempo of all units together allows
  Shares shares;
};

// The sizes of the published set (docs/generate.md): "S", "M", "L", "XL"; nothing for other words.
[[nodiscard]] std::optional<Sizes> published_sizes(std::string_view name);
inline constexpr std::string_view published_names[] = {"S", "M", "L", "XL"};

// One number of Sizes, by the name that people call it.
struct Parameter {
  std::string_view group, name, what;
  int least, most;
  int& (*in)(Sizes& sizes);
};
// Every number that Sizes and its Shares hold, group by group.
[[nodiscard]] std::span<const Parameter> parameters();

// Small enough to enumerate every plan: 3 to 5 units, 2 or 3 requirements, 4 to 6 months, tours of
// 1 to 3 months, two kinds of capability, pools of at most 3.
[[nodiscard]] Sizes tiny_sizes(std::uint64_t seed);

// Demands the ranges of the parameters, and that the shortest tour is no longer than the longest.
[[nodiscard]] Draft generate(const Sizes& sizes, std::uint64_t seed);

}  // namespace muster::generate
