// SPDX-License-Identifier: Apache-2.0
#include "explain/burden.hpp"

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "plan/plan.hpp"
#include "support/situation.hpp"

namespace muster::explain {
namespace {

using support::period;
using support::Situation;

const Period year = period("2024-01-01", "2025-01-01");

BurdenAnswer told(const Scenario& scenario, const Plan& plan) {
  BurdenKey key{scenario->nations.size()};
  for (const Id<Nation> id : scenario->nations.ids()) key[id] = scenario->nations[id].population;
  return burden(scenario, plan, judge::evaluate(scenario, plan, {}), key, std::nullopt);
}

const NationBurden& of_nation(const BurdenAnswer& answer,
                              const Scenario& scenario,
                              std::string_view key) {
  for (const NationBurden& nation : answer.nations) {
    if (scenario->nations[nation.nation].key == key) return nation;
  }
  throw std::runtime_error{"no such nation"};
}

TEST(Gini, OfKnownCases) {
  EXPECT_EQ(gini({{1, 1}, {1, 1}, {1, 1}}), 0);
  EXPECT_EQ(gini({{3, 30}, {1, 10}, {2, 20}}), 0);         // as the key says
  EXPECT_EQ(gini({{4, 1}, {0, 1}, {0, 1}, {0, 1}}), 750);  // one of four equal bears all: 1 − 1/4
  EXPECT_EQ(gini({{1, 1}, {3, 1}}), 250);
  EXPECT_EQ(gini({{1, 99}, {0, 1}}), 10);   // nearly as the key says
  EXPECT_EQ(gini({{0, 99}, {1, 1}}), 990);  // the smallest bears all
  EXPECT_FALSE(gini({{0, 1}, {0, 1}}));
  EXPECT_FALSE(gini({{1, 0}}));
  EXPECT_FALSE(gini({}));
}

TEST(Gini, IsThatOfTheLorenzCurve) {
  // Burdens 1, 2, 6 of keys 1, 1, 2: cumulated by burden per key (1, 2, 3), twice the area below
  // the curve is 1/4·1/9 + 1/4·(1/9 + 3/9) + 1/2·(3/9 + 1) = 29/36; Gini is 7/36.
  EXPECT_EQ(gini({{1, 1}, {2, 1}, {6, 2}}), 194);
}

Situation two_nations() {
  Situation situation;
  situation.requirement("here", {{"quantity", "3"}})
      .unit("a", {{"personnel", "100"}})
      .unit("b", {{"personnel", "50"}, {"nation", "DEU"}})
      .offer("A", "a", {{"until", "2024-07-01"}, {"extension_days", "184"}})
      .offer("B", "b", {{"nation", "DEU"}})
      .caveat("B", "task", "By day.");
  return situation;
}

TEST(Burden, DaysOfAnExtensionAreNotFirmAndCaveatedOnesNotFree) {
  const Scenario scenario = two_nations().build();
  Plan plan;
  plan.tours = {support::tour(scenario, "A", "here", year),
                support::tour(scenario, "B", "here", year)};
  const BurdenAnswer answer = told(scenario, plan);
  const BurdenSums& dutch = of_nation(answer, scenario, "NLD")[BurdenMeasure::people_days];
  EXPECT_EQ(dutch[BurdenPart::all], 100 * 366);
  EXPECT_EQ(dutch[BurdenPart::firm], 100 * 182);
  EXPECT_EQ(dutch[BurdenPart::uncaveated], 100 * 366);
  const BurdenSums& german = of_nation(answer, scenario, "DEU")[BurdenMeasure::people_days];
  EXPECT_EQ(german[BurdenPart::firm], 50 * 366);
  EXPECT_EQ(german[BurdenPart::uncaveated], 0);
  EXPECT_EQ(german[BurdenPart::firm_uncaveated], 0);
  EXPECT_EQ(of_nation(answer, scenario, "NLD")[BurdenMeasure::units][BurdenPart::all], 1);
  EXPECT_EQ(answer.units_without_people, 0U);
}

TEST(Burden, ADoubleUseCountsItsPeopleOnce) {
  const Scenario scenario =
      two_nations()
          .requirement("there")
          .row("double_use", {{"unit", "a"}, {"requirement", "here"}, {"also", "there"}})
          .build();
  Plan plan;
  const Period half = period("2024-01-01", "2024-07-01");
  plan.tours = {support::tour(scenario, "A", "here", half),
                support::tour(scenario, "A", "there", half)};
  ASSERT_TRUE(judge::evaluate(scenario, plan, {}).violations.empty());
  const BurdenAnswer answer = told(scenario, plan);
  EXPECT_EQ(answer.total[0][BurdenPart::all], 100 * 182);
  EXPECT_EQ(answer.total[1][BurdenPart::all], 1);
}

// Of the two tours the first in the plan once counted alone, with nobody where it is on call.
TEST(Burden, ADoubleUseOfWhichOneIsOnCallCountsItsPeople) {
  const Scenario scenario =
      two_nations()
          .requirement("at-home", {{"kind", "on_call"}})
          .requirement("there")
          .row("double_use", {{"unit", "a"}, {"requirement", "at-home"}, {"also", "there"}})
          .build();
  Plan plan;
  const Period half = period("2024-01-01", "2024-07-01");
  plan.tours = {support::tour(scenario, "A", "at-home", half),
                support::tour(scenario, "A", "there", half)};
  ASSERT_TRUE(judge::evaluate(scenario, plan, {}).violations.empty());
  EXPECT_EQ(told(scenario, plan).total[0][BurdenPart::all], 100 * 182);
}

TEST(Burden, EquipmentAndMoney) {
  const Scenario scenario =
      Situation{}
          .requirement("tanks", {{"capability", "tanks"}, {"kind", "delivery"}, {"quantity", "9"}})
          .requirement("fund", {{"capability", "fund"}, {"kind", "delivery"}, {"quantity", "9000"}})
          .offer("T",
                 "",
                 {{"capability", "tanks"},
                  {"quantity", "4"},
                  {"cost_eur", "70"},
                  {"cost_per", "once"}})
          .offer("M",
                 "",
                 {{"capability", "fund"},
                  {"quantity", "2000"},
                  {"nation", "DEU"},
                  {"status", "accepted"}})
          .build();
  Plan plan;
  plan.deliveries = {{support::offer_of(scenario, "T"),
                      support::requirement_of(scenario, "tanks"),
                      4,
                      support::day("2024-03-01"),
                      std::nullopt},
                     {support::offer_of(scenario, "M"),
                      support::requirement_of(scenario, "fund"),
                      2000,
                      support::day("2024-03-01"),
                      std::nullopt}};
  const BurdenAnswer answer = told(scenario, plan);
  EXPECT_EQ(of_nation(answer, scenario, "NLD")[BurdenMeasure::equipment][BurdenPart::all], 4);
  EXPECT_EQ(of_nation(answer, scenario, "NLD")[BurdenMeasure::money][BurdenPart::all], 70);
  EXPECT_EQ(of_nation(answer, scenario, "DEU")[BurdenMeasure::money][BurdenPart::all], 2000);
  EXPECT_EQ(of_nation(answer, scenario, "DEU")[BurdenMeasure::money][BurdenPart::firm], 0);
}

TEST(Burden, ANationOutsideTheKeyIsLeftOutOfGini) {
  Situation situation = two_nations();
  const Scenario scenario = situation.build();
  Plan plan;
  plan.tours = {support::tour(scenario, "A", "here", year),
                support::tour(scenario, "B", "here", year)};
  BurdenKey key{scenario->nations.size()};
  key[*scenario.find_nation("DEU")] = 83;
  const BurdenAnswer answer =
      burden(scenario, plan, judge::evaluate(scenario, plan, {}), key, std::nullopt);
  EXPECT_EQ(answer.compared, 1U);
  EXPECT_EQ(answer.gini[0][0], 0);
  EXPECT_EQ(answer.nations.size(), 2U);  // Denmark offers nothing
}

struct Silent : plan::Observer {
  void progress(const plan::Progress& /*progress*/) override {}
};

Wide unmet_of(const std::vector<judge::Stretch>& coverage) {
  Wide sum = 0;
  for (const judge::Stretch& stretch : coverage) {
    sum += Wide{stretch.unmet().count()} * stretch.period.length().count();
  }
  return sum;
}

// What is told of a withdrawal is what the law says of the plan without the nation.
void expect_lawful_withdrawal(const Scenario& scenario, const Plan& plan, Id<Nation> nation) {
  const judge::Verdict verdict = judge::evaluate(scenario, plan, {});
  const BurdenAnswer answer =
      burden(scenario, plan, verdict, BurdenKey{scenario->nations.size()}, nation);
  Plan rest = plan;
  const auto gives = [&](const auto& part) {
    return scenario->offers[part.offer].nation == nation;
  };
  std::erase_if(rest.tours, gives);
  std::erase_if(rest.deliveries, gives);
  const judge::Verdict left = judge::evaluate(scenario, rest, {});
  ASSERT_TRUE(answer.withdrawal);
  EXPECT_EQ(answer.withdrawal->nation, nation);
  EXPECT_EQ(answer.withdrawal->after, left.goals.unmet_plain);
  EXPECT_EQ(answer.withdrawal->weighted_after, left.goals.unmet);
  for (const LineLoss& line : answer.withdrawal->lines) {
    EXPECT_EQ(line.before, unmet_of(verdict.coverage[line.requirement]));
    EXPECT_EQ(line.after, unmet_of(left.coverage[line.requirement]));
  }
}

TEST(Burden, WithdrawalsAreWhatTheLawSaysOfThePlanWithoutTheNation) {
  generate::Sizes sizes;
  sizes.units = 12;
  sizes.requirements = 10;
  sizes.months = 12;
  sizes.nations = 4;
  sizes.capabilities = 3;
  sizes.shares.double_use = 15;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    SCOPED_TRACE(seed);
    const Scenario scenario = Scenario::build(generate::generate(sizes, seed)).value();
    plan::Options options;
    options.exact = options.polish = false;
    Silent silent;
    const Plan plan = plan::solve(scenario, options, silent, std::stop_token{}).plan;
    const BurdenAnswer answer = told(scenario, plan);
    Wide lost_most = 0;
    const Table<Nation, Wide> borne = judge::people_days(scenario, plan);
    for (const NationBurden& nation : answer.nations) {
      EXPECT_EQ(nation[BurdenMeasure::people_days][BurdenPart::all], borne[nation.nation]);
      expect_lawful_withdrawal(scenario, plan, nation.nation);
      lost_most = std::max(lost_most, nation.leaves_weighted);
      for (const BurdenSums& sums : nation.burdens) {
        EXPECT_GE(sums[BurdenPart::all], sums[BurdenPart::firm]);
        EXPECT_GE(sums[BurdenPart::firm], sums[BurdenPart::firm_uncaveated]);
        EXPECT_GE(sums[BurdenPart::uncaveated], sums[BurdenPart::firm_uncaveated]);
      }
    }
    EXPECT_EQ(answer.withdrawal->weighted_after - answer.withdrawal->weighted_before, lost_most);
  }
}

}  // namespace
}  // namespace muster::explain
