// SPDX-License-Identifier: Apache-2.0
#include "model/grid.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "support/situation.hpp"

namespace muster {
namespace {

using support::day;
using support::period;
using support::Situation;

bool has(const Grid& grid, std::string_view text) {
  return std::ranges::binary_search(grid, day(text));
}

Situation half_a_year() {
  Situation s;
  s.requirement("r", {{"from", "2024-01-10"}, {"until", "2024-07-01"}});
  return s;
}

TEST(Grid, ByMonthBeginsAndEndsWithTheHorizon) {
  const Grid grid = make_grid(half_a_year().build(), GridStep::month, {});
  const Grid expected{day("2024-01-10"),
                      day("2024-02-01"),
                      day("2024-03-01"),
                      day("2024-04-01"),
                      day("2024-05-01"),
                      day("2024-06-01"),
                      day("2024-07-01")};
  EXPECT_EQ(grid, expected);
}

TEST(Grid, ByWeekIsCutOnMondays) {
  const Grid grid = make_grid(half_a_year().build(), GridStep::week, {});
  EXPECT_TRUE(has(grid, "2024-01-15"));
  EXPECT_FALSE(has(grid, "2024-01-16"));
  EXPECT_EQ(grid.size(), 2U + 24U);  // the two ends and the Mondays between them
}

TEST(Grid, ByEventsHasOnlyTheDaysThatTheDataNames) {
  Situation s = half_a_year();
  s.requirement("q", {{"from", "2024-03-03"}, {"until", "2024-04-04"}});
  const Grid expected{day("2024-01-10"), day("2024-03-03"), day("2024-04-04"), day("2024-07-01")};
  EXPECT_EQ(make_grid(s.build(), GridStep::events, {}), expected);
}

TEST(Grid, ByDayHasEveryDay) {
  const Grid grid = make_grid(half_a_year().build(), GridStep::day, {});
  EXPECT_EQ(grid.size(),
            static_cast<std::size_t>(period("2024-01-10", "2024-07-01").length().count()) + 1);
}

TEST(Grid, NamesEveryDayOfTheDataWithinTheHorizon) {
  Situation s = half_a_year();
  s.unit("u", {{"from", "2024-01-20"}, {"until", "2024-06-20"}});
  s.offer("o", "u", {{"from", "2024-01-21"}, {"until", "2024-05-05"}, {"extension_days", "10"}});
  s.row("budgets",
        {{"budget", "b"},
         {"nation", "NLD"},
         {"from", "2024-02-02"},
         {"until", "2024-02-12"},
         {"amount", "1"},
         {"currency", "EUR"}});
  s.row("ceilings",
        {{"nation", "NLD"}, {"from", "2024-02-03"}, {"until", "2024-02-13"}, {"personnel", "1"}});
  s.row("stocks",
        {{"nation", "NLD"}, {"capability", "tanks"}, {"on", "2024-02-04"}, {"quantity", "1"}});
  s.offer("t", "", {{"capability", "tanks"}});
  s.row("deliveries",
        {{"delivery", "d"},
         {"offer", "t"},
         {"quantity", "1"},
         {"state", "announced"},
         {"on", "2024-02-05"}});
  s.row("conditions",
        {{"condition", "c"},
         {"name", "n"},
         {"party", "p"},
         {"status", "open"},
         {"expected_on", "2024-02-06"}});
  s.row("conditions",
        {{"condition", "c"},
         {"name", "m"},
         {"party", "p"},
         {"status", "granted"},
         {"on", "2030-01-01"}});
  const Scenario scenario = s.build();
  Plan in_force;
  in_force.tours.push_back(support::tour(scenario, "o", "r", period("2024-03-03", "2024-04-04")));
  const Grid grid = make_grid(scenario, GridStep::month, in_force);
  for (const char* text : {"2024-01-20",
                           "2024-06-20",
                           "2024-01-21",
                           "2024-05-05",
                           "2024-05-15",
                           "2024-02-02",
                           "2024-02-12",
                           "2024-02-03",
                           "2024-02-13",
                           "2024-02-04",
                           "2024-02-05",
                           "2024-02-06",
                           "2024-03-03",
                           "2024-04-04"})
    EXPECT_TRUE(has(grid, text)) << text;
  EXPECT_EQ(grid.size(), 7U + 14U);
  EXPECT_EQ(grid.back(), day("2024-07-01"));
}

TEST(Grid, AHandoverHasItsArrivalDays) {
  Situation s;
  s.requirement("r", {{"from", "2024-01-01"}, {"until", "2024-04-01"}, {"overlap_days", "10"}});
  const Grid grid = make_grid(s.build(), GridStep::month, {});
  const Grid expected{day("2024-01-01"),
                      day("2024-01-22"),
                      day("2024-02-01"),
                      day("2024-02-20"),
                      day("2024-03-01"),
                      day("2024-04-01")};
  EXPECT_EQ(grid, expected);
}

TEST(Grid, RisesFromHorizonToHorizonWhateverTheData) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Result<Scenario> scenario =
        Scenario::build(generate::generate(generate::tiny_sizes(seed), seed));
    ASSERT_TRUE(scenario);
    for (const GridStep step : {GridStep::day, GridStep::week, GridStep::month, GridStep::events}) {
      const Grid grid = make_grid(*scenario, step, {});
      EXPECT_EQ(grid.front(), (*scenario)->horizon.from);
      EXPECT_EQ(grid.back(), (*scenario)->horizon.until);
      EXPECT_EQ(std::ranges::adjacent_find(grid, std::greater_equal{}), grid.end()) << seed;
    }
  }
}

TEST(Grid, StepsAreNamed) {
  EXPECT_EQ(to_text(GridStep::day), "day");
  EXPECT_EQ(to_text(GridStep::week), "week");
  EXPECT_EQ(to_text(GridStep::month), "month");
  EXPECT_EQ(to_text(GridStep::events), "events");
}

}  // namespace
}  // namespace muster
