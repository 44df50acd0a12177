// SPDX-License-Identifier: Apache-2.0
// Distance from the plan in force, weighed against fill: proved like any goal, and traded as the
// weight says. Seeds are in the messages.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "explain/frontier.hpp"
#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "model/goals.hpp"
#include "plan/plan.hpp"
#include "support/more_rules.hpp"
#include "support/planned.hpp"
#include "support/situation.hpp"
#include "verify/verify.hpp"

namespace muster {
namespace {

using support::built;
using support::expect_lawful;
using support::solve;

Draft draft_of(std::uint64_t seed) {
  generate::Sizes sizes;
  sizes.units = 7;
  sizes.requirements = 6;
  sizes.months = 9;
  sizes.nations = 3;
  sizes.capabilities = 2;
  sizes.shares.double_use = 15;
  Draft draft = generate::generate(sizes, seed);
  return seed % 2 == 0 ? draft : support::with_more_rules(std::move(draft), seed);
}

// One offer in five is withdrawn.
Draft after_withdrawals(Draft draft, std::uint64_t seed) {
  Random random{seed};
  for (DraftRow& row : draft.table("offers").rows)
    if (random.below(5) == 0) support::cell_of(draft.table("offers"), row, "status") = "withdrawn";
  return draft;
}

Scenario weighed(Draft draft, const std::string& weight) {
  draft.add("goal_weights", {{"goal", "distance"}, {"weight", weight}, {"note", "of a test"}});
  return built(draft);
}

struct Replanned {
  std::vector<explain::FrontierPoint> points;
  std::vector<plan::Stop> stops;
};

const std::vector<std::string> weights{"0.3", "4", "25", "1000"};

Replanned replanned(std::uint64_t seed) {
  const Draft draft = draft_of(seed);
  plan::Options options;
  options.counting = Counting::best;
  options.seed = seed;
  options.in_force = solve(built(draft), options).plan;
  options.start = options.in_force;
  const Draft after = after_withdrawals(draft, seed);
  Replanned made;
  for (const std::string& weight : weights) {
    SCOPED_TRACE("weight " + weight);
    const Scenario scenario = weighed(after, weight);
    const auto outcome = solve(scenario, options);
    expect_lawful(scenario, options, outcome);
    const auto goals = judge::evaluate(scenario, outcome.plan, options.in_force).goals;
    made.points.push_back({.weight = scenario->distance_weight,
                           .unmet = goals.unmet,
                           .distance = goals.distance,
                           .bound = outcome.certificate.bound,
                           .tours = {}});
    made.stops.push_back(outcome.stop);
  }
  return made;
}

// With a higher weight the best plan has no more distance and no less unmet; and no plan is on the
// wrong side of the frontier that the bounds prove.
TEST(Distance, IsTradedAgainstFillAsItsWeightSays) {
  std::size_t compared = 0;
  std::size_t traded = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Replanned made = replanned(seed);
    for (std::size_t k = 1; k < made.points.size(); ++k) {
      const auto& light = made.points[k - 1];
      const auto& heavy = made.points[k];
      if (made.stops[k - 1] != plan::Stop::optimal || made.stops[k] != plan::Stop::optimal)
        continue;
      ++compared;
      EXPECT_LE(heavy.distance, light.distance);
      EXPECT_TRUE(heavy.unmet >= light.unmet);
      if (heavy.distance < light.distance && heavy.unmet > light.unmet) ++traded;
    }
    for (const auto& point : explain::frontier_of(made.points))
      EXPECT_TRUE(point.least_unmet <= point.unmet);
  }
  EXPECT_GT(compared, 50U);
  EXPECT_GT(traded, 2U);
}

TEST(Distance, WithoutAWeightComesAfterAllThatIsUnmet) {
  const Draft draft = draft_of(2);
  const Scenario plain = built(draft);
  EXPECT_FALSE(plain->distance_weight.has_value());
  EXPECT_LT(points_per_new_day(goal_scales(plain)), points_per_thousandth_day);
  EXPECT_EQ(points_per_new_day(goal_scales(weighed(draft, "0.25"))),
            250 * points_per_thousandth_day);
  EXPECT_EQ(points_per_new_day(goal_scales(weighed(draft, "0"))), 0);
}

}  // namespace
}  // namespace muster
