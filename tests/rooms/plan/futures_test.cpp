// SPDX-License-Identifier: Apache-2.0
// Plans that are measured in futures: judged, proved, and as good as they can be where every plan
// can be tried.
#include "model/futures.hpp"

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "model/goals.hpp"
#include "support/fair_shares.hpp"
#include "support/futures.hpp"
#include "support/planned.hpp"
#include "support/situation.hpp"

namespace muster {
namespace {

using support::built;
using support::expect_lawful;
using support::Situation;
using support::solve;
using support::with_futures;

generate::Sizes small_sizes() {
  generate::Sizes sizes;
  sizes.units = 10;
  sizes.requirements = 9;
  sizes.months = 15;
  sizes.nations = 4;
  sizes.capabilities = 3;
  sizes.shares.double_use = 15;
  sizes.shares.lead_shares = 20;
  sizes.shares.deliveries = 25;
  return sizes;
}

TEST(Futures, PlansAreLawfulAndProvedOnGeneratedSituations) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto count = static_cast<std::int64_t>(1 + seed % 12);
    const auto counted = static_cast<std::int64_t>(1 + seed % static_cast<std::uint64_t>(count));
    Draft draft = with_futures(generate::generate(small_sizes(), seed), count, counted, seed);
    if (seed % 4 == 0) draft = support::with_fair_shares(std::move(draft), seed);
    const Scenario scenario = built(draft);
    plan::Options options;
    options.part = 4;
    expect_lawful(scenario, options, solve(scenario, options));
  }
}

TEST(Futures, ThePlanIsTheSameOnAnyNumberOfThreads) {
  const Scenario scenario = built(with_futures(generate::generate(small_sizes(), 3), 9, 3, 3));
  plan::Options options;
  options.part = 4;
  const auto one = solve(scenario, options);
  options.threads = 3;
  const auto three = solve(scenario, options);
  EXPECT_EQ(one.plan.tours, three.plan.tours);
  EXPECT_TRUE(one.certificate.bound == three.certificate.bound);
  EXPECT_EQ(one.certificate.requirement[Id<Requirement>{0}],
            three.certificate.requirement[Id<Requirement>{0}]);
}

TEST(Futures, InWhichNothingIsLostAreWorthWhatIsPlanned) {
  const Draft plain = generate::generate(small_sizes(), 5);
  Draft draft = plain;
  for (int f = 1; f <= 7; ++f) draft.add("futures", {{"future", "F" + std::to_string(f)}});
  const Scenario scenario = built(draft);
  const auto outcome = solve(scenario, {});
  const auto verdict = judge::evaluate(scenario, outcome.plan, {});
  EXPECT_TRUE(verdict.goals.unmet_in_futures == 7 * verdict.goals.unmet);
  const auto best = solve(built(plain), {});
  const auto seven_times = verdict.goals.unmet_in_futures * points_per_thousandth_day;
  EXPECT_TRUE(7 * best.certificate.bound <= seven_times + 7 * points_per_thousandth_day);
}

// One task of a year; NLD's unit is gone in one of two futures, DEU's never.
Situation hedged(std::int64_t counted) {
  Situation s;
  s.requirement("task");
  s.unit("doubtful").offer("O-doubtful", "doubtful", {{"status", "in_place"}});
  s.unit("sure", {{"nation", "DEU"}})
      .offer("O-sure", "sure", {{"nation", "DEU"}, {"status", "intended"}});
  for (const char* key : {"F1", "F2"}) s.row("futures", {{"future", key}});
  s.row(
      "future_losses",
      {{"future", "F1"}, {"offer", "O-doubtful"}, {"from", "2024-03-01"}, {"until", "2024-09-01"}});
  if (counted < 2)
    s.row("goal_weights", {{"goal", "worst_futures"}, {"weight", std::to_string(counted)}});
  return s;
}

TEST(Futures, ADoubtfulUnitGivesWayToOneThatIsSure) {
  for (const std::int64_t counted : {1, 2}) {
    const Scenario scenario = hedged(counted).build();
    const auto outcome = solve(scenario, {});
    expect_lawful(scenario, {}, outcome);
    EXPECT_TRUE(judge::evaluate(scenario, outcome.plan, {}).goals.unmet_in_futures == 0);
    EXPECT_TRUE(outcome.value < points_per_thousandth_day);
  }
}

TEST(Futures, WhatIsUnmetIsCountedInTheWorst) {
  const Plan doubtful_alone = [&] {
    const Scenario scenario = hedged(2).build();
    Plan plan;
    plan.tours.push_back(
        support::tour(scenario, "O-doubtful", "task", support::period("2024-01-01", "2025-01-01")));
    return plan;
  }();
  constexpr std::int64_t days_gone = 184, weight = 100, thousandths = 1000;
  for (const std::int64_t counted : {1, 2}) {
    const Scenario scenario = hedged(counted).build();
    const auto goals = judge::evaluate(scenario, doubtful_alone, {}).goals;
    EXPECT_TRUE(goals.unmet == 0);
    EXPECT_TRUE(goals.unmet_in_futures == days_gone * weight * thousandths);
  }
}

TEST(Futures, ADeliveryComesWhenItsOfferIsThereAgain) {
  Situation s;
  s.requirement("tanks-wanted",
                {{"capability", "tanks"}, {"kind", "delivery"}, {"quantity", "10"}});
  s.offer("O-tanks", "", {{"capability", "tanks"}, {"quantity", "10"}});
  s.row("futures", {{"future", "F1"}});
  s.row("future_losses",
        {{"future", "F1"}, {"offer", "O-tanks"}, {"from", "2024-01-01"}, {"until", "2024-02-01"}});
  const Scenario scenario = s.build();
  const auto outcome = solve(scenario, {});
  expect_lawful(scenario, {}, outcome);
  constexpr std::int64_t days_late = 31, weight = 100, thousandths = 1000, pieces = 10;
  const auto goals = judge::evaluate(scenario, outcome.plan, {}).goals;
  EXPECT_TRUE(goals.unmet_in_futures == days_late * weight * thousandths * pieces)
      << to_text(goals.unmet_in_futures);
}

TEST(Futures, MoreThanCanBePlannedForAreRefused) {
  Situation s;
  for (std::size_t f = 0; f <= most_futures; ++f)
    s.row("futures", {{"future", "F" + std::to_string(f)}});
  s.row("goal_weights", {{"goal", "worst_futures"}, {"weight", "0.5"}});
  EXPECT_EQ(support::in_words(s.problems()),
            "futures.csv:66:future: there are 65 futures\n"
            "  At most 64 can be planned for.\n"
            "goal_weights.csv:2:weight: of the futures 0.5 cannot count\n"
            "  State a whole number from 1 to 65.\n");
}

TEST(Futures, TheWorstCannotBeCountedWhereThereAreNone) {
  Situation s;
  s.row("goal_weights", {{"goal", "worst_futures"}, {"weight", "2"}});
  EXPECT_EQ(support::in_words(s.problems()),
            "goal_weights.csv:2:weight: of the futures 2 cannot count\n"
            "  The table futures has no rows.\n");
}

}  // namespace
}  // namespace muster
