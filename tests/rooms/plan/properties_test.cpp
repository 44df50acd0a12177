// SPDX-License-Identifier: Apache-2.0
// Laws that hold for every situation: judge accepts what plan returns, verify proves the same
// bound, and nothing depends on the number of threads. Situations are generated; their seeds are in
// the messages.
#include <set>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "plan/plan.hpp"
#include "support/more_rules.hpp"
#include "support/planned.hpp"
#include "support/situation.hpp"
#include "verify/verify.hpp"

namespace muster {
namespace {

using support::expect_lawful;
using support::solve;

Scenario situation(const generate::Sizes& sizes, std::uint64_t seed) {
  auto built = Scenario::build(generate::generate(sizes, seed));
  EXPECT_TRUE(built.has_value()) << "seed " << seed;
  return std::move(built).value();
}

generate::Sizes small_sizes() {
  generate::Sizes sizes;
  sizes.units = 12;
  sizes.requirements = 10;
  sizes.months = 18;
  sizes.nations = 5;
  sizes.capabilities = 3;
  sizes.shares.double_use = 15;
  sizes.shares.lead_shares = 20;
  sizes.shares.parts = 15;
  return sizes;
}

Counting counting_of(std::uint64_t seed) {
  return seed % 3 == 0 ? Counting::firm : seed % 3 == 1 ? Counting::expected : Counting::best;
}

plan::Options options_of(std::uint64_t seed) {
  plan::Options options;
  options.counting = counting_of(seed);
  options.seed = seed;
  return options;
}

TEST(Plan, IsLawfulAndProvedOnGeneratedSituations) {
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation(small_sizes(), seed);
    auto options = options_of(seed);
    options.exact = options.polish = seed % 4 == 0;
    expect_lawful(scenario, options, solve(scenario, options));
  }
}

Scenario situation_with_more_rules(std::uint64_t seed) {
  auto built =
      Scenario::build(support::with_more_rules(generate::generate(small_sizes(), seed), seed));
  EXPECT_TRUE(built.has_value()) << "seed " << seed;
  return std::move(built).value();
}

TEST(Plan, IsLawfulAndProvedWithActivationsListsTotalsAndIndivisibles) {
  std::size_t tours = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation_with_more_rules(seed);
    auto options = options_of(seed);
    options.exact = options.polish = seed % 4 == 0;
    options.grid = seed % 2 == 0 ? GridStep::events : GridStep::month;
    const auto outcome = solve(scenario, options);
    expect_lawful(scenario, options, outcome);
    tours += outcome.plan.tours.size();
  }
  EXPECT_GT(tours, 500U);
}

// Of a unit that brings more than is asked, all is there, and the lead's share is a share of all:
// the optimiser once counted only what was asked.
TEST(Plan, TheLeadsShareIsOfAllThatIsThere) {
  support::Situation s;
  s.requirement("R", {{"capability", "people"}, {"quantity", "50"}, {"lead_share", "0.4"}})
      .unit("led", {{"capability", "people"}, {"quantity", "40"}})
      .unit("large", {{"capability", "people"}, {"quantity", "80"}, {"nation", "DEU"}})
      .offer("L", "led")
      .offer("X", "large", {{"nation", "DEU"}});
  const Scenario scenario = s.build();
  const auto outcome = solve(scenario, {});
  expect_lawful(scenario, {}, outcome);
  EXPECT_EQ(outcome.plan.tours.size(), 1U) << "40 of 120 are less than two fifths";
}

// The share binds what is delivered too: the optimiser once filled a requirement by another
// nation's delivery alone, which judge refused.
TEST(Plan, TheLeadsShareBindsDeliveriesToo) {
  support::Situation s;
  s.requirement(
       "R",
       {{"capability", "tanks"}, {"quantity", "10"}, {"kind", "delivery"}, {"lead_share", "0.5"}})
      .offer("X", "", {{"nation", "DEU"}, {"capability", "tanks"}, {"quantity", "8"}})
      .offer("L", "", {{"nation", "NLD"}, {"capability", "tanks"}, {"quantity", "3"}});
  const Scenario scenario = s.build();
  const auto outcome = solve(scenario, {});
  expect_lawful(scenario, {}, outcome);
  EXPECT_FALSE(outcome.plan.deliveries.empty());
}

TEST(Plan, IsLawfulAndProvedOnLargerSituationsWithManyBinds) {
  auto sizes = small_sizes();
  sizes.units = sizes.requirements = 90;
  sizes.shares.nation_limits = 40;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation(sizes, seed);
    expect_lawful(scenario, options_of(seed), solve(scenario, options_of(seed)));
  }
}

TEST(Plan, StaysNearThePlanInForceWhereNothingAsksForMore) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation(small_sizes(), seed);
    auto options = options_of(seed);
    const auto first = solve(scenario, options);
    options.in_force = first.plan;
    options.seed = seed + 1000;
    const auto second = solve(scenario, options);
    expect_lawful(scenario, options, second);
    const auto before = judge::evaluate(scenario, first.plan, first.plan).goals;
    EXPECT_TRUE(second.value <= before.points) << "the plan in force is itself at distance 0";
  }
}

// Of a plan that is lawful nothing is lost: what follows is at least as good, however little is
// searched.
TEST(Plan, StartsFromAPlanThatIsGiven) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario =
        seed % 2 == 0 ? situation(small_sizes(), seed) : situation_with_more_rules(seed);
    auto options = options_of(seed);
    options.exact = options.polish = false;
    const auto first = solve(scenario, options);
    options.start = first.plan;
    options.descent = options.neighbourhoods = false;
    const auto second = solve(scenario, options);
    expect_lawful(scenario, options, second);
    EXPECT_TRUE(second.value <= first.value)
        << to_text(first.value) << " given, " << to_text(second.value) << " made of it";
  }
}

// A plan of another situation, and of another grid, is cut to what is lawful here.
// Units of a nation that leads one activity, under the lead of another in a second: the order in
// which tours are put back once lost them.
TEST(Plan, StartsFromAPlanInWhichLeadersServeUnderOthers) {
  auto sizes = small_sizes();
  sizes.units = sizes.requirements = 24;
  sizes.nations = 3;
  sizes.shares.lead_shares = 100;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation(sizes, seed);
    auto options = options_of(seed);
    options.exact = options.polish = false;
    const auto first = solve(scenario, options);
    options.start = first.plan;
    options.descent = options.neighbourhoods = false;
    const auto second = solve(scenario, options);
    expect_lawful(scenario, options, second);
    EXPECT_TRUE(second.value <= first.value)
        << to_text(first.value) << " given, " << to_text(second.value) << " made of it";
  }
}

TEST(Plan, StartsFromWhatIsLawfulOfAPlanThatIsNot) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation(small_sizes(), seed);
    auto options = options_of(seed);
    options.exact = options.polish = false;
    options.counting = Counting::best;
    options.grid = GridStep::week;
    const auto first = solve(scenario, options);
    options.counting = counting_of(seed + 1);
    options.grid = GridStep::month;
    options.start = first.plan;
    for (Tour& tour : options.start.tours)
      if (tour.offer.index() % 3 == seed % 3) tour.period.until += Days{100};
    expect_lawful(scenario, options, solve(scenario, options));
  }
}

bool same(const plan::Outcome& a, const plan::Outcome& b) {
  return a.plan.tours == b.plan.tours && a.plan.deliveries == b.plan.deliveries
         && a.value == b.value && a.certificate.bound == b.certificate.bound;
}

// Budgets, ceilings, kin, lead's shares, limits of nations: what is decided anew together keeps
// them.
TEST(Plan, ReopeningKeepsEveryRuleAndNeverLosesByIt) {
  auto sizes = small_sizes();
  sizes.units = sizes.requirements = 24;
  sizes.shares.nation_limits = 40;
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation(sizes, seed);
    auto options = options_of(seed);
    options.exact = options.polish = options.neighbourhoods = false;
    options.effort = 4;
    options.reopening = false;
    const auto without = solve(scenario, options);
    options.reopening = true;
    const auto with = solve(scenario, options);
    expect_lawful(scenario, options, with);
    EXPECT_TRUE(with.value <= without.value);
    EXPECT_GT(with.effort.reopenings, 0U);
    better += with.value < without.value ? 1 : 0;
    options.threads = 2;
    EXPECT_TRUE(same(with, solve(scenario, options)));
    options.threads = 8;
    EXPECT_TRUE(same(with, solve(scenario, options)));
  }
  EXPECT_GE(better, 4);
}

TEST(Plan, IsTheSameOnAnyNumberOfThreads) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = situation(small_sizes(), seed);
    auto options = options_of(seed);
    const auto one = solve(scenario, options);
    options.threads = 2;
    EXPECT_TRUE(same(one, solve(scenario, options)));
    options.threads = 8;
    EXPECT_TRUE(same(one, solve(scenario, options)));
  }
}

// Above some two hundred members the search is cut into regions, which threads share.
TEST(Plan, IsTheSameOnAnyNumberOfThreadsWhereRegionsAreSearchedApart) {
  auto sizes = small_sizes();
  sizes.units = 230;
  sizes.requirements = 60;
  sizes.capabilities = 6;
  sizes.shares.ceilings = 60;
  sizes.shares.budgets = 40;
  const Scenario scenario = situation(sizes, 4);
  plan::Options options;
  const auto one = solve(scenario, options);
  expect_lawful(scenario, options, one);
  options.threads = 4;
  EXPECT_TRUE(same(one, solve(scenario, options)));
}

// Three can do either task; the search once kept whoever had begun, since on the way to fewer units
// more stays unmet than a unit costs.
TEST(Plan, ServesWithAsFewUnitsAsItNeedsWhereUnitsCostToActivate) {
  support::Situation s;
  for (int task = 0; task < 12; ++task) {
    const std::string number = std::to_string(task);
    const std::string from =
        "2024-0" + std::to_string(1 + task / 2) + (task % 2 == 0 ? "-01" : "-15");
    const std::string until =
        task % 2 == 0 ? from.substr(0, 8) + "15" : "2024-0" + std::to_string(2 + task / 2) + "-01";
    s.requirement("R" + number,
                  {{"from", from}, {"until", until}, {"quantity", "1"}, {"indivisible", "true"}});
  }
  for (int unit = 0; unit < 5; ++unit) {
    const std::string key = "U" + std::to_string(unit);
    s.unit(key, {{"activation_eur", "1000000"}}).offer("O" + std::to_string(unit), key);
  }
  const Scenario scenario = s.build();
  plan::Options options;
  options.grid = GridStep::events;
  const auto outcome = solve(scenario, options);
  expect_lawful(scenario, options, outcome);
  std::set<std::uint32_t> serving;
  for (const Tour& tour : outcome.plan.tours)
    serving.insert(scenario->offers[tour.offer].unit.index());
  EXPECT_EQ(outcome.plan.tours.size(), 12U);
  EXPECT_EQ(serving.size(), 1U) << "the tasks follow one another";
}

// One nation can give four tanks in all: the search once left them with the offer that came first,
// though the other does more with them, since it never took out both at once.
TEST(Plan, GivesAStockToTheOfferThatDoesMoreWithIt) {
  support::Situation s;
  const support::Fields tanks{{"kind", "delivery"}, {"capability", "tanks"}, {"quantity", "4"}};
  for (const char* key : {"late", "early"}) {
    support::Fields fields = tanks;
    fields.push_back({"priority", key == std::string{"late"} ? "p2" : "p1"});
    s.requirement(key, fields);
  }
  const auto give = [&s](std::string_view key, std::string_view to, std::string_view from) {
    s.offer(key,
            "",
            {{"capability", "tanks"},
             {"quantity", "4"},
             {"requirement", std::string{to}},
             {"from", std::string{from}}});
  };
  give("a", "late", "2024-06-01");
  give("b", "early", "2024-08-01");
  s.row("stocks",
        {{"nation", "NLD"},
         {"capability", "tanks"},
         {"on", "2024-01-01"},
         {"quantity", "6"},
         {"floor", "2"}});
  const Scenario scenario = s.build();
  plan::Options options;
  options.exact = false;
  const auto outcome = solve(scenario, options);
  expect_lawful(scenario, options, outcome);
  ASSERT_EQ(outcome.plan.deliveries.size(), 1U);
  EXPECT_EQ(scenario->offers[outcome.plan.deliveries.front().offer].key, "b");
}

}  // namespace
}  // namespace muster
