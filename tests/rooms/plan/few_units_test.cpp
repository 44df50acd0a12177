// SPDX-License-Identifier: Apache-2.0
// Where nearly all can be filled and units cost to activate: the prices of the busiest bucket, and
// the walks that go to the number of units these allow.
#include "plan/search/few_units.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "plan/bound/ascent.hpp"
#include "plan/bound/certificate.hpp"
#include "plan/bound/starts.hpp"
#include "plan/search/search.hpp"
#include "support/more_rules.hpp"
#include "support/situation.hpp"

namespace muster::plan {
namespace {

class Silent : public Observer {
 public:
  void progress(const Progress& /*progress*/) override {}
};

// Tasks that are hidden in the schedules of `needed` units without a gap, so the fewest units are
// known; each may also be done by about `able` of a hundred of all units.
struct Hidden {
  int units = 10, needed = 8, tasks = 40, able = 40;
};

Scenario hidden(const Hidden& sizes, std::uint64_t seed) {
  Random random{seed};
  constexpr int horizon_days = 200;
  const int each = sizes.tasks / sizes.needed;
  support::Situation s;
  std::vector<std::vector<std::string>> may(static_cast<std::size_t>(sizes.units));
  int number = 0;
  for (int unit = 0; unit < sizes.needed; ++unit) {
    std::set<std::int64_t> cuts{0, horizon_days};
    while (static_cast<int>(cuts.size()) < each + 1)
      cuts.insert(random.between(1, horizon_days - 1));
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
      const std::string key = "T" + std::to_string(number++);
      const Day first = support::day("2024-01-01");
      s.requirement(key,
                    {{"from", muster::to_text(first + Days{*cut})},
                     {"until", muster::to_text(first + Days{*std::next(cut)})},
                     {"quantity", "1"},
                     {"indivisible", "true"}});
      for (int other = 0; other < sizes.units; ++other)
        if (other == unit || static_cast<int>(random.below(100)) < sizes.able)
          may[static_cast<std::size_t>(other)].push_back(key);
    }
  }
  for (int unit = 0; unit < sizes.units; ++unit) {
    const std::string key = "U" + std::to_string(unit);
    s.unit(key, {{"activation_eur", "1000"}}).offer("O" + std::to_string(unit), key);
    for (const std::string& task : may[static_cast<std::size_t>(unit)])
      s.row("caveats",
            {{"offer", "O" + std::to_string(unit)}, {"rule", "only_requirement"}, {"value", task}});
  }
  return s.build();
}

Options by_events() {
  Options options;
  options.grid = GridStep::events;
  return options;
}

Plan plan_of(const State& state) {
  const Instance& instance = state.instance();
  const Scenario& scenario = *instance.scenario;
  Plan plan;
  plan.counting = instance.counting;
  for (std::size_t m = 0; m < state.members().size(); ++m) {
    const Crew& crew = instance.crews[state.members()[m].crew];
    for (const Leg& leg : state.schedule(m)) {
      const Use& use = crew.uses[leg.use];
      const std::int64_t quantity = scenario->units[crew.unit].divisible
                                        ? state.members()[m].pieces
                                        : scenario->offers[use.offer].quantity;
      const Period period{instance.grid[leg.from], instance.grid[leg.until]};
      plan.tours.push_back({use.offer, instance.rows[use.row].requirement, period, quantity});
      if (use.also != no_row)
        plan.tours.push_back({use.offer, instance.rows[use.also].requirement, period, quantity});
    }
  }
  std::ranges::sort(plan.tours);
  return plan;
}

TEST(FewUnits, TheBusiestBucketProvesWhatItNeeds) {
  const Hidden sizes;
  const Scenario scenario = hidden(sizes, 3);
  const Instance instance = make_instance(scenario, by_events());
  const auto peak = peak_prices(instance);
  ASSERT_TRUE(peak.has_value());
  const auto response = respond(instance, *peak, 1);
  for (const double profit : response.profits) EXPECT_LE(profit, 1e-6);
  const std::int64_t a_unit = instance.crews.front().entries.front().points;
  const Certificate certificate = make_certificate(instance, *peak, 1);
  EXPECT_TRUE(certificate.bound > Points{a_unit} * (sizes.needed - 1));
  EXPECT_TRUE(certificate.bound <= Points{a_unit} * sizes.needed);
}

TEST(FewUnits, ThereAreNoPeakPricesWhereNoUnitCostsToServe) {
  support::Situation s;
  s.requirement("R").unit("U").offer("O", "U");
  const Scenario scenario = s.build();
  EXPECT_FALSE(peak_prices(make_instance(scenario, {})).has_value());
}

TEST(FewUnits, ServeAllAndAreProvedTheFewestWithinCountedEffort) {
  std::size_t proved = 0;
  constexpr std::uint64_t seeds = 10;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Hidden sizes;
    const Scenario scenario = hidden(sizes, seed);
    Options options = by_events();
    options.exact = options.polish = false;
    Silent silent;
    const auto outcome = solve(scenario, options, silent, {});
    EXPECT_TRUE(judge::evaluate(scenario, outcome.plan, {}).violations.empty());
    std::set<std::uint32_t> serving;
    for (const Tour& tour : outcome.plan.tours)
      serving.insert(scenario->offers[tour.offer].unit.index());
    EXPECT_EQ(outcome.plan.tours.size(), static_cast<std::size_t>(sizes.tasks));
    proved += outcome.stop == Stop::optimal || outcome.stop == Stop::exhausted ? 1 : 0;
    EXPECT_GE(serving.size(), static_cast<std::size_t>(sizes.needed));
  }
  EXPECT_EQ(proved, seeds);
}

TEST(FewUnits, AreTheSameOnAnyNumberOfThreads) {
  const Scenario scenario = hidden({.units = 14, .needed = 12, .tasks = 96, .able = 25}, 5);
  Options options = by_events();
  options.exact = options.polish = false;
  Silent silent;
  const auto one = solve(scenario, options, silent, {});
  options.threads = 3;
  const auto three = solve(scenario, options, silent, {});
  EXPECT_TRUE(one.plan.tours == three.plan.tours);
  EXPECT_TRUE(one.certificate.bound == three.certificate.bound);
}

// With rules of every kind, and whatever can be filled: prices are a bound, walks keep the law that
// State keeps, and what a state says of itself is what its schedules add up to.
TEST(FewUnits, KeepTheRulesOfGeneratedSituations) {
  generate::Sizes sizes;
  sizes.units = 16;
  sizes.requirements = 10;
  sizes.months = 18;
  sizes.nations = 5;
  sizes.capabilities = 3;
  sizes.shares.double_use = 15;
  sizes.shares.lead_shares = 20;
  sizes.shares.parts = 15;
  std::size_t walked = 0, tours = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    auto built = Scenario::build(support::with_more_rules(generate::generate(sizes, seed), seed));
    ASSERT_TRUE(built.has_value());
    const Scenario scenario = std::move(built).value();
    const Instance instance = make_instance(scenario, by_events());
    if (!has_activation(instance)) continue;
    State state{instance};
    const Seats seats{state};
    FewUnits walk{state, seats, cost_share / 2, Random{seed}};
    walk.walk(25'000);
    ++walked;
    State again{instance};
    std::int64_t activated = 0;
    std::set<std::uint32_t> units;
    for (std::size_t m = 0; m < again.members().size(); ++m) {
      const Schedule& schedule = walk.state().schedule(m);
      again.put(m, schedule);
      const Crew& crew = instance.crews[again.members()[m].crew];
      if (!schedule.empty() && units.insert(crew.unit.index()).second)
        activated += activation_points(scenario->units[crew.unit], instance.scales);
      tours += schedule.size();
    }
    EXPECT_TRUE(again.value() == walk.state().value());
    EXPECT_TRUE(again.is_sound());
    for (const auto& violation : judge::evaluate(scenario, plan_of(walk.state()), {}).violations)
      ADD_FAILURE() << judge::to_text(violation.rule) << " from "
                    << muster::to_text(violation.days.from);
    EXPECT_LE(activated, cost_share / 2);
    if (const auto peak = peak_prices(instance)) {
      const Certificate certificate = make_certificate(instance, *peak, 1);
      EXPECT_TRUE(certificate.bound
                  <= Points{again.value().unmet} * points_per_thousandth_day + again.value().later);
    }
  }
  EXPECT_GT(walked, 20U);
  EXPECT_GT(tours, 200U);
}

}  // namespace
}  // namespace muster::plan
