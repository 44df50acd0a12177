// SPDX-License-Identifier: Apache-2.0
#include "simulate/rotation.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "simulate/rotation/engine.hpp"
#include "simulate/rotation_studies.hpp"

namespace muster::simulate {
namespace {

RotationPolicy policy() {
  RotationPolicy one;
  one.name = "home";
  one.reset_days = 10;
  one.train_days = 10;
  one.available_days = 20;
  one.deployable_from = 20;
  one.deployable_until = 40;
  one.deployed_days = 15;
  one.overlap_days = 5;
  one.expected_dwell_days = 40;
  return one;
}

RotationUnits units(std::int32_t quantity, std::optional<std::int32_t> cycle_day = std::nullopt) {
  RotationUnits some;
  some.capability = "infantry";
  some.component = "AC";
  some.quantity = quantity;
  some.policy = "home";
  some.cycle_day = cycle_day;
  return some;
}

RotationRequirement requirement(const std::string& name,
                                std::int32_t quantity,
                                DayNumber from,
                                DayNumber until) {
  RotationRequirement one;
  one.name = name;
  one.quantity = quantity;
  one.from = from;
  one.until = until;
  one.capability = "infantry";
  return one;
}

RotationBook book() {
  RotationBook small;
  small.policies = {policy()};
  small.periods = {{"calm", 0, endless}};
  small.last_day = 200;
  return small;
}

std::string days_of(const RotationRun& run) {
  std::string text;
  for (const Deployed& event : run.deployed) text += std::to_string(event.day) + " ";
  return text;
}

TEST(Rotation, AUnitServesItsDaysAndRestsBeforeItServesAgain) {
  RotationBook small = book();
  small.units = {units(1, 0)};
  small.requirements = {requirement("watch", 1, 1, 300)};
  const RotationRun run = rotate(small, Order::documented);
  // Deployable after 20 days; relieved after 10, gone after 15; then 20 days of reset and training.
  EXPECT_EQ(days_of(run), "20 55 90 125 160 195 ");
  const RotationFigures figures = figures_of(small, run);
  EXPECT_EQ(figures.all.required, 200);
  EXPECT_EQ(figures.all.served, 5 * 10 + 6);
  EXPECT_EQ(figures.overlapping, 5 * 5);
  EXPECT_EQ(figures.all.short_days, 200 - 56);
}

TEST(Rotation, TheReliefComesWhenTheOverlapBegins) {
  RotationBook small = book();
  small.units = {units(1, 20), units(1, 20)};
  small.requirements = {requirement("watch", 1, 1, 300)};
  EXPECT_TRUE(days_of(rotate(small, Order::documented)).starts_with("1 11 "));
}

TEST(Rotation, WhoHasRestedLongestGoesFirstAndEqualsByTheirNumber) {
  RotationBook small = book();
  small.units = {units(1, 22), units(1, 30), units(1, 30)};
  small.requirements = {requirement("watch", 2, 1, 5)};
  const RotationRun run = rotate(small, Order::documented);
  ASSERT_EQ(run.deployed.size(), 2U);
  EXPECT_EQ(run.units[run.deployed[0].unit].name, "2_infantry_AC");
  EXPECT_EQ(run.units[run.deployed[1].unit].name, "3_infantry_AC");
}

TEST(Rotation, TheMoreUrgentIsFilledFirstWhereverItStands) {
  RotationBook small = book();
  small.units = {units(1, 25)};
  small.requirements = {requirement("later", 1, 1, 50), requirement("sooner", 1, 1, 50)};
  small.requirements[0].priority = 2;
  small.requirements[1].priority = 1;
  const RotationRun run = rotate(small, Order::documented);
  ASSERT_FALSE(run.deployed.empty());
  EXPECT_EQ(small.requirements[run.requirements[run.deployed[0].requirement]].name, "sooner");
}

// Marathon takes a unit that came home early on the same day again.
TEST(Rotation, RecoveryIsServed) {
  RotationBook small = book();
  small.policies[0].recovery_days = 3;
  small.units = {units(1, 20)};
  small.requirements = {requirement("first", 1, 1, 5), requirement("second", 1, 5, 60)};
  EXPECT_TRUE(days_of(rotate(small, Order::documented)).starts_with("1 8 "));
  EXPECT_TRUE(days_of(rotate(small, Order::marathon)).starts_with("1 5 "));
}

TEST(Rotation, AGroupHandsItsUnitsOnTheSameDay) {
  RotationBook small = book();
  small.policies[0].recovery_days = 3;
  small.units = {units(1, 20)};
  small.requirements = {requirement("first", 1, 1, 5), requirement("second", 1, 5, 60)};
  for (RotationRequirement& one : small.requirements) one.group = "main";
  const RotationRun run = rotate(small, Order::documented);
  ASSERT_GE(run.deployed.size(), 2U);
  EXPECT_EQ(run.deployed[1].day, 5);
  EXPECT_TRUE(run.deployed[1].follows_on);
  EXPECT_EQ(run.deployed[1].from, "first");
}

TEST(Rotation, SubstitutesComeAfterAllUnitsOfTheCapabilityItself) {
  RotationBook small = book();
  small.units = {units(1, 35), units(1, 21)};
  small.units[0].capability = "engineers";
  small.requirements = {requirement("watch", 2, 1, 5)};
  small.substitutions = {{"engineers", "infantry", 1000}};
  const RotationRun run = rotate(small, Order::documented);
  ASSERT_EQ(run.deployed.size(), 2U);
  EXPECT_EQ(run.units[run.deployed[0].unit].capability, "infantry");
  EXPECT_EQ(run.deployed[1].rank, 1U);
}

TEST(Rotation, WhoIsHeldStandsStillAndDoesNotSpendItsDays) {
  RotationBook small = book();
  small.units = {units(1, 0)};
  small.requirements = {requirement("alert", 1, 1, 101), requirement("watch", 1, 101, 300)};
  small.requirements[0].service = Service::held;
  // Taken on day 1 on the first day of its cycle, it goes on from there on day 101.
  EXPECT_TRUE(days_of(rotate(small, Order::documented)).starts_with("1 120 "));
}

// Marathon leaves out what nobody could serve, as if nothing were required.
TEST(Rotation, ARequirementWithoutUnitsIsUnmet) {
  RotationBook small = book();
  small.units = {units(1, 0)};
  small.requirements = {requirement("watch", 1, 1, 11)};
  small.requirements[0].capability = "hospitals";
  const RotationRun run = rotate(small, Order::documented);
  EXPECT_EQ(figures_of(small, run).all.required, 10);
  EXPECT_EQ(figures_of(small, run).all.served, 0);
  EXPECT_TRUE(rotate(small, Order::marathon).requirements.empty());
}

TEST(Rotation, APeriodChangesThePolicyOfWhoIsAtHome) {
  RotationBook small = book();
  small.policies.push_back(policy());
  small.policies.back().name = "storm";
  small.policies.back().reset_days = 5;
  small.policies.back().train_days = 5;
  small.policies.back().deployable_from = 10;
  small.policies.back().deployable_until = 30;
  small.schedules = {{"both", {{"calm", "home"}, {"storm", "storm"}}}};
  small.periods = {{"calm", 0, 15}, {"storm", 15, endless}};
  small.units = {units(1, 0)};
  small.units[0].policy = "both";
  small.requirements = {requirement("watch", 1, 1, 100)};
  // On day 15 it stands at 15 of 40 days; in the new cycle that is 11 of 30, where it may deploy.
  EXPECT_TRUE(days_of(rotate(small, Order::documented)).starts_with("15 "));
}

RotationBook invented(std::uint32_t seed) {
  std::mt19937 random{seed};
  const auto from = [&](int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
  };
  RotationBook some = book();
  some.last_day = 400;
  some.until_last_requirement = seed % 2 == 0;
  some.prefill = seed % 3 == 0;
  some.policies[0].recovery_days = from(0, 9);
  some.policies[0].demobilization_days = from(0, 9);
  some.substitutions = {{"engineers", "infantry", 1000}, {"infantry", "engineers", 1000}};
  for (int k = 0; k < 5; ++k) {
    some.units.push_back(units(from(0, 4)));
    if (from(0, 1) == 0) some.units.back().capability = "engineers";
    if (from(0, 2) == 0) some.units.back().component = "RC";
  }
  for (int k = 0; k < 12; ++k) {
    const int begin = from(1, 300);
    some.requirements.push_back(
        requirement("r" + std::to_string(k), from(1, 3), begin, begin + from(1, 120)));
    RotationRequirement& one = some.requirements.back();
    one.priority = from(1, 3);
    if (from(0, 1) == 0) one.group = "main";
    if (from(0, 3) == 0) one.service = Service::held;
    if (from(0, 3) == 0) one.capability = "engineers";
    if (from(0, 3) == 0) one.sourcing = Sourcing::shortest_dwell;
    if (from(0, 3) == 0) one.last_component = "AC";
  }
  return some;
}

// Nobody serves twice at a time, nor longer than its days; no requirement has more than it asks
// for.
TEST(Rotation, LawsHoldForInventedBooks) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const RotationBook some = invented(seed);
    for (const Order order : {Order::documented, Order::marathon}) {
      const RotationRun run = rotate(some, order);
      for (const RotationState& state : run.states) {
        const auto serving = std::accumulate(state.serving.begin(), state.serving.end(), 0);
        EXPECT_LE(serving, some.requirements[run.requirements[state.requirement]].quantity) << seed;
        for (const std::int32_t count : state.serving) EXPECT_GE(count, 0) << seed;
        for (const std::int32_t count : state.overlapping) EXPECT_GE(count, 0) << seed;
      }
      DayNumber day = 0;
      for (const Deployed& event : run.deployed) {
        EXPECT_GE(event.day, day) << seed;
        day = event.day;
        const RotationRequirement& asked = some.requirements[run.requirements[event.requirement]];
        EXPECT_TRUE(asked.from <= event.day && event.day < asked.until) << seed;
        EXPECT_TRUE(event.budget > 0 && event.budget <= 15) << seed;
      }
    }
  }
}

TEST(Rotation, WhatIsCountedOnTheWayIsWhatTheStatesSay) {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const RotationBook some = invented(seed);
    const RotationFigures figures = figures_of(some, rotate(some, Order::documented));
    const Force force = force_of(some, Order::documented);
    Engine engine(force);
    engine.run({});
    std::int64_t served = 0, short_days = 0;
    for (const NeedState& need : engine.needs()) {
      served += need.served_days;
      short_days += need.short_days;
    }
    EXPECT_EQ(served, figures.all.served) << seed;
    EXPECT_EQ(short_days, figures.all.short_days) << seed;
  }
}

TEST(Rotation, AUnitIsAtOnePlaceAtATime) {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const RotationBook some = invented(seed);
    const RotationRun run = rotate(some, Order::documented);
    std::map<std::uint32_t, DayNumber> away_until;
    for (const Deployed& event : run.deployed) {
      EXPECT_LE(away_until[event.unit], event.day) << seed;
      EXPECT_LE(event.overlaps_from, event.until) << seed;
      away_until[event.unit] = event.until;
    }
  }
}

TEST(Rotation, TheSameBookGivesTheSameRun) {
  const RotationBook some = invented(7);
  const RotationRun one = rotate(some, Order::documented), other = rotate(some, Order::documented);
  EXPECT_EQ(days_of(one), days_of(other));
}

TEST(RotationStudies, LeastSupplyIsTheFirstThatIsEnough) {
  RotationBook small = book();
  small.units = {units(1)};
  small.requirements = {requirement("watch", 1, 41, 200)};
  const auto found = least_supply(small, 0, Order::documented, {});
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].added);
  const auto figures_with = [&](std::int32_t more) {
    RotationBook grown = small;
    grown.units[0].quantity += more;
    return figures_of(grown, rotate(grown, Order::documented)).all.short_days;
  };
  EXPECT_EQ(figures_with(*found[0].added), 0);
  for (std::int32_t less = 0; less < *found[0].added; ++less)
    EXPECT_GT(figures_with(less), 0) << less;
}

TEST(RotationStudies, VariationsAreTheSameForAnyNumberOfThreads) {
  const RotationBook some = invented(4);
  SupplyVariation variation;
  variation.phases = {{"all", 1, 400}};
  const auto designs = designs_of(some, variation, Order::documented);
  StudyRun one, two;
  two.threads = 2;
  const auto alone = run_designs(some, variation, designs, Order::documented, one);
  const auto together = run_designs(some, variation, designs, Order::documented, two);
  ASSERT_EQ(alone.size(), designs.size());
  ASSERT_EQ(together.size(), designs.size());
  for (std::size_t k = 0; k < alone.size(); ++k) {
    EXPECT_EQ(alone[k].design.seed, together[k].design.seed);
    EXPECT_EQ(alone[k].phases[0].fill, together[k].phases[0].fill);
  }
}

TEST(RotationStudies, AReplicationIsTheSameAloneOrAmongMany) {
  const RotationBook some = invented(9);
  const auto few = replicate(some, 2, 11, Order::documented, {});
  StudyRun two;
  two.threads = 2;
  const auto many = replicate(some, 30, 11, Order::documented, two);
  ASSERT_EQ(many.size(), 30U);
  for (std::size_t k = 0; k < few.size(); ++k) EXPECT_EQ(few[k].all.served, many[k].all.served);
  EXPECT_TRUE(std::ranges::any_of(
      many, [&](const Replication& one) { return one.all.served != many[0].all.served; }));
}

}  // namespace
}  // namespace muster::simulate
