// SPDX-License-Identifier: Apache-2.0
// The total of days within a span: the optimiser's short way against counting every span, and the
// law of judge.
#include <gtest/gtest.h>

#include "base/random.hpp"

#include "judge/judge.hpp"
#include "plan/rules/rules.hpp"
#include "support/situation.hpp"

namespace muster::plan {
namespace {

using Periods = std::vector<Period>;

Day after(std::int64_t days) {
  return support::day("2024-01-01") + Days{days};
}

// Rising and disjoint, within about 60 days.
Periods draw_tours(Random& random) {
  Periods tours;
  std::int64_t day = random.between(0, 5);
  while (day < 60) {
    const std::int64_t until = day + random.between(1, 14);
    tours.push_back({after(day), after(until)});
    day = until + random.between(0, 12);
  }
  return tours;
}

std::int64_t fullest_span(const Periods& tours, std::int64_t within) {
  std::int64_t most = 0;
  for (std::int64_t first = -within; first < 80; ++first) {
    std::int64_t served = 0;
    for (std::int64_t day = first; day < first + within; ++day)
      for (const Period& tour : tours)
        if (tour.contains(after(day))) ++served;
    most = std::max(most, served);
  }
  return most;
}

TEST(Totals, AreWhatCountingEverySpanFinds) {
  int kept = 0, broken = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Random random{seed};
    const Periods tours = draw_tours(random);
    const std::int64_t within = random.between(1, 40);
    const std::int64_t most = fullest_span(tours, within);
    for (std::int64_t allowed = std::max<std::int64_t>(1, most - 1); allowed <= most + 1;
         ++allowed) {
      const bool keeps = keeps_total({allowed, within}, tours);
      EXPECT_EQ(keeps, most <= allowed) << "seed " << seed << ", " << allowed << " in " << within;
      ++(keeps ? kept : broken);
    }
  }
  EXPECT_GT(kept, 200);
  EXPECT_GT(broken, 200);
}

TEST(Totals, AreTheLawOfJudge) {
  int broken = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Random random{seed};
    const Periods tours = draw_tours(random);
    const TotalRule rule{random.between(10, 20), random.between(20, 40)};
    support::Situation s;
    s.policy("total",
             {{"total_days", std::to_string(rule.most_days)},
              {"total_within_days", std::to_string(rule.within_days)}});
    s.requirement("R").unit("U", {{"policy", "total"}}).offer("O", "U");
    const Scenario scenario = s.build();
    const Unit& unit = scenario->units[Id<Unit>{0}];
    EXPECT_EQ(total_rule(scenario, unit, scenario->requirements[Id<Requirement>{0}]), rule);
    Plan plan;
    for (const Period& days : tours) plan.tours.push_back(support::tour(scenario, "O", "R", days));
    const bool lawful = judge::evaluate(scenario, plan, {}).violations.empty();
    EXPECT_EQ(keeps_total(rule, tours), lawful) << "seed " << seed;
    if (!lawful) ++broken;
  }
  EXPECT_GT(broken, 20);
  EXPECT_LT(broken, 90);
}

TEST(Totals, OnCallAndWithoutAPolicyThereIsNone) {
  support::Situation s;
  s.policy("total", {{"total_days", "10"}, {"total_within_days", "20"}});
  s.requirement("R").requirement("C", {{"kind", "on_call"}});
  s.unit("U", {{"policy", "total"}}).unit("V").offer("O", "U").offer("P", "V");
  const Scenario scenario = s.build();
  const auto rule = [&](std::uint32_t unit, const char* requirement) {
    return total_rule(scenario,
                      scenario->units[Id<Unit>{unit}],
                      scenario->requirements[support::requirement_of(scenario, requirement)]);
  };
  EXPECT_EQ(rule(0, "R"), (TotalRule{10, 20}));
  EXPECT_FALSE(rule(0, "C"));
  EXPECT_FALSE(rule(1, "R"));
}

TEST(Totals, ASingleTourIsNoLongerThanAllThatIsAllowed) {
  EXPECT_EQ(longest_tour({10, 20}), 10);
  EXPECT_FALSE(longest_tour({20, 20})) << "as many as there are";
}

}  // namespace
}  // namespace muster::plan
