// SPDX-License-Identifier: Apache-2.0
// Tier by tier: nothing of a lower tier costs anything of a higher one, and what is claimed of each
// tier is proved from the data.
#include <algorithm>
#include <iostream>
#include <vector>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "model/goals.hpp"
#include "plan/plan.hpp"
#include "support/more_rules.hpp"
#include "support/situation.hpp"
#include "verify/verify.hpp"

namespace muster {
namespace {

class Silent : public plan::Observer {
 public:
  void progress(const plan::Progress& /*progress*/) override {}
};

using Values = std::vector<Wide>;

plan::Outcome solve(const Scenario& scenario, const plan::Options& options) {
  Silent silent;
  return plan::solve(scenario, options, silent, std::stop_token{});
}
plan::Outcome solve_strictly(const Scenario& scenario,
                             const plan::Options& options,
                             const std::stop_token& stop = {}) {
  Silent silent;
  return plan::solve_strictly(scenario, options, silent, stop);
}

Values judged(const Scenario& scenario, const plan::Options& options, const Plan& plan) {
  const auto tiers = tiers_of(scenario, options.in_force);
  return judge::tier_values(scenario, tiers, judge::evaluate(scenario, plan, options.in_force));
}

std::vector<verify::Check> verified(const Scenario& scenario,
                                    const plan::Options& options,
                                    const plan::Outcome& outcome) {
  const auto verdict = judge::evaluate(scenario, outcome.plan, options.in_force);
  return verify::verify(scenario,
                        {outcome.plan,
                         options.in_force,
                         options.grid,
                         outcome.certificate,
                         verdict.goals,
                         outcome.tiers});
}

void expect_proved(const Scenario& scenario,
                   const plan::Options& options,
                   const plan::Outcome& outcome) {
  const auto verdict = judge::evaluate(scenario, outcome.plan, options.in_force);
  EXPECT_TRUE(verdict.goals.points == outcome.value) << "judge and optimiser agree";
  EXPECT_EQ(outcome.tiers.size(), tiers_of(scenario, options.in_force).size());
  for (const verify::Check& check : verified(scenario, options, outcome))
    EXPECT_TRUE(check.holds) << check.claim << ": " << check.finding;
}

std::string text_of(const Values& values) {
  std::string text;
  for (const Wide value : values) text += (text.empty() ? "" : ", ") + to_text(value);
  return text;
}

Scenario built(const Draft& draft) {
  auto scenario = Scenario::build(draft);
  EXPECT_TRUE(scenario.has_value());
  return std::move(scenario).value();
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

// One unit: either the spring's exercise, which matters most, or two that together weigh more.
support::Situation spring() {
  support::Situation s;
  s.row("priorities", {{"priority", "high"}, {"weight", "3"}})
      .row("priorities", {{"priority", "low"}, {"weight", "2"}})
      .requirement("spring",
                   {{"priority", "high"}, {"from", "2024-03-01"}, {"until", "2024-05-01"}})
      .requirement("before", {{"priority", "low"}, {"from", "2024-02-01"}, {"until", "2024-04-01"}})
      .requirement("after", {{"priority", "low"}, {"from", "2024-04-01"}, {"until", "2024-06-01"}})
      .unit("battalion")
      .offer("O", "battalion");
  for (DraftRow& row : s.draft().table("requirements").rows)
    support::cell_of(s.draft().table("requirements"), row, "indivisible") = "true";
  return s;
}

TEST(Strict, DoesNotTradeTwoLinesAgainstOneThatMattersMore) {
  const Scenario scenario = spring().build();
  const auto weighted = solve(scenario, {});
  EXPECT_EQ(weighted.plan.tours.size(), 2U) << "by weights 120 × 2 days are more than 61 × 3";
  const auto strict = solve_strictly(scenario, {});
  ASSERT_EQ(strict.plan.tours.size(), 1U);
  EXPECT_EQ(strict.plan.tours[0].requirement, support::requirement_of(scenario, "spring"));
  expect_proved(scenario, {}, strict);
  ASSERT_EQ(strict.tiers.size(), 4U) << "two priorities, firmness, cost";
  EXPECT_TRUE(strict.tiers[0].value == 0 && strict.tiers[0].bound == 0);
  EXPECT_TRUE(strict.tiers[1].value == 121'000) << to_text(strict.tiers[1].value);
  EXPECT_TRUE(strict.tiers[1].bound == 121'000) << to_text(strict.tiers[1].bound);
  EXPECT_EQ(strict.stop, plan::Stop::optimal);
}

TEST(Strict, ABoundOfALowerTierSpeaksOfPlansThatAreAsGoodInTheHigher) {
  const Scenario scenario = spring().build();
  const auto strict = solve_strictly(scenario, {});
  const auto& weights = strict.tiers[1].weights;
  ASSERT_EQ(weights.size(), 2U);
  EXPECT_GT(weights[0], 0) << "alone, the second tier could have all of its two lines filled";
}

TEST(Strict, PrioritiesOfOneWeightAreOneTier) {
  support::Situation s;
  s.row("priorities", {{"priority", "same"}, {"weight", "100"}})
      .requirement("R", {{"priority", "p2"}})
      .requirement("S", {{"priority", "same"}})
      .requirement("T", {{"priority", "p3"}})
      .requirement("U", {{"priority", "p1"}, {"quantity", ""}});
  const Scenario scenario = s.build();
  const auto tiers = tiers_of(scenario, {});
  ASSERT_EQ(tiers.size(), 4U) << "p1 has no requirement with a quantity";
  EXPECT_EQ(tiers[0].priorities.size(), 2U);
  EXPECT_EQ(tiers[1].priorities.size(), 1U);
  EXPECT_EQ(tiers[2].goal, TierGoal::firmness);
  EXPECT_EQ(tiers[3].goal, TierGoal::cost);
  Plan in_force;
  in_force.deliveries.emplace_back();
  EXPECT_EQ(tiers_of(scenario, in_force).back().goal, TierGoal::distance);
}

// What the search, the proofs and verify look at is the sum that it is said to be.
TEST(Strict, PointsOfAWeighedSituationAreTheWeightedTiers) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario =
        built(support::with_more_rules(generate::generate(small_sizes(), seed), seed));
    plan::Options options;
    options.exact = options.polish = false;
    options.in_force = solve(scenario, options).plan;
    options.counting = Counting::expected;
    const Plan plan = solve(scenario, options).plan;
    const auto tiers = tiers_of(scenario, options.in_force);
    const Values values = judged(scenario, options, plan);
    Random random{seed, 0, 0};
    TierWeights weights;
    Points sum = 0;
    for (std::size_t t = 0; t < tiers.size(); ++t) {
      weights.push_back(random.between(0, 9));
      sum += values[t] * weights[t] * points_each(tiers[t].goal);
    }
    const auto verdict = judge::evaluate(weighed(scenario, tiers, weights), plan, options.in_force);
    EXPECT_TRUE(verdict.goals.points == sum)
        << to_text(verdict.goals.points) << " is not " << to_text(sum);
  }
}

TEST(Strict, IsNeverWorseThanByWeightsAndEveryTierIsProved) {
  std::size_t better = 0, tiers = 0, closed = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = built(
        seed % 2 == 0 ? generate::generate(small_sizes(), seed)
                      : support::with_more_rules(generate::generate(small_sizes(), seed), seed));
    plan::Options options;
    options.seed = seed;
    options.counting = seed % 3 == 0 ? Counting::firm : Counting::best;
    options.exact = options.polish = seed % 8 == 0;
    const auto weighted = solve(scenario, options);
    if (seed % 5 == 0) options.in_force = weighted.plan;
    const auto strict = solve_strictly(scenario, options);
    expect_proved(scenario, options, strict);
    const Values by_weights = judged(scenario, options, weighted.plan);
    const Values by_tiers = judged(scenario, options, strict.plan);
    EXPECT_FALSE(seed % 5 != 0 && by_weights < by_tiers)
        << text_of(by_tiers) << " is worse than " << text_of(by_weights);
    if (by_tiers < by_weights) ++better;
    for (const TierProof& tier : strict.tiers) {
      ++tiers;
      if (tier.bound == tier.value) ++closed;
    }
  }
  EXPECT_GE(better, 3U) << "situations in which tiers and weights agree test little";
  EXPECT_GE(closed, tiers / 4) << "bounds that never meet a value prove little";
  std::cout << better << " of 12 better than by weights; " << closed << " of " << tiers
            << " tiers proved the best possible\n";
}

TEST(Strict, ReachesTheBestOfTheFirstTierWhereThatIsKnown) {
  auto sizes = small_sizes();
  sizes.units = 4;
  sizes.requirements = 4;
  sizes.months = 6;
  sizes.nations = 2;
  sizes.capabilities = 1;
  sizes.shares.pools = 0;
  std::size_t known = 0, unmet = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Scenario scenario = built(generate::generate(sizes, seed));
    const auto tiers = tiers_of(scenario, {});
    if (tiers.front().goal != TierGoal::unmet) continue;
    const auto alone = solve(weighed(scenario, tiers, {1}), {});
    if (alone.stop != plan::Stop::optimal && alone.stop != plan::Stop::exhausted) continue;
    ++known;
    const auto strict = solve_strictly(scenario, {});
    const Wide least = alone.value / points_per_thousandth_day;
    EXPECT_TRUE(strict.tiers[0].value == least)
        << "seed " << seed << ": " << to_text(strict.tiers[0].value) << " where " << to_text(least)
        << " can be had";
    if (least > 0) ++unmet;
  }
  EXPECT_GE(known, 40U);
  EXPECT_GE(unmet, 10U) << "where all can be filled nothing is tested";
  std::cout << known << " situations, in " << unmet << " something of the first tier stays unmet\n";
}

bool same(const plan::Outcome& a, const plan::Outcome& b) {
  const auto is_same = [](const TierProof& one, const TierProof& other) {
    const auto& prices = one.certificate.requirement;
    const auto is_equal = [&](auto id) { return prices[id] == other.certificate.requirement[id]; };
    return one.value == other.value && one.bound == other.bound && one.weights == other.weights
           && std::ranges::all_of(prices.ids(), is_equal);
  };
  return a.plan.tours == b.plan.tours && a.plan.deliveries == b.plan.deliveries
         && a.certificate.bound == b.certificate.bound
         && std::ranges::equal(a.tiers, b.tiers, is_same);
}

TEST(Strict, IsTheSameOnAnyNumberOfThreads) {
  for (const std::uint64_t seed : {3U, 8U}) {
    const Scenario scenario = built(generate::generate(small_sizes(), seed));
    plan::Options options;
    const auto one = solve_strictly(scenario, options);
    options.threads = 3;
    EXPECT_TRUE(same(one, solve_strictly(scenario, options))) << "seed " << seed;
  }
}

TEST(Strict, AStopKeepsTheBestPlanAndWhatIsProvedOfIt) {
  const Scenario scenario = built(generate::generate(small_sizes(), 5));
  std::stop_source source;
  source.request_stop();
  const auto outcome = solve_strictly(scenario, {}, source.get_token());
  EXPECT_FALSE(outcome.plan.tours.empty());
  expect_proved(scenario, {}, outcome);
  EXPECT_EQ(outcome.stop, plan::Stop::interrupted);
}

TEST(Strict, WhatIsClaimedBeyondTheProofIsRefused) {
  const Scenario scenario = spring().build();
  const auto honest = solve_strictly(scenario, {});
  const auto refused = [&](const plan::Outcome& claimed) {
    std::string broken;
    for (const verify::Check& check : verified(scenario, {}, claimed))
      if (!check.holds) broken += check.claim + ";";
    return broken;
  };
  EXPECT_EQ(refused(honest), "");
  auto claimed = honest;
  claimed.tiers[1].bound -= 1;
  EXPECT_EQ(refused(claimed), "tier 2;") << "a bound is what the prices prove, no less";
  claimed = honest;
  claimed.tiers[1].value -= 1;
  EXPECT_EQ(refused(claimed), "tier 2;");
  claimed = honest;
  claimed.tiers[1].weights.back() = 0;
  EXPECT_EQ(refused(claimed), "tier 2;");
  claimed = honest;
  claimed.tiers[1].weights.front() = -1;
  EXPECT_EQ(refused(claimed), "tier 2;");
  claimed = honest;
  claimed.tiers[0].certificate.requirement[Id<Requirement>{1}].front() = 1;
  EXPECT_EQ(refused(claimed), "tier 1;") << "what weighs nothing has no price";
  claimed = honest;
  claimed.tiers.pop_back();
  EXPECT_EQ(refused(claimed), "tier 1;tier 2;tier 3;tier 4;");
}

}  // namespace
}  // namespace muster
