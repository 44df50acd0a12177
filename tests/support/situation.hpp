// SPDX-License-Identifier: Apache-2.0
// A small, readable way to write a data set in a test:
//
//   Situation s;
//   s.unit("battery");
//   s.requirement("skopje-air", {{"from", "2024-01-01"}, {"until", "2024-07-01"}});
//   s.offer("NLD-battery", "battery", {{"until", "2024-04-01"}});
//   const Scenario scenario = s.build();
//
// What a test does not say is chosen so that nothing stands in the way. There from the start:
// nation NLD (and DEU, DNK), capability `infantry` (measure unit) and `people` (person), `tanks`
// (piece), `fund` (EUR); place `skopje` (no nation); activity `mission` (led by NLD, at skopje, of
// NATO); priorities `p1` to `p4` with the weights 1000, 100, 10, 1; as_of 2024-01-01, horizon
// 2025-01-01. Every row stands in "<table>.csv" at the line where the file would have it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster::support {

using Fields = std::vector<FieldText>;

// "2024-01-01"; throws where the text is no date.
[[nodiscard]] inline Day day(std::string_view text) {
  const auto parsed = parse_day(text);
  if (!parsed) throw std::invalid_argument{"not a date: " + std::string{text}};
  return *parsed;
}
[[nodiscard]] inline Period period(std::string_view from, std::string_view until) {
  return {day(from), day(until)};
}

// One line a problem, as people see it.
[[nodiscard]] inline std::string in_words(const Problems& problems) {
  std::string text;
  for (const Problem& it : problems) {
    text += it.file + ":" + std::to_string(it.line) + ":" + it.column + ": " + it.what + "\n";
    if (!it.advice.empty()) text += "  " + it.advice + "\n";
  }
  return text;
}

class Situation {
 public:
  Situation() {
    draft_.name = "situation";
    draft_.title = "A situation of a test";
    draft_.as_of = "2024-01-01";
    draft_.horizon = "2025-01-01";
    for (const char* key : {"NLD", "DEU", "DNK"}) nation(key);
    capability("infantry", "unit");
    capability("people", "person");
    capability("tanks", "piece");
    capability("fund", "EUR");
    row("places", {{"place", "skopje"}, {"name", "Skopje"}});
    row("activities",
        {{"activity", "mission"},
         {"name", "A mission"},
         {"kind", "mission"},
         {"organisation", "NATO"},
         {"lead", "NLD"},
         {"place", "skopje"}});
    const std::vector<std::string> weights{"1000", "100", "10", "1"};
    for (std::size_t i = 0; i < weights.size(); ++i)
      row("priorities", {{"priority", "p" + std::to_string(i + 1)}, {"weight", weights[i]}});
  }

  // A row of any table; fields not named are empty, of a field named twice the last counts.
  Situation& row(std::string_view table, const Fields& fields) {
    draft_.add(table, fields);
    std::vector<DraftRow>& rows = draft_.table(table).rows;
    place_row(rows.back(), static_cast<std::uint32_t>(rows.size() + 1));
    return *this;
  }

  Situation& nation(std::string_view key, const Fields& more = {}) {
    return row("nations", with({{"nation", std::string{key}}, {"name", std::string{key}}}, more));
  }
  Situation& capability(std::string_view key, std::string_view measure, const Fields& more = {}) {
    return row("capabilities",
               with({{"capability", std::string{key}},
                     {"name", std::string{key}},
                     {"measure", std::string{measure}}},
                    more));
  }
  Situation& activity(std::string_view key, const Fields& more = {}) {
    return row(
        "activities",
        with({{"activity", std::string{key}}, {"name", std::string{key}}, {"kind", "mission"}},
             more));
  }
  // One infantry of `mission` at p2, for the year 2024, unless said otherwise.
  Situation& requirement(std::string_view key, const Fields& more = {}) {
    return row("requirements",
               with({{"requirement", std::string{key}},
                     {"activity", "mission"},
                     {"capability", "infantry"},
                     {"quantity", "1"},
                     {"kind", "presence"},
                     {"priority", "p2"},
                     {"from", "2024-01-01"},
                     {"until", "2025-01-01"}},
                    more));
  }
  // A Dutch infantry unit without a policy, there always.
  Situation& unit(std::string_view key, const Fields& more = {}) {
    return row(
        "units",
        with({{"unit", std::string{key}}, {"nation", "NLD"}, {"capability", "infantry"}}, more));
  }
  // Of a unit, by the Netherlands, committed, for anything and always. An empty unit: give a
  // capability.
  Situation& offer(std::string_view key, std::string_view unit, const Fields& more = {}) {
    return row("offers",
               with({{"offer", std::string{key}},
                     {"unit", std::string{unit}},
                     {"nation", "NLD"},
                     {"status", "committed"}},
                    more));
  }
  Situation& policy(std::string_view key, const Fields& more) {
    return row("policies", with({{"policy", std::string{key}}}, more));
  }
  Situation& caveat(std::string_view offer, std::string_view rule, std::string_view value) {
    return row("caveats",
               {{"offer", std::string{offer}},
                {"rule", std::string{rule}},
                {"value", std::string{value}}});
  }

  [[nodiscard]] Draft& draft() { return draft_; }

  // Throws with the problems in words where there are any.
  [[nodiscard]] Scenario build() const {
    Result<Scenario> scenario = Scenario::build(draft_);
    if (!scenario) throw std::invalid_argument{in_words(scenario.error())};
    return *std::move(scenario);
  }
  // Empty where there are none.
  [[nodiscard]] Problems problems() const {
    const Result<Scenario> scenario = Scenario::build(draft_);
    return scenario ? Problems{} : scenario.error();
  }

 private:
  static Fields with(Fields fields, const Fields& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
  }
  // Cells stand four characters apart, so that columns differ.
  static void place_row(DraftRow& row, std::uint32_t line) {
    row.line = line;
    std::uint32_t column = 1;
    for (Cell& cell : row.cells) {
      cell.line = line;
      cell.column = column;
      column += 4;
    }
  }

  Draft draft_;
};

// The one with this key; throws where there is none.
[[nodiscard]] inline Id<Requirement> requirement_of(const Scenario& scenario,
                                                    std::string_view key) {
  const auto id = scenario.find_requirement(key);
  if (!id) throw std::invalid_argument{"no requirement " + std::string{key}};
  return *id;
}
[[nodiscard]] inline Id<Offer> offer_of(const Scenario& scenario, std::string_view key) {
  const auto id = scenario.find_offer(key);
  if (!id) throw std::invalid_argument{"no offer " + std::string{key}};
  return *id;
}

// A tour of the whole offer.
[[nodiscard]] inline Tour tour(const Scenario& scenario,
                               std::string_view offer,
                               std::string_view requirement,
                               Period days) {
  const Id<Offer> id = offer_of(scenario, offer);
  return {id, requirement_of(scenario, requirement), days, scenario->offers[id].quantity};
}

}  // namespace muster::support
