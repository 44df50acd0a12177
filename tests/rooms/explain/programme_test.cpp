// SPDX-License-Identifier: Apache-2.0
#include "explain/programme.hpp"

#include <gtest/gtest.h>

#include "support/situation.hpp"

namespace muster::explain {
namespace {

using support::day;
using support::period;
using support::Situation;

// Ninety instructors teach two cohorts a quarter; four are enough for the target.
Situation school() {
  Situation situation;
  situation.requirement("teachers", {{"capability", "people"}, {"quantity", "90"}})
      .unit("a", {{"capability", "people"}, {"quantity", "90"}})
      .unit("b", {{"capability", "people"}, {"quantity", "90"}})
      .unit("c", {{"capability", "people"}, {"quantity", "90"}})
      .offer("A", "a")
      .offer("B", "b")
      .offer("C", "c")
      .row("programmes",
           {{"activity", "mission"},
            {"instructors_per_cohort", "90"},
            {"cohort_days", "45"},
            {"trainees_per_cohort", "100"},
            {"trained_before", "1000"},
            {"as_of", "2024-01-01"},
            {"target", "1400"},
            {"target_on", "2024-12-31"}});
  return situation;
}

Plan three_rotations(const Scenario& scenario) {
  Plan plan;
  plan.tours = {support::tour(scenario, "A", "teachers", period("2024-01-01", "2024-03-31")),
                support::tour(scenario, "B", "teachers", period("2024-03-31", "2024-06-29")),
                support::tour(scenario, "C", "teachers", period("2024-06-29", "2024-09-27"))};
  return plan;
}

std::vector<Outlook> told(const Scenario& scenario, const Plan& plan) {
  return outlooks(scenario, plan, judge::evaluate(scenario, plan, {}));
}

TEST(Programme, OneRotationLessIsTwoCohortsAndAQuarterLater) {
  const Scenario scenario = school().build();
  const auto all = told(scenario, three_rotations(scenario));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].trained_by_cohort, 100);
  EXPECT_EQ(all[0].curve.reached_on, day("2024-06-29"));
  ASSERT_EQ(all[0].rotations.size(), 3U);
  for (const Rotation& rotation : all[0].rotations) {
    EXPECT_EQ(rotation.cohorts, 2);
    EXPECT_EQ(rotation.fewer_cohorts, 2);
    EXPECT_EQ(rotation.fewer_trained, 200);
    EXPECT_EQ(rotation.instructors, Amount{90'000});
  }
  EXPECT_EQ(all[0].rotations[0].reached_on, day("2024-09-27"));
  EXPECT_EQ(all[0].rotations[1].reached_on, day("2024-09-27"));
  EXPECT_EQ(all[0].rotations[2].reached_on, day("2024-06-29"));
}

TEST(Programme, ToursOfOneOfferWithoutAGapAreOneRotation) {
  const Scenario scenario = school().build();
  Plan plan;
  plan.tours = {support::tour(scenario, "A", "teachers", period("2024-01-01", "2024-02-10")),
                support::tour(scenario, "A", "teachers", period("2024-02-10", "2024-03-31"))};
  const auto all = told(scenario, plan);
  ASSERT_EQ(all[0].rotations.size(), 1U);
  EXPECT_EQ(all[0].rotations[0].period, period("2024-01-01", "2024-03-31"));
  EXPECT_EQ(all[0].rotations[0].fewer_trained, 200);
  EXPECT_FALSE(all[0].rotations[0].reached_on);
}

// What is told of a rotation is what the law says of the plan without its tours.
TEST(Programme, OneRotationLessIsThePlanWithoutItsTours) {
  Situation situation = school();
  situation
      .requirement("more", {{"capability", "people"}, {"quantity", "90"}, {"overlap_days", "7"}})
      .unit("d", {{"capability", "people"}, {"quantity", "180"}, {"divisible", "true"}})
      .offer("D", "d");
  const Scenario scenario = situation.build();
  Plan plan = three_rotations(scenario);
  Tour part = support::tour(scenario, "D", "more", period("2024-02-01", "2024-11-01"));
  for (const std::int64_t quantity : {30, 90, 120}) {
    part.quantity = quantity;
    part.period.from += Days{quantity / 10};
    plan.tours.push_back(part);
  }
  const auto all = told(scenario, plan);
  ASSERT_EQ(all[0].rotations.size(), 6U);
  for (const Rotation& rotation : all[0].rotations) {
    Plan rest = plan;
    std::erase_if(rest.tours, [&](const Tour& tour) {
      return tour.offer == rotation.offer && tour.period == rotation.period;
    });
    ASSERT_EQ(rest.tours.size(), 5U);
    const TrainingCurve without = training(scenario, judge::evaluate(scenario, rest, {})).at(0);
    EXPECT_EQ(without.reached_on, rotation.reached_on);
    EXPECT_EQ(all[0].curve.points.back().trained - without.points.back().trained,
              rotation.fewer_trained);
  }
}

TEST(Programme, NoneWhereTheDataHasNone) {
  const Scenario scenario = Situation{}.requirement("here").build();
  EXPECT_TRUE(told(scenario, {}).empty());
}

TEST(Programme, WithoutInstructorsNothingIsTrained) {
  const Scenario scenario = school().build();
  const auto all = told(scenario, {});
  EXPECT_TRUE(all[0].rotations.empty());
  EXPECT_FALSE(all[0].curve.reached_on);
}

}  // namespace
}  // namespace muster::explain
