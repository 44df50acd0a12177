// SPDX-License-Identifier: Apache-2.0
#include "simulate/fill_by_rule.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "judge/judge.hpp"

namespace muster::simulate {
namespace {

Scenario situation(std::uint64_t seed, bool plain) {
  generate::Sizes sizes;
  sizes.units = 25;
  sizes.requirements = 25;
  if (plain) sizes.shares = generate::plain_shares();
  auto scenario = Scenario::build(generate::generate(sizes, seed));
  EXPECT_TRUE(scenario);
  return *std::move(scenario);
}

Plan by_rule(const Scenario& scenario) {
  const Grid grid = make_grid(scenario, GridStep::month, {});
  return fill_by_rule(scenario, Counting::best, grid, {Counting::best, {}, {}});
}

TEST(FillByRule, EveryTourAndDeliveryIsLawfulByItself) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Scenario scenario = situation(seed, false);
    const Plan plan = by_rule(scenario);
    EXPECT_FALSE(plan.tours.empty()) << seed;
    for (const Tour& tour : plan.tours)
      EXPECT_TRUE(judge::is_allowed(scenario, Counting::best, tour)) << seed;
    for (const PlannedDelivery& one : plan.deliveries)
      EXPECT_TRUE(judge::is_allowed(scenario, Counting::best, one)) << seed;
  }
}

// Only what ties several units together is not looked at; without that nothing is broken.
TEST(FillByRule, WithoutSharedLimitsThePlanIsLawful) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Scenario scenario = situation(seed, true);
    for (const judge::Violation& broken : judge::check_together(scenario, by_rule(scenario)))
      ADD_FAILURE() << seed << " breaks " << judge::to_text(broken.rule);
  }
}

TEST(FillByRule, TheSameDataGivesTheSamePlan) {
  const Scenario scenario = situation(3, false);
  EXPECT_EQ(by_rule(scenario).tours, by_rule(scenario).tours);
}

TEST(FillByRule, WhatIsFixedStays) {
  const Scenario scenario = situation(5, true);
  const Plan all = by_rule(scenario);
  ASSERT_FALSE(all.tours.empty());
  const Plan fixed{Counting::best, {all.tours.back()}, {}};
  const Grid grid = make_grid(scenario, GridStep::month, {});
  const Plan plan = fill_by_rule(scenario, Counting::best, grid, fixed);
  EXPECT_TRUE(std::ranges::find(plan.tours, fixed.tours.front()) != plan.tours.end());
}

}  // namespace
}  // namespace muster::simulate
