// SPDX-License-Identifier: Apache-2.0
// Situations in which exactly one thing keeps a requirement empty: it is the reason that is told,
// what it asks for is that thing, and planning again with it fills what was short.
#include <gtest/gtest.h>

#include "asks/asks.hpp"
#include "support/situation.hpp"

namespace muster::asks {
namespace {

using explain::Cause;
using support::Situation;

class Silent : public plan::Observer {
 public:
  void progress(const plan::Progress& /*progress*/) override {}
};

struct Told {
  std::vector<explain::Shortfall> shortfalls;
  std::vector<Ask> ways_out;  // of the first
};

Told told(Situation& situation, Counting counting = Counting::best) {
  const Scenario scenario = situation.build();
  plan::Options options;
  options.counting = counting;
  Silent silent;
  const Plan plan = plan::solve(scenario, options, silent, std::stop_token{}).plan;
  const auto verdict = judge::evaluate(scenario, plan, {});
  Told told{explain::shortfalls(scenario, plan, verdict), {}};
  if (told.shortfalls.empty()) return told;
  const explain::WayFinder finder{scenario, plan, verdict};
  told.ways_out = ways_out(
      {situation.draft(), scenario, plan, verdict, options}, finder, told.shortfalls.front(), 3);
  return told;
}

// One shortfall for one cause; asking for the kind of change fills all of it.
void expect_only(Situation& situation,
                 Cause cause,
                 AskKind kind,
                 Counting counting = Counting::best) {
  const Told found = told(situation, counting);
  ASSERT_EQ(found.shortfalls.size(), 1U);
  const explain::Shortfall& shortfall = found.shortfalls.front();
  ASSERT_EQ(shortfall.reasons.size(), 1U);
  EXPECT_EQ(explain::to_text(shortfall.reasons.front().cause), explain::to_text(cause));
  EXPECT_TRUE(shortfall.reasons.front().beside.empty());
  ASSERT_FALSE(found.ways_out.empty());
  const Ask& ask = found.ways_out.front();
  ASSERT_EQ(ask.changes.size(), 1U);
  EXPECT_EQ(to_text(ask.changes.front().kind), to_text(kind));
  EXPECT_TRUE(ask.confirmed);
  const Wide days = shortfall.period.length().count();
  EXPECT_TRUE(ask.fills == days * shortfall.unmet.count());
}

TEST(OneCause, WindowShortByExactlyTwentyOneDays) {
  Situation s;
  s.requirement("here").unit("a").offer("A", "a", {{"until", "2024-12-11"}});
  expect_only(s, Cause::window_ends_early, AskKind::extend_window);
  const Told found = told(s);
  EXPECT_EQ(found.ways_out.front().changes.front().amount, 21);
}

TEST(OneCause, WindowOfTheUnitBeginsLate) {
  Situation s;
  s.requirement("here").unit("a", {{"from", "2024-02-01"}}).offer("A", "a");
  expect_only(s, Cause::window_begins_late, AskKind::extend_window);
}

TEST(OneCause, AnOptionIsNotCounted) {
  Situation s;
  s.requirement("here").unit("a").offer(
      "A", "a", {{"until", "2024-12-01"}, {"extension_days", "60"}});
  expect_only(s, Cause::window_ends_early, AskKind::exercise_option, Counting::firm);
}

TEST(OneCause, Notice) {
  Situation s;
  s.requirement("here", {{"notice_days", "10"}}).unit("a", {{"notice_days", "30"}}).offer("A", "a");
  expect_only(s, Cause::notice, AskKind::shorten_notice);
}

TEST(OneCause, Caveats) {
  for (const auto& [rule, value] : std::vector<std::pair<std::string, std::string>>{
           {"not_place", "skopje"}, {"not_activity", "mission"}, {"not_organisation", "NATO"}}) {
    Situation s;
    s.requirement("here").unit("a").offer("A", "a").caveat("A", rule, value);
    expect_only(s, Cause::caveat, AskKind::lift_caveat);
  }
  Situation elsewhere;
  elsewhere.activity("away").requirement("here").unit("a").offer("A", "a");
  elsewhere.caveat("A", "only_activity", "away");
  expect_only(elsewhere, Cause::caveat, AskKind::lift_caveat);
}

TEST(OneCause, Scope) {
  Situation s;
  s.activity("away").requirement("here").unit("a").offer("A", "a", {{"activity", "away"}});
  expect_only(s, Cause::scope, AskKind::widen_scope);
}

TEST(OneCause, OpenCondition) {
  Situation s;
  s.requirement("here").unit("a").row(
      "conditions",
      {{"condition", "vote"}, {"name", "A vote"}, {"party", "DEU"}, {"status", "open"}});
  s.offer("A", "a", {{"condition", "vote"}});
  expect_only(s, Cause::condition_open, AskKind::obtain_condition, Counting::firm);
}

TEST(OneCause, RefusedCondition) {
  Situation s;
  s.requirement("here").unit("a").row(
      "conditions",
      {{"condition", "vote"}, {"name", "A vote"}, {"party", "DEU"}, {"status", "refused"}});
  s.offer("A", "a", {{"condition", "vote"}});
  expect_only(s, Cause::condition_refused, AskKind::reverse_refusal);
}

TEST(OneCause, Status) {
  Situation s;
  s.requirement("here").unit("a").offer("A", "a", {{"status", "intended"}});
  expect_only(s, Cause::status, AskKind::firm_up, Counting::firm);
}

TEST(OneCause, Dwell) {
  Situation s;
  s.policy("turns", {{"dwell_ratio", "2"}, {"tour_min_days", "30"}, {"tour_max_days", "366"}});
  s.requirement("first", {{"until", "2024-03-01"}, {"priority", "p1"}});
  s.requirement("here", {{"from", "2024-04-01"}, {"until", "2024-06-01"}});
  s.unit("a", {{"policy", "turns"}}).offer("A", "a");
  const Told found = told(s);
  ASSERT_EQ(found.shortfalls.size(), 1U);
  EXPECT_EQ(found.shortfalls.front().reasons.front().cause, Cause::resting);
  ASSERT_FALSE(found.ways_out.empty());
  EXPECT_EQ(found.ways_out.front().changes.front().kind, AskKind::relax_policy);
}

TEST(OneCause, Ceiling) {
  Situation s;
  s.requirement("here", {{"capability", "people"}, {"quantity", "100"}})
      .unit("a", {{"capability", "people"}, {"quantity", "100"}})
      .offer("A", "a")
      .row("ceilings", {{"nation", "NLD"}, {"from", "2024-01-01"}, {"personnel", "60"}});
  expect_only(s, Cause::ceiling, AskKind::raise_ceiling);
}

TEST(OneCause, Budget) {
  Situation s;
  s.row("budgets",
        {{"budget", "pot"},
         {"nation", "NLD"},
         {"from", "2024-01-01"},
         {"until", "2025-01-01"},
         {"amount", "1000000"},
         {"currency", "EUR"}});
  s.requirement("here").unit("a").offer(
      "A", "a", {{"cost_eur", "2000000"}, {"cost_per", "once"}, {"budget", "pot"}});
  expect_only(s, Cause::budget, AskKind::raise_budget);
}

TEST(OneCause, StockFloor) {
  Situation s;
  s.requirement("here", {{"capability", "tanks"}, {"quantity", "8"}, {"kind", "delivery"}})
      .offer("A", "", {{"capability", "tanks"}, {"quantity", "8"}})
      .row("stocks",
           {{"nation", "NLD"},
            {"capability", "tanks"},
            {"on", "2024-01-01"},
            {"quantity", "20"},
            {"floor", "15"}});
  const Told found = told(s);
  ASSERT_EQ(found.shortfalls.size(), 1U);
  EXPECT_EQ(found.shortfalls.front().reasons.front().cause, Cause::stock);
  ASSERT_FALSE(found.ways_out.empty());
  EXPECT_EQ(found.ways_out.front().changes.front().kind, AskKind::lower_floor);
}

TEST(OneCause, TooManyNations) {
  Situation s;
  s.requirement("here", {{"quantity", "2"}, {"max_nations", "1"}});
  s.unit("a").offer("A", "a");
  s.unit("b", {{"nation", "DEU"}}).offer("B", "b", {{"nation", "DEU"}});
  expect_only(s, Cause::nations, AskKind::admit_nation);
}

TEST(OneCause, TheLeadsShare) {
  Situation s;
  s.requirement("here", {{"lead_share", "0.5"}});
  s.unit("b", {{"nation", "DEU"}}).offer("B", "b", {{"nation", "DEU"}});
  expect_only(s, Cause::lead_share, AskKind::relax_lead_share);
}

TEST(OneCause, NoWorthAsASubstitute) {
  Situation s;
  s.capability("medical", "unit");
  s.capability("role2", "unit", {{"parent", "medical"}});
  s.capability("role1", "unit", {{"parent", "medical"}});
  s.requirement("here", {{"capability", "role2"}});
  s.unit("a", {{"capability", "role1"}}).offer("A", "a");
  expect_only(s, Cause::no_worth, AskKind::accept_substitute);
}

Portfolio best_of(Situation& situation) {
  const Scenario scenario = situation.build();
  plan::Options options;
  options.counting = Counting::firm;
  Silent silent;
  const Plan plan = plan::solve(scenario, options, silent, std::stop_token{}).plan;
  const auto verdict = judge::evaluate(scenario, plan, {});
  const auto shortfalls = explain::shortfalls(scenario, plan, verdict);
  return best_asks(
      {situation.draft(), scenario, plan, verdict, options}, shortfalls, {}, std::stop_token{});
}

Situation two_units(const support::Fields& offer) {
  Situation s;
  s.requirement("here", {{"quantity", "2"}}).unit("a").unit("b");
  s.row("conditions",
        {{"condition", "vote"}, {"name", "A vote"}, {"party", "DEU"}, {"status", "open"}});
  s.row("budgets",
        {{"budget", "pot"},
         {"nation", "NLD"},
         {"from", "2024-01-01"},
         {"until", "2025-01-01"},
         {"amount", "1000000"},
         {"currency", "EUR"}});
  s.offer("A", "a", offer).offer("B", "b", offer);
  return s;
}

TEST(BestAsks, WhatSeveralNeedCostsOnce) {
  Situation s = two_units({{"condition", "vote"}});
  const Portfolio best = best_of(s);
  EXPECT_EQ(best.asks.size(), 2U);
  EXPECT_EQ(best.cost, best.asks.front().cost);
  EXPECT_TRUE(best.unmet_after == 0);
  EXPECT_TRUE(best.proved);
}

// Each asks for as much as it needs alone; the budget that is raised for one does not pay for both.
TEST(BestAsks, IsNotCalledTheBestWhereWaysDoNotGoTogether) {
  Situation s = two_units({{"cost_eur", "2000000"}, {"cost_per", "once"}, {"budget", "pot"}});
  const Portfolio best = best_of(s);
  EXPECT_EQ(best.asks.size(), 1U);
  EXPECT_FALSE(best.proved);
  EXPECT_TRUE(best.unmet_after < best.unmet_before);
}

TEST(OneCause, NobodyOffers) {
  Situation s;
  s.requirement("here");
  const Told found = told(s);
  ASSERT_EQ(found.ways_out.size(), 1U);
  EXPECT_EQ(found.ways_out.front().changes.front().kind, AskKind::new_contribution);
  EXPECT_TRUE(found.ways_out.front().confirmed);
}

}  // namespace
}  // namespace muster::asks
