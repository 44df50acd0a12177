// SPDX-License-Identifier: Apache-2.0
#include "model/scenario.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "support/situation.hpp"

namespace muster {
namespace {

using support::day;
using support::offer_of;
using support::period;
using support::requirement_of;
using support::Situation;

Id<Capability> capability_of(const Scenario& scenario, std::string_view key) {
  for (const Id<Capability> id : scenario->capabilities.ids())
    if (scenario->capabilities[id].key == key) return id;
  throw std::invalid_argument{"no such capability"};
}

TEST(Scenario, HoldsWhatTheDraftSays) {
  Situation s;
  s.policy("slow", {{"tour_min_days", "90"}, {"dwell_ratio", "1.5"}, {"recovery_days", "10"}});
  s.unit("battery", {{"policy", "slow"}, {"personnel", "120"}, {"notice_days", "30"}});
  s.requirement("air", {{"overlap_days", "14"}, {"lead_share", "0.25"}, {"notice_days", "60"}});
  s.offer("NLD-battery", "battery", {{"cost_eur", "2000"}, {"cost_per", "day"}});
  const Scenario scenario = s.build();
  const Policy& policy = scenario->policies[Id<Policy>{0}];
  EXPECT_EQ(policy.tour_min_days, 90);
  EXPECT_EQ(policy.tour_max_days, std::nullopt);
  EXPECT_EQ(policy.dwell_permille, 1500);
  EXPECT_EQ(policy.recovery_days, 10);
  const Requirement& air = scenario->requirements[requirement_of(scenario, "air")];
  EXPECT_EQ(air.quantity, Amount{1000});
  EXPECT_EQ(air.lead_share_permille, 250);
  EXPECT_EQ(air.overlap_days, 14);
  const Offer& offer = scenario->offers[offer_of(scenario, "NLD-battery")];
  EXPECT_EQ(offer.cost, Euros{2000});
  EXPECT_EQ(offer.cost_per, CostPer::day);
  EXPECT_EQ(offer.quantity, 1);
  EXPECT_EQ(scenario->units[offer.unit].personnel, Persons{120});
}

TEST(Scenario, ResolvesTimeAndPlaceFromTheActivityThenAsOfAndHorizon) {
  Situation s;
  s.activity("exercise", {{"from", "2024-03-01"}, {"until", "2024-06-01"}, {"place", "skopje"}});
  s.requirement("inherits", {{"activity", "exercise"}, {"from", ""}, {"until", ""}});
  s.requirement("open", {{"from", ""}, {"until", ""}});
  const Scenario scenario = s.build();
  const Requirement& inherits = scenario->requirements[requirement_of(scenario, "inherits")];
  EXPECT_EQ(inherits.period, period("2024-03-01", "2024-06-01"));
  EXPECT_TRUE(inherits.place.has_value());
  const Requirement& open = scenario->requirements[requirement_of(scenario, "open")];
  EXPECT_EQ(open.period, period("2024-01-01", "2025-01-01"));
}

TEST(Scenario, HorizonCoversEveryRequirement) {
  Situation s;
  s.requirement("early", {{"from", "2023-05-01"}, {"until", "2023-08-01"}});
  s.requirement("late", {{"from", "2024-05-01"}, {"until", "2026-08-01"}});
  s.requirement("open", {{"from", "2024-05-01"}, {"until", ""}});
  const Scenario scenario = s.build();
  EXPECT_EQ(scenario->horizon, period("2023-05-01", "2026-08-01"));
  EXPECT_EQ(scenario->requirements[requirement_of(scenario, "open")].period.until,
            day("2025-01-01"));
}

TEST(Scenario, WithoutAHorizonOpenEndsAreCutAtTheLatestStatedEnd) {
  Situation s;
  s.draft().horizon.clear();
  s.requirement("closed", {{"until", "2024-09-01"}});
  s.requirement("open", {{"until", ""}});
  const Scenario scenario = s.build();
  EXPECT_EQ(scenario->horizon.until, day("2024-09-01"));
}

TEST(Scenario, WithoutAsOfTheLatestSourceCounts) {
  Situation s;
  s.draft().as_of.clear();
  s.row("sources", {{"source", "a"}, {"title", "A"}, {"date", "2023-10-25"}});
  s.row("sources", {{"source", "b"}, {"title", "B"}, {"date", "2023-10-05"}});
  EXPECT_EQ(s.build()->as_of, day("2023-10-25"));
}

TEST(Scenario, AnOfferWithoutAUnitIsAUnitOfItsOwn) {
  Situation s;
  s.unit("battery");
  s.offer("DEU-tanks", "", {{"nation", "DEU"}, {"capability", "tanks"}, {"quantity", "12"}});
  const Scenario scenario = s.build();
  const Offer& offer = scenario->offers[offer_of(scenario, "DEU-tanks")];
  const Unit& unit = scenario->units[offer.unit];
  EXPECT_EQ(unit.key, "DEU-tanks");
  EXPECT_TRUE(unit.implied);
  EXPECT_FALSE(unit.divisible);
  EXPECT_EQ(unit.quantity, 12);
  EXPECT_EQ(offer.unit.index(), 1U);  // implied units come last
}

TEST(Scenario, WorthFollowsTheTreeThenTheSubstitutions) {
  Situation s;
  s.capability("mountain", "unit", {{"parent", "infantry"}});
  s.capability("medics", "person", {{"parent", "infantry"}});
  s.capability("engineers", "unit");
  s.row("substitutions", {{"wanted", "mountain"}, {"offered", "infantry"}, {"worth", "0.75"}});
  s.row("substitutions", {{"wanted", "infantry"}, {"offered", "mountain"}, {"worth", "0.1"}});
  const Scenario scenario = s.build();
  const auto worth = [&](std::string_view offered, std::string_view wanted) {
    return scenario.worth_permille(capability_of(scenario, offered),
                                   capability_of(scenario, wanted));
  };
  EXPECT_EQ(worth("infantry", "infantry"), 1000);
  EXPECT_EQ(worth("mountain", "infantry"), 1000);  // below it in the tree: the declared 0.1 is idle
  EXPECT_EQ(worth("infantry", "mountain"), 750);
  EXPECT_EQ(worth("engineers", "infantry"), 0);
  EXPECT_EQ(worth("medics", "infantry"), 0);  // another measure
}

TEST(Scenario, AWholeUnitServesWithItsBestCapability) {
  Situation s;
  s.capability("medics", "person");
  s.unit("company", {{"capability", "people"}, {"quantity", "100"}});
  s.row("unit_capabilities", {{"unit", "company"}, {"capability", "medics"}, {"quantity", "12"}});
  s.offer("all", "company", {{"until", "2024-02-01"}});
  s.offer("half", "company", {{"from", "2024-02-01"}, {"until", "2024-03-01"}, {"quantity", "50"}});
  s.offer("doctors", "company", {{"from", "2024-03-01"}, {"capability", "medics"}});
  s.requirement("care", {{"capability", "medics"}});
  s.requirement("crowd", {{"capability", "people"}, {"quantity", "500"}});
  const Scenario scenario = s.build();
  const auto contribution = [&](std::string_view offer, std::string_view requirement) {
    const Id<Offer> id = offer_of(scenario, offer);
    return scenario.contribution(
        id, requirement_of(scenario, requirement), scenario->offers[id].quantity);
  };
  EXPECT_EQ(contribution("all", "crowd"), Amount{100'000});
  EXPECT_EQ(contribution("all", "care"), Amount{12'000});
  EXPECT_EQ(contribution("half", "care"), Amount{0});
  EXPECT_EQ(contribution("doctors", "care"), Amount{12'000});
  EXPECT_EQ(contribution("doctors", "crowd"), Amount{0});
}

TEST(Scenario, MoneyIsCountedInThousandthsOfAMillion) {
  EXPECT_EQ(to_amount(Measure::money, 4'200'000), Amount{4200});
  EXPECT_EQ(to_amount(Measure::person, 90), Amount{90'000});
}

TEST(Scenario, KinAreAUnitAndItsPartsAtAnyDepth) {
  Situation s;
  s.unit("brigade");
  s.unit("battalion", {{"part_of", "brigade"}});
  s.unit("company", {{"part_of", "battalion"}});
  s.unit("sister", {{"part_of", "brigade"}});
  const Scenario scenario = s.build();
  const Id<Unit> brigade{0};
  const Id<Unit> battalion{1};
  const Id<Unit> company{2};
  const Id<Unit> sister{3};
  EXPECT_TRUE(scenario.is_kin(company, brigade));
  EXPECT_TRUE(scenario.is_kin(brigade, company));
  EXPECT_TRUE(scenario.is_kin(company, company));
  EXPECT_FALSE(scenario.is_kin(sister, battalion));
}

TEST(Scenario, RowsOfOneConditionAreItsActs) {
  Situation s;
  for (const char* party : {"HUN", "TUR"})
    s.row("conditions",
          {{"condition", "accession"}, {"name", "ratify"}, {"party", party}, {"status", "open"}});
  s.unit("battery");
  s.offer("swedish", "battery", {{"condition", "accession"}});
  const Scenario scenario = s.build();
  ASSERT_EQ(scenario->conditions.size(), 1U);
  EXPECT_EQ(scenario->conditions[Id<Condition>{0}].acts.size(), 2U);
  EXPECT_TRUE(scenario->offers[Id<Offer>{0}].condition.has_value());
}

TEST(Scenario, ACeilingWithoutAnEndStandsToTheHorizon) {
  Situation s;
  s.requirement("air");
  s.row("ceilings", {{"nation", "NLD"}, {"from", "2024-02-01"}, {"personnel", "400"}});
  EXPECT_EQ(s.build()->ceilings[Id<Ceiling>{0}].period, period("2024-02-01", "2025-01-01"));
}

TEST(Scenario, AnEmptySituationIsOne) {
  const Scenario scenario = Situation{}.build();
  EXPECT_EQ(scenario->horizon, period("2024-01-01", "2025-01-01"));
}

// useful_for and useful hold exactly the pairs that contribute, however they come about.
TEST(Scenario, KnowsWhichOffersAreOfUseWhere) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    generate::Sizes sizes;
    sizes.units = sizes.requirements = 40;
    sizes.capabilities = 6;
    sizes.shares.further = 50;
    const Result<Scenario> built = Scenario::build(generate::generate(sizes, seed));
    ASSERT_TRUE(built);
    const Scenario& scenario = *built;
    for (const Id<Offer> offer : scenario->offers.ids()) {
      std::vector<Id<Requirement>> expected;
      for (const Id<Requirement> id : scenario->requirements.ids()) {
        const bool is_of_use =
            scenario.contribution(offer, id, scenario->offers[offer].quantity) != Amount{};
        if (is_of_use) expected.push_back(id);
        const auto& useful = scenario.useful(scenario->requirements[id].capability);
        EXPECT_EQ(std::ranges::binary_search(useful, offer), is_of_use);
      }
      EXPECT_EQ(scenario.useful_for(offer), expected) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace muster
