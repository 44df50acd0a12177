// SPDX-License-Identifier: Apache-2.0
// Schedules of several members that are decided together.
#include "plan/lp/reopening.hpp"

#include <gtest/gtest.h>

#include "plan/search/search.hpp"
#include "support/situation.hpp"

namespace muster::plan {
namespace {

class Silent : public Observer {
 public:
  void progress(const Progress& /*progress*/) override {}
};

// `able` can serve both; `other` only what weighs more.
Scenario a_trap() {
  support::Situation s;
  s.requirement("heavy", {{"quantity", "1"}, {"priority", "p2"}})
      .requirement("light", {{"quantity", "1"}, {"priority", "p3"}})
      .unit("able")
      .unit("other")
      .offer("A", "able")
      .offer("O", "other")
      .row("caveats", {{"offer", "O"}, {"rule", "only_requirement"}, {"value", "heavy"}});
  return s.build();
}

// In order: the able one takes what weighs more, and nothing is left to the other.
State trapped(const Instance& instance) {
  State state{instance};
  construct(state, {});
  descend(state, 1, std::stop_token{});
  return state;
}

TEST(Reopening, FindsTheTurnOfTwoThatNeitherTakesAlone) {
  const Scenario scenario = a_trap();
  const Instance instance = make_instance(scenario, {});
  State state = trapped(instance);
  EXPECT_GT(state.value().unmet, 0) << "descent finds no way out";
  const auto prices = no_prices<double>(instance);
  Effort effort;
  Silent silent;
  reopen_schedules(state, {.rounds = 8, .prices = &prices}, effort, silent, std::stop_token{});
  EXPECT_EQ(state.value().unmet, 0);
  EXPECT_GT(effort.reopenings, 0U);
}

TEST(Reopening, DecidesInWholeToursWhatLeavesLeastUnmet) {
  const Scenario scenario = a_trap();
  const Instance instance = make_instance(scenario, {});
  State state = trapped(instance);
  const std::vector<std::size_t> members{0, 1};
  std::vector<Schedule> before;
  for (const std::size_t member : members) {
    before.push_back(state.schedule(member));
    state.take(member);
  }
  Reopening reopening{state, members};
  ASSERT_EQ(reopening.groups(), 2U);
  for (std::size_t g = 0; g < 2; ++g) reopening.allow(g, before[g]);
  auto prices = no_prices<double>(instance);
  ASSERT_TRUE(reopening.relax(prices, std::stop_token{}));
  const double first = reopening.unmet();
  for (std::size_t g = 0; g < 2; ++g)
    for (std::uint32_t u = 0; u < instance.crews[g].uses.size(); ++u) {
      const Use& use = instance.crews[g].uses[u];
      reopening.allow(g, {{u, use.from, use.until}});
    }
  const auto after = reopening.solve(before, {.nodes = 10}, std::stop_token{});
  ASSERT_EQ(after.size(), 2U);
  EXPECT_LT(reopening.unmet(), first);
  EXPECT_NEAR(reopening.unmet(), 0.0, 1e-3);
  for (std::size_t k = 0; k < 2; ++k) {
    ASSERT_TRUE(state.fits(members[k], after[k]));
    state.put(members[k], after[k]);
  }
  EXPECT_EQ(state.value().unmet, 0);
}

// With nothing to choose from but what was there, nothing can be left less unmet.
TEST(Reopening, LeavesThePlanAsItIsWhereNothingIsBetter) {
  support::Situation s;
  s.requirement("R", {{"quantity", "2"}}).unit("only").offer("O", "only");
  const Scenario scenario = s.build();
  const Instance instance = make_instance(scenario, {});
  State state = trapped(instance);
  const Schedule schedule = state.schedule(0);
  const auto prices = no_prices<double>(instance);
  Effort effort;
  Silent silent;
  reopen_schedules(state, {.rounds = 4, .prices = &prices}, effort, silent, std::stop_token{});
  EXPECT_EQ(state.schedule(0), schedule);
}

}  // namespace
}  // namespace muster::plan
