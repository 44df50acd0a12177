// SPDX-License-Identifier: Apache-2.0
// Draft → nouns. Reads as much as can be read: a row without its key or without something that it
// must refer to is left out, and so is what hangs on it; check_schema has said why. So the checks
// that need more than one table run on doubtful data too, and all problems come at once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.hpp"

#include "model/draft.hpp"
#include "model/reading/findings.hpp"
#include "model/reading/row.hpp"
#include "model/scenario.hpp"

namespace muster::reading {

template <class Thing>
using Keys = std::map<std::string, Id<Thing>, std::less<>>;

template <class Thing>
std::optional<Id<Thing>> find(const Keys<Thing>& keys, std::string_view key) {
  const auto found = keys.find(key);
  if (found == keys.end()) return std::nullopt;
  return found->second;
}

// Where the things of one table were read, and by which keys they are found.
template <class Thing>
struct Origin {
  Keys<Thing> keys;
  Table<Thing, const DraftRow*> rows;
};

struct Substitution {
  Id<Capability> wanted{0}, offered{0};
  int worth_permille = 0;
  const DraftRow* row = nullptr;
};

struct Reading {
  explicit Reading(const Draft& from) : draft{from} {}

  const Draft& draft;
  Nouns nouns;
  Origin<Nation> nation;
  Origin<Capability> capability;
  Origin<Place> place;
  Origin<Theme> theme;
  Origin<Activity> activity;
  Origin<Priority> priority;
  Origin<Requirement> requirement;
  Origin<Policy> policy;
  Origin<Unit> unit;  // of an implied unit: the row of its offer
  Origin<Condition> condition;
  Origin<Budget> budget;
  Origin<Offer> offer;
  Origin<Delivery> delivery;
  Origin<Future> future;
  Table<Ceiling, const DraftRow*> ceiling_rows;
  Table<Stock, const DraftRow*> stock_rows;
  std::vector<const DraftRow*> double_use_rows;  // parallel to nouns.double_uses
  std::vector<const DraftRow*> pin_rows;         // parallel to nouns.pins
  std::vector<Substitution> substitutions;

  [[nodiscard]] Row row(std::string_view table, const DraftRow& draft_row) const {
    return {draft.table(table), draft_row};
  }
};

// The steps, in this order; each needs those before it.
void read_ground(Reading& reading);  // sources, nations, capabilities, places, activities, …
void read_time(Reading& reading, Findings& findings);          // as_of
void read_requirements(Reading& reading, Findings& findings);  // with the horizon
void read_units(Reading& reading);                             // units, their further capabilities
void read_offers(Reading& reading, Findings& findings);  // with implied units, caveats, double use
void read_pins(Reading& reading, Findings& findings);    // what persons say of tours
void read_futures(Reading& reading);                     // and what is lost in them
void read_side_rows(
    Reading& reading);  // deliveries, ceilings, fair shares, stocks, programmes, promises, claims

}  // namespace muster::reading
