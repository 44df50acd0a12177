// SPDX-License-Identifier: Apache-2.0
#include "model/goals.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "support/situation.hpp"

namespace muster {
namespace {

using support::offer_of;
using support::Situation;

const Offer& first_offer(const Scenario& scenario) {
  return scenario->offers[Id<Offer>{0}];
}

Scenario one_offer(const support::Fields& more) {
  Situation s;
  s.unit("u");
  s.requirement("r");  // 366 days
  s.offer("o", "u", more);
  return s.build();
}

TEST(Goals, SoftnessFollowsTheStatus) {
  EXPECT_EQ(softness(OfferStatus::in_place), 0);
  EXPECT_EQ(softness(OfferStatus::committed), 0);
  EXPECT_EQ(softness(OfferStatus::accepted), 1);
  EXPECT_EQ(softness(OfferStatus::offered), 2);
  EXPECT_EQ(softness(OfferStatus::intended), 3);
  EXPECT_EQ(softness(OfferStatus::explored), 4);
}

TEST(Goals, APieceCountsDaysAndCost) {
  const Scenario by_day =
      one_offer({{"status", "offered"}, {"cost_eur", "500"}, {"cost_per", "day"}});
  const PieceGoals daily = piece_goals(first_offer(by_day), 30, 12);
  EXPECT_EQ(daily.firmness, 60);
  EXPECT_EQ(daily.cost, 15'000);
  EXPECT_EQ(daily.distance, 12);
  const Scenario by_tour = one_offer({{"cost_eur", "500"}, {"cost_per", "tour"}});
  EXPECT_EQ(piece_goals(first_offer(by_tour), 30, 0).cost, 500);
  EXPECT_EQ(cost_once(first_offer(by_tour)), 0);
  const Scenario once = one_offer({{"cost_eur", "500"}, {"cost_per", "once"}});
  EXPECT_EQ(piece_goals(first_offer(once), 30, 0).cost, 0);
  EXPECT_EQ(cost_once(first_offer(once)), 500);
}

TEST(Goals, ScalesBoundWhatOneUnitCanDo) {
  const GoalScales scales =
      goal_scales(one_offer({{"status", "explored"}, {"cost_eur", "10"}, {"cost_per", "day"}}));
  EXPECT_EQ(scales.firmness, 1 + 4 * 366);
  EXPECT_EQ(scales.cost, 1 + 10 * 366);
  EXPECT_EQ(scales.distance, 1 + 366);
}

TEST(Goals, ToursAreAsManyAsTheMinimumTermAllows) {
  const GoalScales scales =
      goal_scales(one_offer({{"minimum_days", "100"}, {"cost_eur", "10"}, {"cost_per", "tour"}}));
  EXPECT_GE(scales.cost, 3 * 10);
  EXPECT_LE(scales.cost, 1 + 4 * 10);
}

TEST(Goals, APoolCountsEveryPiece) {
  Situation s;
  s.unit("pool", {{"divisible", "true"}, {"quantity", "5"}});
  s.requirement("r");
  s.offer("o", "pool");
  EXPECT_EQ(goal_scales(s.build()).distance, 1 + 5 * 366);
}

TEST(Goals, DeliveriesCountADayEach) {
  Situation s;
  s.requirement("tanks", {{"capability", "tanks"}, {"kind", "delivery"}, {"quantity", "20"}});
  s.requirement("cap", {{"capability", "fund"}, {"kind", "delivery"}, {"quantity", "5000000"}});
  s.offer("t", "", {{"capability", "tanks"}, {"quantity", "12"}});
  EXPECT_EQ(goal_scales(s.build()).distance, 1 + 12);
  s.offer("m", "", {{"capability", "fund"}, {"quantity", "3000000"}});
  EXPECT_EQ(goal_scales(s.build()).distance, 1 + 12 + 3000);  // money moves in thousands
}

TEST(Goals, DoubleUseCountsTwice) {
  Situation s;
  s.unit("u");
  s.requirement("a");
  s.requirement("b");
  s.offer("o", "u");
  s.row("double_use", {{"unit", "u"}, {"requirement", "a"}, {"also", "b"}});
  EXPECT_EQ(goal_scales(s.build()).distance, 1 + 2 * 366);
}

TEST(Goals, WhatServesNothingCannotCount) {
  Situation s;
  s.requirement("r");
  s.offer("o", "", {{"capability", "tanks"}, {"quantity", "12"}});
  EXPECT_EQ(goal_scales(s.build()).distance, 1);
}

TEST(Goals, AllThreeTogetherStayBelowOneThousandthOfADay) {
  const Scenario scenario =
      one_offer({{"status", "explored"}, {"cost_eur", "10"}, {"cost_per", "day"}});
  const LaterRates rates = later_rates(first_offer(scenario), goal_scales(scenario));
  const std::int64_t most = to_points(rates, 366, 366);
  EXPECT_LE(most, firmness_share + cost_share + distance_share);
  EXPECT_GE(most, (firmness_share + cost_share + distance_share) / 100 * 99);
  EXPECT_LT(firmness_share + cost_share + distance_share, points_per_thousandth_day);
}

TEST(Goals, TwoToursEndToEndCostWhatTheOneOverBothCosts) {
  const Scenario scenario =
      one_offer({{"status", "offered"}, {"cost_eur", "7"}, {"cost_per", "day"}});
  const LaterRates rates = later_rates(first_offer(scenario), goal_scales(scenario));
  EXPECT_EQ(to_points(rates, 31, 10) + to_points(rates, 29, 20), to_points(rates, 60, 30));
}

TEST(Goals, ATourAndAUseCostWhatTheyCostOnce) {
  GoalScales scales;
  scales.firmness = 100;
  scales.cost = 1000;
  scales.distance = 70;
  const auto rates = [&](const support::Fields& cost) {
    return later_rates(first_offer(one_offer(cost)), scales);
  };
  EXPECT_EQ(rates({{"cost_eur", "500"}, {"cost_per", "tour"}}).per_tour, cost_share / 2);
  EXPECT_EQ(rates({{"cost_eur", "500"}, {"cost_per", "once"}}).once, cost_share / 2);
  EXPECT_EQ(rates({{"cost_eur", "500"}, {"cost_per", "once"}}).per_tour, 0);
}

TEST(Goals, AUnitIsActivatedOnce) {
  Situation s;
  s.requirement("r");
  s.unit("u", {{"activation_eur", "2000"}});
  s.unit("idle", {{"activation_eur", "7000"}});
  s.unit("useless", {{"activation_eur", "9000"}, {"capability", "tanks"}});
  s.offer("o", "u", {{"cost_eur", "999"}, {"cost_per", "once"}});
  s.offer("x", "useless");
  const Scenario scenario = s.build();
  const GoalScales scales = goal_scales(scenario);
  EXPECT_EQ(scales.cost, 1 + 999 + 2000) << "who serves nothing is never activated";
  const Unit& unit = scenario->units[Id<Unit>{0}];
  EXPECT_EQ(activation_cost(unit), 2000);
  EXPECT_EQ(activation_points(unit, scales), cost_share / 3 * 2);
}

TEST(Goals, LargeFiguresDoNotOverflow) {
  Situation s;
  s.unit("pool", {{"divisible", "true"}, {"quantity", "1000000000000"}});
  s.requirement("r");
  s.offer("o", "pool", {{"cost_eur", "1000000000000"}, {"cost_per", "day"}});
  const Scenario scenario = s.build();
  const GoalScales scales = goal_scales(scenario);
  EXPECT_EQ(scales.cost, std::numeric_limits<std::int64_t>::max());
  EXPECT_GE(to_points(later_rates(first_offer(scenario), scales), 366, 366), 0);
}

}  // namespace
}  // namespace muster
