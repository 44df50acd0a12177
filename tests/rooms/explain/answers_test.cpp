// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "explain/explain.hpp"
#include "support/situation.hpp"

namespace muster::explain {
namespace {

using support::day;
using support::period;
using support::Situation;

Situation school() {
  Situation situation;
  situation.requirement("teachers", {{"capability", "people"}, {"quantity", "90"}})
      .unit("a", {{"capability", "people"}, {"quantity", "90"}})
      .unit("b", {{"capability", "people"}, {"quantity", "90"}})
      .offer("A", "a")
      .offer("B", "b")
      .row("programmes",
           {{"activity", "mission"},
            {"instructors_per_cohort", "90"},
            {"cohort_days", "45"},
            {"trainees_per_cohort", "201"},
            {"pass_rate", "0.98"},
            {"trained_before", "1000"},
            {"as_of", "2024-01-01"},
            {"target", "1500"},
            {"target_on", "2024-12-31"}});
  return situation;
}

TEST(Training, TwoCohortsARotationOfNinetyDays) {
  const Scenario scenario = school().build();
  Plan plan;
  plan.tours.push_back(
      support::tour(scenario, "A", "teachers", period("2024-01-01", "2024-03-31")));
  const auto curves = training(scenario, judge::evaluate(scenario, plan, {}));
  ASSERT_EQ(curves.size(), 1U);
  ASSERT_EQ(curves[0].points.size(), 2U);
  EXPECT_EQ(curves[0].points[0].on, day("2024-02-15"));
  EXPECT_EQ(curves[0].points[0].trained, 1196);  // 201 × 0.98 is 196.98, rounded down
  EXPECT_EQ(curves[0].points[1].on, day("2024-03-31"));
  EXPECT_EQ(curves[0].broken_off, 0);
  EXPECT_FALSE(curves[0].reached_on);
}

TEST(Training, ACohortSpansAHandoverButNoGap) {
  const Scenario scenario = school().build();
  Plan plan;
  plan.tours.push_back(
      support::tour(scenario, "A", "teachers", period("2024-01-01", "2024-02-01")));
  plan.tours.push_back(
      support::tour(scenario, "B", "teachers", period("2024-02-01", "2024-03-31")));
  const auto whole = training(scenario, judge::evaluate(scenario, plan, {}));
  EXPECT_EQ(whole[0].points.size(), 2U);
  plan.tours[1].period.from = day("2024-02-02");
  const auto gap = training(scenario, judge::evaluate(scenario, plan, {}));
  EXPECT_EQ(gap[0].points.size(), 1U);
  EXPECT_EQ(gap[0].broken_off, 2);  // one at the gap, one at the end of the year's instructors
}

TEST(Training, SaysTheDayTheTargetIsReached) {
  const Scenario scenario = school().build();
  Plan plan;
  plan.tours.push_back(
      support::tour(scenario, "A", "teachers", period("2024-01-01", "2025-01-01")));
  const auto curves = training(scenario, judge::evaluate(scenario, plan, {}));
  EXPECT_EQ(curves[0].reached_on, day("2024-01-01") + Days{3 * 45});
}

TEST(Fund, FirmExpectedBestAndPaid) {
  Situation situation;
  situation.requirement("money", {{"capability", "fund"}, {"quantity", ""}, {"kind", "delivery"}})
      .offer("A", "", {{"capability", "fund"}, {"quantity", "2000000"}, {"requirement", "money"}})
      .offer("B",
             "",
             {{"capability", "fund"},
              {"quantity", "500000"},
              {"requirement", "money"},
              {"status", "offered"}})
      .row("deliveries",
           {{"delivery", "d"},
            {"offer", "A"},
            {"quantity", "1000000"},
            {"state", "handed_over"},
            {"on", "2024-01-05"}});
  const Scenario scenario = situation.build();
  const auto states = funds(scenario, judge::evaluate(scenario, {}, {}));
  ASSERT_EQ(states.size(), 1U);
  EXPECT_FALSE(states[0].need);
  EXPECT_EQ(states[0].firm, Amount{2000});
  EXPECT_EQ(states[0].expected, Amount{2000});
  EXPECT_EQ(states[0].best, Amount{2500});
  EXPECT_EQ(states[0].paid, Amount{1000});
}

TEST(Waiting, ListsOpenActsAndWhatWaits) {
  Situation situation;
  situation
      .row("conditions",
           {{"condition", "vote"}, {"name", "A vote"}, {"party", "DEU"}, {"status", "open"}})
      .row("conditions",
           {{"condition", "vote"},
            {"name", "A vote"},
            {"party", "DNK"},
            {"status", "granted"},
            {"on", "2023-12-01"}})
      .unit("a")
      .offer("A", "a", {{"condition", "vote"}})
      .row("promises",
           {{"promise", "tell"},
            {"by", "NLD"},
            {"to", "Parliament"},
            {"about", "More."},
            {"trigger", "vote"},
            {"status", "open"}});
  const auto all = waiting(situation.build());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_FALSE(all[0].met);
  EXPECT_EQ(all[0].open_acts, std::vector<std::size_t>{0});
  EXPECT_EQ(all[0].offers.size(), 1U);
  EXPECT_EQ(all[0].promises, std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace muster::explain
