// SPDX-License-Identifier: Apache-2.0
// The world that forces and requirements stand in.
#include <algorithm>
#include <array>
#include <span>

#include "generate/invent/invention.hpp"

namespace muster::generate {
namespace {

struct Country {
  std::string_view key, name;
};

constexpr std::array<Country, most_nations> countries{
    {{"NLD", "Netherlands"},    {"DEU", "Germany"},    {"FRA", "France"},
     {"GBR", "United Kingdom"}, {"NOR", "Norway"},     {"POL", "Poland"},
     {"ITA", "Italy"},          {"ESP", "Spain"},      {"DNK", "Denmark"},
     {"SWE", "Sweden"},         {"FIN", "Finland"},    {"CAN", "Canada"},
     {"ROU", "Romania"},        {"BEL", "Belgium"},    {"CZE", "Czechia"},
     {"EST", "Estonia"},        {"LVA", "Latvia"},     {"LTU", "Lithuania"},
     {"PRT", "Portugal"},       {"GRC", "Greece"},     {"HUN", "Hungary"},
     {"SVK", "Slovakia"},       {"SVN", "Slovenia"},   {"HRV", "Croatia"},
     {"BGR", "Bulgaria"},       {"LUX", "Luxembourg"}, {"AUT", "Austria"},
     {"IRL", "Ireland"},        {"ISL", "Iceland"},    {"TUR", "Türkiye"},
     {"USA", "United States"},  {"ALB", "Albania"}}};

void invent_package(Invention& it) {
  const std::string seed = std::to_string(it.seed);
  it.draft.name = "invented-" + seed;
  it.draft.title = "An invented situation, seed " + seed;
  it.draft.as_of = to_text(it.horizon.from);
  it.draft.horizon = to_text(it.horizon.until);
  it.draft.add(
      "sources",
      {{"source", "invented"},
       {"title", "Invented by muster generate with seed " + seed},
       {"official", "false"},
       {"note", "No row of this data set speaks of anything real but the nations' names."}});
}

void invent_nations(Invention& it) {
  Random random = it.stream(Cause::ground);
  for (int i = 0; i < it.sizes.nations; ++i) {
    const Country& country = countries.at(static_cast<std::size_t>(i));
    it.nations.emplace_back(country.key);
    it.add("nations",
           {{"nation", std::string{country.key}},
            {"name", std::string{country.name}},
            {"population", std::to_string(1'000'000 * random.between(1, 80))}});
  }
}

void invent_capabilities(Invention& it) {
  const std::array<std::array<std::string_view, 3>, 6> tops{{{"land", "Land forces", "unit"},
                                                             {"air", "Air forces", "aircraft"},
                                                             {"sea", "Naval forces", "vessel"},
                                                             {"people", "People", "person"},
                                                             {"vehicle", "Vehicle", "piece"},
                                                             {"fund", "Money", "EUR"}}};
  for (const auto& [key, name, measure] : tops)
    it.add("capabilities",
           {{"capability", std::string{key}},
            {"name", std::string{name}},
            {"measure", std::string{measure}}});
  // Substitutions speak of some of the first, whether units have them or not.
  constexpr std::size_t always = 15;
  const std::size_t count = std::max(always, static_cast<std::size_t>(it.sizes.capabilities));
  for (const Kind& kind : std::span{kinds()}.first(count))
    it.add("capabilities",
           {{"capability", std::string{kind.key}},
            {"name", std::string{kind.key}},
            {"parent", std::string{kind.parent}},
            {"measure", std::string{kind.measure}}});
  const std::array<std::array<std::string_view, 3>, 4> stand_ins{
      {{"infantry-battalion", "armour-battalion", "0.5"},
       {"engineer-company", "logistics-company", "0.25"},
       {"helicopter", "transport-aircraft", "0.5"},
       {"staff-officers", "instructors", "0.8"}}};
  for (const auto& [wanted, offered, worth] : stand_ins)
    it.add("substitutions",
           {{"wanted", std::string{wanted}},
            {"offered", std::string{offered}},
            {"worth", std::string{worth}}});
}

// Each weighs half of the one before it; the last weighs 1.
void invent_priorities(Invention& it) {
  for (int i = 1; i <= it.sizes.tiers; ++i) {
    const std::string number = std::to_string(i);
    const std::int64_t weight = std::int64_t{1} << (it.sizes.tiers - i);
    it.add("priorities",
           {{"priority", "p" + number},
            {"name", "Priority " + number},
            {"weight", std::to_string(weight)}});
  }
}

void invent_places(Invention& it) {
  for (std::size_t i = 0; i < it.nations.size(); ++i) {
    Random random = it.stream(Cause::ground, 100 + i);
    const std::string key = "place-" + std::to_string(i + 1);
    it.places.push_back(key);
    it.add("places",
           {{"place", key},
            {"name", "Place " + std::to_string(i + 1)},
            {"nation", it.nations[i]},
            {"latitude", std::to_string(random.between(38, 65))},
            {"longitude", std::to_string(random.between(-8, 40))}});
  }
}

void invent_activities(Invention& it) {
  const std::array<std::string_view, 3> organisations{"NATO", "EU", "UN"};
  const std::array<std::string_view, 4> words{"plan", "mission", "operation", "posture"};
  const std::size_t count = 1 + static_cast<std::size_t>(it.sizes.requirements) / 10;
  for (std::size_t i = 0; i < count; ++i) {
    Random random = it.stream(Cause::ground, 1000 + i);
    const std::string key = "activity-" + std::to_string(i + 1);
    it.activities.push_back(key);
    it.leads.push_back(pick(random, it.nations.size()));
    it.add("activities",
           {{"activity", key},
            {"name", "Activity " + std::to_string(i + 1)},
            {"kind", std::string{words.at(pick(random, words.size()))}},
            {"organisation", std::string{organisations.at(pick(random, organisations.size()))}},
            {"lead", it.nations[it.leads.back()]},
            {"place", it.places[pick(random, it.places.size())]}});
  }
}

// One in three stays open without a date, one has a date, one is granted.
void invent_conditions(Invention& it) {
  constexpr int count = 3;
  for (int i = 1; i <= count; ++i) {
    Random random = it.stream(Cause::ground, 10'000 + static_cast<std::size_t>(i));
    const std::string key = "condition-" + std::to_string(i);
    it.conditions.push_back(key);
    const std::string day = to_text(month_within(random, it.horizon));
    it.add("conditions",
           {{"condition", key},
            {"name", "Mandate"},
            {"party", it.nations[pick(random, it.nations.size())]},
            {"status", i == 3 ? "granted" : "open"},
            {"on", i == 3 ? day : ""},
            {"expected_on", i == 2 ? day : ""}});
  }
}

}  // namespace

void invent_ground(Invention& it) {
  invent_package(it);
  invent_nations(it);
  invent_capabilities(it);
  invent_priorities(it);
  invent_places(it);
  invent_activities(it);
  invent_conditions(it);
}

}  // namespace muster::generate
