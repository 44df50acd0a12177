// SPDX-License-Identifier: Apache-2.0
// Each story: one requirement left short, and the first reason that is given.
#include <algorithm>

#include <gtest/gtest.h>

#include "explain/explain.hpp"
#include "support/situation.hpp"

namespace muster::explain {
namespace {

using support::period;
using support::Situation;

std::vector<Shortfall> asked(const Scenario& scenario, const Plan& plan) {
  return shortfalls(scenario, plan, judge::evaluate(scenario, plan, {}));
}

// The one shortfall that there is, whatever is planned.
Shortfall only(const Scenario& scenario, const Plan& plan) {
  const auto all = asked(scenario, plan);
  EXPECT_EQ(all.size(), 1U);
  return all.at(0);
}

Plan empty_plan(Counting counting) {
  Plan plan;
  plan.counting = counting;
  return plan;
}

TEST(Shortfall, NobodyOffers) {
  const Scenario scenario = Situation{}.requirement("here").build();
  const Shortfall short_of = only(scenario, {});
  EXPECT_EQ(short_of.period, period("2024-01-01", "2025-01-01"));
  EXPECT_EQ(short_of.unmet, Amount{1000});
  EXPECT_EQ(short_of.reasons.at(0).cause, Cause::nobody_offers);
}

TEST(Shortfall, NothingShortHasNoReason) {
  const Scenario scenario = Situation{}.requirement("here").unit("a").offer("A", "a").build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-01-01", "2025-01-01")));
  EXPECT_TRUE(asked(scenario, plan).empty());
}

TEST(Shortfall, WindowEndsExactlyTwentyOneDaysEarly) {
  const Scenario scenario = Situation{}
                                .requirement("here")
                                .unit("a")
                                .offer("A", "a", {{"until", "2024-12-11"}, {"source", "paper#p3"}})
                                .row("sources", {{"source", "paper"}, {"title", "Paper"}})
                                .build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-01-01", "2024-12-11")));
  const Reason reason = only(scenario, plan).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::window_ends_early);
  EXPECT_EQ(reason.amount, 21);
  EXPECT_EQ(reason.days, period("2024-12-11", "2025-01-01"));
  EXPECT_EQ(reason.source, "paper#p3");
}

TEST(Shortfall, WindowBeginsLate) {
  const Scenario scenario =
      Situation{}.requirement("here").unit("a").offer("A", "a", {{"from", "2024-02-01"}}).build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-02-01", "2025-01-01")));
  const Reason reason = only(scenario, plan).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::window_begins_late);
  EXPECT_EQ(reason.amount, 31);
}

// Tours that are fixed and stay were told as reasons against whoever else could come.
TEST(Shortfall, WhatIsFixedElsewhereAndStaysIsNoReason) {
  const Scenario scenario = Situation{}
                                .requirement("here")
                                .requirement("there")
                                .unit("a")
                                .unit("b")
                                .offer("A", "a", {{"from", "2024-02-01"}})
                                .offer("B", "b", {{"requirement", "there"}})
                                .row("pins",
                                     {{"pin", "1"},
                                      {"kind", "fix"},
                                      {"offer", "B"},
                                      {"requirement", "there"},
                                      {"from", "2024-01-01"},
                                      {"until", "2025-01-01"}})
                                .build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-02-01", "2025-01-01")));
  plan.tours.push_back(support::tour(scenario, "B", "there", period("2024-01-01", "2025-01-01")));
  std::ranges::sort(plan.tours);
  const Reason reason = only(scenario, plan).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::window_begins_late);
  EXPECT_TRUE(reason.beside.empty());
}

TEST(Shortfall, OnlyIntendedUnderFirm) {
  const Scenario scenario =
      Situation{}.requirement("here").unit("a").offer("A", "a", {{"status", "intended"}}).build();
  EXPECT_EQ(only(scenario, empty_plan(Counting::firm)).reasons.at(0).cause, Cause::status);
  EXPECT_EQ(only(scenario, empty_plan(Counting::best)).reasons.at(0).cause, Cause::not_worth_it);
}

TEST(Shortfall, ConditionOpenNamesTheCondition) {
  const Scenario scenario =
      Situation{}
          .requirement("here")
          .unit("a")
          .row("conditions",
               {{"condition", "vote"}, {"name", "A vote"}, {"party", "DEU"}, {"status", "open"}})
          .offer("A", "a", {{"condition", "vote"}})
          .build();
  const Reason reason = only(scenario, empty_plan(Counting::firm)).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::condition_open);
  EXPECT_EQ(reason.condition, Id<Condition>{0});
}

TEST(Shortfall, NoticeThirtyWantedTen) {
  const Scenario scenario = Situation{}
                                .requirement("here", {{"notice_days", "10"}})
                                .unit("a", {{"notice_days", "30"}})
                                .offer("A", "a")
                                .build();
  const Reason reason = only(scenario, {}).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::notice);
  EXPECT_EQ(reason.amount, 30);
  EXPECT_EQ(reason.limit, 10);
}

TEST(Shortfall, CaveatAndScope) {
  Situation situation;
  situation.requirement("here").unit("a").offer("A", "a").caveat("A", "not_place", "skopje");
  EXPECT_EQ(only(situation.build(), {}).reasons.at(0).cause, Cause::caveat);
  Situation other;
  other.activity("away").requirement("here").unit("a").offer("A", "a", {{"activity", "away"}});
  EXPECT_EQ(only(other.build(), {}).reasons.at(0).cause, Cause::scope);
}

TEST(Shortfall, NotOnTheListOfRequirements) {
  Situation situation;
  situation.requirement("here").requirement("there").unit("a").offer("A", "a");
  situation.caveat("A", "season", "02-01/03-01").caveat("A", "only_requirement", "there");
  const Scenario scenario = situation.build();
  Plan plan;
  for (const auto& days : {period("2024-01-01", "2024-02-01"), period("2024-03-01", "2025-01-01")})
    plan.tours.push_back(support::tour(scenario, "A", "there", days));
  const auto all = asked(scenario, plan);
  ASSERT_EQ(all.size(), 2U);
  const Reason reason = all[0].reasons.at(0);
  EXPECT_EQ(all[0].requirement, support::requirement_of(scenario, "here"));
  EXPECT_EQ(reason.cause, Cause::caveat);
  EXPECT_FALSE(reason.caveat) << "the list is no caveat among the others";
}

TEST(Shortfall, ADayOfTheWholeIsMissing) {
  const auto first_reason = [](const support::Fields& offer) {
    const Scenario scenario = Situation{}
                                  .requirement("here", {{"indivisible", "true"}})
                                  .unit("a")
                                  .offer("A", "a", offer)
                                  .build();
    return only(scenario, {}).reasons.at(0);
  };
  EXPECT_EQ(first_reason({{"until", "2024-12-31"}}).cause, Cause::window_ends_early);
  EXPECT_EQ(first_reason({{"until", "2024-12-31"}}).amount, 1);
  EXPECT_EQ(first_reason({{"from", "2024-01-02"}}).cause, Cause::window_begins_late);
  EXPECT_EQ(first_reason({}).cause, Cause::not_worth_it);
}

TEST(Shortfall, TheWholeIsMoreThanIsFree) {
  const Scenario scenario = Situation{}
                                .requirement("here", {{"indivisible", "true"}})
                                .requirement("there", {{"until", "2024-02-01"}})
                                .unit("a")
                                .offer("A", "a")
                                .build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "there", period("2024-01-01", "2024-02-01")));
  const Reason reason = only(scenario, plan).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::elsewhere);
  EXPECT_EQ(reason.elsewhere, support::requirement_of(scenario, "there"));
}

TEST(Shortfall, TheWholeIsLongerThanATourMayBe) {
  const Scenario scenario = Situation{}
                                .policy("turns", {{"tour_max_days", "365"}})
                                .requirement("here", {{"indivisible", "true"}})
                                .unit("a", {{"policy", "turns"}})
                                .offer("A", "a")
                                .build();
  const Reason reason = only(scenario, {}).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::indivisible);
  EXPECT_EQ(reason.limit, 365);
}

TEST(Shortfall, AllThatThePolicyAllowsIsServed) {
  const Scenario scenario =
      Situation{}
          .policy("total", {{"total_days", "91"}, {"total_within_days", "366"}, {"source", "p#1"}})
          .row("sources", {{"source", "p"}, {"title", "Paper"}})
          .requirement("here", {{"until", "2024-07-01"}})
          .unit("a", {{"policy", "total"}})
          .offer("A", "a")
          .build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-01-01", "2024-04-01")));
  const Reason reason = only(scenario, plan).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::totals);
  EXPECT_GT(reason.amount, 91);
  EXPECT_EQ(reason.limit, 91);
  EXPECT_EQ(reason.source, "p#1");
}

TEST(Shortfall, RestingUntil) {
  const Scenario scenario = Situation{}
                                .policy("turns", {{"dwell_ratio", "2"}})
                                .requirement("here", {{"until", "2024-06-01"}})
                                .unit("a", {{"policy", "turns"}})
                                .offer("A", "a")
                                .build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-01-01", "2024-03-01")));
  const Reason reason = only(scenario, plan).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::resting);
  EXPECT_EQ(reason.days, period("2024-03-01", "2024-06-29"));  // 60 days on, 120 off
}

TEST(Shortfall, ElsewhereSaysWhere) {
  const Scenario scenario =
      Situation{}.requirement("here").requirement("there").unit("a").offer("A", "a").build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "there", period("2024-01-01", "2025-01-01")));
  const Shortfall short_of = only(scenario, plan);
  EXPECT_EQ(short_of.requirement, support::requirement_of(scenario, "here"));
  EXPECT_EQ(short_of.reasons.at(0).cause, Cause::elsewhere);
  EXPECT_EQ(short_of.reasons.at(0).elsewhere, support::requirement_of(scenario, "there"));
}

TEST(Shortfall, MinimumTermDoesNotFit) {
  const Scenario scenario =
      Situation{}
          .requirement("here", {{"from", "2024-01-01"}, {"until", "2024-02-01"}})
          .unit("a")
          .offer("A", "a", {{"minimum_days", "90"}})
          .build();
  const Reason reason = only(scenario, {}).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::term_too_long);
  EXPECT_EQ(reason.amount, 90);
  EXPECT_EQ(reason.limit, 31);
}

TEST(Shortfall, CeilingAndNations) {
  Situation people;
  people.requirement("here", {{"capability", "people"}, {"quantity", "100"}})
      .unit("a", {{"capability", "people"}, {"quantity", "100"}})
      .offer("A", "a")
      .row("ceilings", {{"nation", "NLD"}, {"from", "2024-01-01"}, {"personnel", "60"}});
  const Reason ceiling = only(people.build(), {}).reasons.at(0);
  EXPECT_EQ(ceiling.cause, Cause::ceiling);
  EXPECT_EQ(ceiling.amount, 100);
  EXPECT_EQ(ceiling.limit, 60);

  const Scenario crowded = Situation{}
                               .requirement("here", {{"quantity", "2"}, {"max_nations", "1"}})
                               .unit("a")
                               .offer("A", "a")
                               .unit("b", {{"nation", "DEU"}})
                               .offer("B", "b", {{"nation", "DEU"}})
                               .build();
  Plan plan;
  plan.tours.push_back(support::tour(crowded, "A", "here", period("2024-01-01", "2025-01-01")));
  EXPECT_EQ(only(crowded, plan).reasons.at(0).cause, Cause::nations);
}

TEST(Shortfall, StockFloorHoldsBack) {
  const Scenario scenario =
      Situation{}
          .requirement("here", {{"capability", "tanks"}, {"quantity", "10"}, {"kind", "delivery"}})
          .offer("A", "", {{"capability", "tanks"}, {"quantity", "8"}})
          .row("stocks",
               {{"nation", "NLD"},
                {"capability", "tanks"},
                {"on", "2024-01-01"},
                {"quantity", "20"},
                {"floor", "15"}})
          .build();
  const Reason reason = only(scenario, {}).reasons.at(0);
  EXPECT_EQ(reason.cause, Cause::stock);
  EXPECT_EQ(reason.amount, 8);
  EXPECT_EQ(reason.limit, 5);
}

TEST(Shortfall, DeliveryComesLater) {
  const Scenario scenario =
      Situation{}
          .requirement("here", {{"capability", "tanks"}, {"quantity", "8"}, {"kind", "delivery"}})
          .offer("A", "", {{"capability", "tanks"}, {"quantity", "8"}})
          .build();
  Plan plan;
  PlannedDelivery delivery;
  delivery.offer = support::offer_of(scenario, "A");
  delivery.requirement = support::requirement_of(scenario, "here");
  delivery.quantity = 8;
  delivery.on = support::day("2024-02-01");
  plan.deliveries.push_back(delivery);
  const Shortfall short_of = only(scenario, plan);
  EXPECT_EQ(short_of.period, period("2024-01-01", "2024-02-01"));
  EXPECT_EQ(short_of.reasons.at(0).cause, Cause::comes_later);
  EXPECT_EQ(short_of.reasons.at(0).amount, 31);
}

TEST(Shortfall, AllGivenWhereTheOnlyOfferIsThere) {
  const Scenario scenario =
      Situation{}.requirement("here", {{"quantity", "2"}}).unit("a").offer("A", "a").build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-01-01", "2025-01-01")));
  EXPECT_EQ(only(scenario, plan).reasons.at(0).cause, Cause::all_given);
}

TEST(Shortfall, NearestReasonComesFirst) {
  const Scenario scenario = Situation{}
                                .requirement("here")
                                .unit("a")
                                .offer("A", "a", {{"from", "2024-12-01"}})
                                .unit("b")
                                .offer("B", "b", {{"status", "offered"}})
                                .caveat("B", "not_place", "skopje")
                                .unit("c")
                                .offer("C", "c", {{"status", "offered"}})
                                .build();
  Plan plan = empty_plan(Counting::expected);
  plan.tours.push_back(support::tour(scenario, "A", "here", period("2024-12-01", "2025-01-01")));
  const Shortfall short_of = only(scenario, plan);
  ASSERT_EQ(short_of.reasons.size(), 3U);
  EXPECT_EQ(short_of.reasons[0].cause, Cause::status);
  EXPECT_EQ(short_of.reasons[2].cause, Cause::window_begins_late);
}

TEST(Shortfall, KeepsTheNearestReasonsAndCountsTheOthers) {
  Situation s;
  s.requirement("here", {{"notice_days", "10"}});
  for (int i = 0; i < 20; ++i) {
    const std::string key = "u" + std::to_string(i);
    s.unit(key, {{"notice_days", "30"}}).offer("O" + key, key);
  }
  s.unit("late", {{"from", "2024-12-01"}}).offer("late-offer", "late");
  const Shortfall short_of = only(s.build(), {});
  ASSERT_EQ(short_of.reasons.size(), reasons_kept);
  EXPECT_EQ(short_of.others, 21 - reasons_kept);
  EXPECT_EQ(short_of.reasons.front().cause, Cause::window_begins_late);
  EXPECT_EQ(short_of.reasons.back().cause, Cause::notice);
}

// What the plan has deployed of a nation counts on every day of the probe, also where no tour of
// another nation begins or ends.
TEST(Shortfall, ACeilingCountsTheToursThatBeginLater) {
  Situation s;
  s.requirement("here").requirement("there", {{"from", "2024-06-01"}});
  for (const char* key : {"a", "b"}) s.unit(key, {{"personnel", "100"}}).offer(key, key);
  s.row("ceilings", {{"nation", "NLD"}, {"from", "2024-01-01"}, {"personnel", "150"}});
  const Scenario scenario = s.build();
  Plan plan;
  plan.tours.push_back(support::tour(scenario, "b", "there", period("2024-06-01", "2025-01-01")));
  const Reason reason = only(scenario, plan).reasons.at(1);  // the other is on its tour
  EXPECT_EQ(reason.cause, Cause::ceiling);
  EXPECT_EQ(reason.amount, 200);
  EXPECT_EQ(reason.limit, 150);
}

}  // namespace
}  // namespace muster::explain
