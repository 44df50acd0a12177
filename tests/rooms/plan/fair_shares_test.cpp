// SPDX-License-Identifier: Apache-2.0
// Fair shares: people-days above them weigh beside what is unmet, in the plan's value and in its
// bound, on generated situations and where every plan can be tried.
#include "support/fair_shares.hpp"

#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "model/cell_value.hpp"
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

plan::Outcome solve(const Scenario& scenario, const plan::Options& options) {
  Silent silent;
  return plan::solve(scenario, options, silent, std::stop_token{});
}

Scenario built(const Draft& draft) {
  auto scenario = Scenario::build(draft);
  EXPECT_TRUE(scenario.has_value());
  return std::move(scenario).value();
}

// All claims of the plan hold, by verify.
void expect_proved(const Scenario& scenario,
                   const plan::Options& options,
                   const plan::Outcome& outcome) {
  const auto verdict = judge::evaluate(scenario, outcome.plan, options.in_force);
  EXPECT_TRUE(verdict.goals.points == outcome.value)
      << to_text(verdict.goals.points) << " judged, " << to_text(outcome.value) << " planned";
  const std::vector<verify::Check> checks = verify::verify(scenario,
                                                           {outcome.plan,
                                                            options.in_force,
                                                            options.grid,
                                                            outcome.certificate,
                                                            verdict.goals,
                                                            outcome.tiers});
  for (const verify::Check& check : checks)
    EXPECT_TRUE(check.holds) << check.claim << ": " << check.finding;
}

// Two nations can each hold a line of a year; one should bear no more than half of it.
support::Situation two_nations(const std::string& share, const std::string& weight) {
  support::Situation s;
  s.requirement("line", {{"from", "2024-01-01"}, {"until", "2025-01-01"}});
  s.unit("N-1", {{"personnel", "100"}}).offer("O-N", "N-1");
  s.unit("D-1", {{"nation", "DEU"}, {"personnel", "100"}});
  s.offer("O-F", "D-1", {{"nation", "DEU"}, {"status", "explored"}});
  s.row("fair_shares", {{"nation", "NLD"}, {"people_days", share}, {"weight", weight}});
  return s;
}

Wide borne_by(const Scenario& scenario, const Plan& plan, std::string_view nation) {
  return judge::people_days(scenario, plan)[*scenario.find_nation(nation)];
}

TEST(FairShares, TheOtherNationTakesOverWhatIsAbove) {
  constexpr std::int64_t half = 182 * 100;
  support::Situation s = two_nations(std::to_string(half), "0.001");
  support::cell_of(s.draft().table("offers"), s.draft().table("offers").rows[1], "until") =
      "2024-08-01";  // not all of it, so each must have its part
  const Scenario scenario = s.build();
  const auto outcome = solve(scenario, {});
  expect_proved(scenario, {}, outcome);
  const auto goals = judge::evaluate(scenario, outcome.plan, {}).goals;
  EXPECT_TRUE(goals.unmet == 0 && goals.excess == 0);
  EXPECT_TRUE(borne_by(scenario, outcome.plan, "NLD") <= half)
      << "though the other's offer is less firm";
}

TEST(FairShares, OutweighsFillWhereNobodyElseCanServeAndItWeighsMore) {
  for (const auto& [weight, serves] : {std::pair{"0.001", true}, std::pair{"10000", false}}) {
    support::Situation s = two_nations("0", weight);
    support::cell_of(s.draft().table("offers"), s.draft().table("offers").rows[1], "status") =
        "withdrawn";
    const Scenario scenario = s.build();
    const auto outcome = solve(scenario, {});
    expect_proved(scenario, {}, outcome);
    EXPECT_TRUE(outcome.certificate.bound == outcome.value);
    EXPECT_EQ(outcome.plan.tours.empty(), !serves) << weight;
  }
}

TEST(FairShares, StrictlyFillComesFirstWhateverTheWeight) {
  support::Situation s = two_nations("0", "10000");
  support::cell_of(s.draft().table("offers"), s.draft().table("offers").rows[1], "until") =
      "2024-03-01";
  const Scenario scenario = s.build();
  Silent silent;
  const auto outcome = plan::solve_strictly(scenario, {}, silent, {});
  expect_proved(scenario, {}, outcome);
  ASSERT_EQ(outcome.tiers.size(), 4U) << "unmet, excess, firmness, cost";
  EXPECT_TRUE(outcome.tiers[0].value == 0);
  EXPECT_TRUE(outcome.tiers[1].value == Wide{306} * 100 * 10'000'000)
      << to_text(outcome.tiers[1].value);
  for (const TierProof& tier : outcome.tiers)
    EXPECT_TRUE(tier.bound == tier.value) << to_text(tier.value) << " " << to_text(tier.bound);
}

generate::Sizes small_sizes() {
  generate::Sizes sizes;
  sizes.units = 12;
  sizes.requirements = 10;
  sizes.months = 18;
  sizes.nations = 5;
  sizes.capabilities = 3;
  sizes.shares.double_use = 15;
  sizes.shares.parts = 15;
  return sizes;
}

Draft small_situation(std::uint64_t seed) {
  Draft draft = generate::generate(small_sizes(), seed);
  if (seed % 2 == 0) draft = support::with_more_rules(std::move(draft), seed);
  return support::with_fair_shares(std::move(draft), seed);
}

TEST(FairShares, AreJudgedAndProvedOnGeneratedSituations) {
  std::size_t above = 0, priced = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = built(small_situation(seed));
    plan::Options options;
    options.seed = seed;
    options.exact = options.polish = seed % 3 == 0;
    options.components = seed % 4 == 0;
    options.reopening = seed == 20;
    options.part = seed % 10 == 1 ? 1 : 20;
    const auto outcome = solve(scenario, options);
    expect_proved(scenario, options, outcome);
    if (judge::excess(scenario, outcome.plan) > 0) ++above;
    for (const auto id : outcome.certificate.fair_share.ids())
      if (outcome.certificate.fair_share[id] > 0) ++priced;
    if (seed % 10 != 0) continue;
    options.start = options.in_force = Plan{outcome.plan.counting, outcome.plan.tours, {}};
    expect_proved(scenario, options, solve(scenario, options));
  }
  EXPECT_GT(above, 20U);
  EXPECT_GT(priced, 60U);
  std::cout << above << " plans above a fair share, " << priced << " shares with a price\n";
}

TEST(FairShares, TiersAreProvedOnGeneratedSituations) {
  std::size_t above = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = built(small_situation(seed));
    plan::Options options;
    options.part = 20;
    Silent silent;
    const auto outcome = plan::solve_strictly(scenario, options, silent, {});
    expect_proved(scenario, options, outcome);
    if (judge::excess(scenario, outcome.plan) > 0) ++above;
  }
  EXPECT_GT(above, 2U);
}

TEST(FairShares, ThreadsChangeNothing) {
  generate::Sizes sizes = small_sizes();
  sizes.units = 260;  // more than one region
  sizes.requirements = 120;
  const Scenario scenario = built(support::with_fair_shares(generate::generate(sizes, 7), 7));
  plan::Options options;
  options.threads = 1;
  options.part = 4;
  const auto first = solve(scenario, options);
  expect_proved(scenario, options, first);
  for (const unsigned threads : {2U, 8U}) {
    options.threads = threads;
    const auto again = solve(scenario, options);
    EXPECT_TRUE(again.plan.tours == first.plan.tours && again.value == first.value);
    EXPECT_TRUE(again.certificate.bound == first.certificate.bound);
    for (const auto id : again.certificate.fair_share.ids())
      EXPECT_EQ(again.certificate.fair_share[id], first.certificate.fair_share[id]);
  }
}

TEST(FairShares, AnEditedPriceIsRefused) {
  const Scenario scenario = two_nations("5000", "0.001").build();
  const auto outcome = solve(scenario, {});
  const auto id = *scenario->fair_shares.ids().begin();
  const std::int64_t price = outcome.certificate.fair_share[id];
  constexpr std::int64_t most = 1'000'000'000;  // points of a thousandth of a requirement-day
  ASSERT_GT(price, 0);
  ASSERT_LE(price, most);
  const auto goals = judge::evaluate(scenario, outcome.plan, {}).goals;
  for (const std::int64_t edited : {price - 1, price + 1, std::int64_t{-1}, most + 1}) {
    plan::Outcome other = outcome;
    other.certificate.fair_share[id] = edited;
    std::size_t refused = 0;
    for (const verify::Check& check :
         verify::verify(scenario, {other.plan, {}, GridStep::month, other.certificate, goals, {}}))
      refused += check.holds ? 0U : 1U;
    EXPECT_GE(refused, 1U) << edited;
  }
}

// The same situation with one weight for all shares, of a tenth of the people-days.
Draft with_weights(const Draft& draft, std::int64_t thousandths) {
  Draft other = draft;
  DraftTable& shares = other.table("fair_shares");
  for (DraftRow& row : shares.rows) {
    support::cell_of(shares, row, "weight") = to_decimal(thousandths, 3);
    std::string& people_days = support::cell_of(shares, row, "people_days");
    people_days = std::to_string(parse_whole(people_days).value() / 10);
  }
  return other;
}

// With U and E what is unmet and above at the best for each of two weights, U₁ + w₁E₁ ≤ U₂ + w₁E₂
// and U₂ + w₂E₂ ≤ U₁ + w₂E₁: so (w₂ − w₁)(E₂ − E₁) ≤ 0.
TEST(FairShares, AHigherWeightNeverLeavesMoreAboveThem) {
  std::size_t compared = 0, lowered = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Draft draft =
        support::with_fair_shares(generate::generate(generate::tiny_sizes(seed), seed), seed);
    plan::Options options;
    options.part = 10;
    std::optional<Wide> before;
    for (const std::int64_t weight : {1, 10, 100, 1'000, 100'000, 10'000'000}) {
      const Scenario scenario = built(with_weights(draft, weight));
      const auto outcome = solve(scenario, options);
      expect_proved(scenario, options, outcome);
      const bool known =
          outcome.stop == plan::Stop::optimal || outcome.stop == plan::Stop::exhausted;
      if (!known) continue;
      const Wide above = judge::excess(scenario, outcome.plan) / weight;
      if (before) {
        EXPECT_TRUE(above <= *before) << to_text(above) << " at " << weight;
        ++compared;
        lowered += above < *before ? 1U : 0U;
      }
      before = above;
    }
  }
  EXPECT_GE(compared, 60U);
  EXPECT_GE(lowered, 10U);
  std::cout << compared << " pairs of weights, " << lowered << " with less above\n";
}

}  // namespace
}  // namespace muster
