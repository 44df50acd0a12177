// SPDX-License-Identifier: Apache-2.0
// Two plans side by side: what changed, and why. Each story has exactly one cause.
#include "explain/compare.hpp"

#include <gtest/gtest.h>

#include "support/situation.hpp"

namespace muster::explain {
namespace {

using support::day;
using support::period;
using support::Situation;

// A situation with a plan.
struct Side {
  Scenario scenario;
  Plan plan;
  judge::Verdict verdict;
  Side(Scenario of, Plan with)
      : scenario{std::move(of)},
        plan{std::move(with)},
        verdict{judge::evaluate(scenario, plan, {})} {}
  [[nodiscard]] Judged judged() const { return {scenario, plan, verdict}; }
};

Comparison compared(const Side& before, const Side& after) {
  return compare(before.judged(), after.judged());
}

const Period year = period("2024-01-01", "2025-01-01");
const Period half = period("2024-01-01", "2024-07-01");

// The offer's unit on the requirement for the year.
Side planned(const Situation& situation, std::string_view offer, std::string_view requirement) {
  const Scenario scenario = situation.build();
  Plan plan;
  plan.tours = {support::tour(scenario, offer, requirement, year)};
  return {scenario, plan};
}

Side unplanned(const Situation& situation) {
  return {situation.build(), {}};
}

Because only_cause(const Side& before, const Side& after) {
  const Comparison comparison = compared(before, after);
  EXPECT_EQ(comparison.changes.size(), 1U);
  return comparison.changes.at(0).because;
}

Situation with_vote(std::string status) {
  Situation situation;
  situation.requirement("here")
      .row("conditions",
           {{"condition", "vote"},
            {"name", "A vote"},
            {"party", "DEU"},
            {"on", status == "granted" ? "2024-01-01" : ""},
            {"status", std::move(status)}})
      .unit("a")
      .offer("A", "a", {{"condition", "vote"}});
  return situation;
}

TEST(Compare, SameTourGetsFirmerWhenItsConditionIsMet) {
  const Comparison comparison =
      compared(planned(with_vote("open"), "A", "here"), planned(with_vote("granted"), "A", "here"));
  ASSERT_EQ(comparison.changes.size(), 1U);
  EXPECT_EQ(comparison.changes[0].kind, TourChange::Kind::firmer);
  EXPECT_EQ(comparison.changes[0].waited_for, "vote");
  EXPECT_EQ(comparison.changes[0].because.why, Why::condition);
  EXPECT_EQ(comparison.changes[0].because.before, "open");
  EXPECT_EQ(comparison.changes[0].because.after, "met");
  ASSERT_EQ(comparison.released.size(), 1U);
  EXPECT_EQ(comparison.released[0].offers, std::vector<std::string>{"A"});
  ASSERT_EQ(comparison.lines.size(), 1U);
  EXPECT_TRUE(comparison.lines[0].newly_short.empty());
}

Situation three_offers() {
  Situation situation;
  situation.requirement("here", {{"quantity", "3"}});
  for (const char* key : {"a", "b", "c"}) situation.unit(key);
  situation.offer("A", "a").offer("B", "b").offer("C", "c");
  return situation;
}

TEST(Compare, AddedRemovedMovedAndEqual) {
  const Scenario scenario = three_offers().build();
  Plan before, after;
  before.tours = {support::tour(scenario, "A", "here", year),
                  support::tour(scenario, "B", "here", year)};
  after.tours = {support::tour(scenario, "A", "here", half),
                 support::tour(scenario, "C", "here", half)};
  const Side one{scenario, before}, two{scenario, after};
  EXPECT_TRUE(compared(one, one).changes.empty());
  EXPECT_EQ(compared(one, one).kept, 2U);
  const Comparison comparison = compared(one, two);
  ASSERT_EQ(comparison.changes.size(), 3U);
  EXPECT_EQ(comparison.changes[0].kind, TourChange::Kind::moved);
  EXPECT_EQ(comparison.changes[1].kind, TourChange::Kind::removed);
  EXPECT_EQ(comparison.changes[1].because.why, Why::others);
  EXPECT_EQ(comparison.changes[1].because.keys, std::vector<std::string>{"C"});
  EXPECT_EQ(comparison.changes[2].kind, TourChange::Kind::added);
  ASSERT_EQ(comparison.lines.size(), 1U);
  EXPECT_EQ(comparison.lines[0].unmet_before, 1000 * 366);
  ASSERT_EQ(comparison.lines[0].newly_short.size(), 1U);
  EXPECT_EQ(comparison.lines[0].newly_short[0].days, period("2024-07-01", "2025-01-01"));
  EXPECT_EQ(comparison.lines[0].newly_short[0].more, Amount{2000});
}

TEST(Compare, ALineThatGainsAndLosesAsMuchIsNewlyShort) {
  const Scenario scenario = three_offers().build();
  Plan before, after;
  before.tours = {support::tour(scenario, "A", "here", period("2024-01-01", "2024-02-01"))};
  after.tours = {support::tour(scenario, "A", "here", period("2024-02-01", "2024-03-03"))};
  const Comparison comparison = compared({scenario, before}, {scenario, after});
  ASSERT_EQ(comparison.lines.size(), 1U);
  EXPECT_EQ(comparison.lines[0].unmet_before, comparison.lines[0].unmet_after);
  ASSERT_EQ(comparison.lines[0].newly_short.size(), 1U);
  EXPECT_EQ(comparison.lines[0].newly_short[0].days, period("2024-01-01", "2024-02-01"));
}

Situation one_offer(const support::Fields& of_offer, const support::Fields& of_requirement = {}) {
  Situation situation;
  situation.requirement("here", of_requirement).unit("a").offer("A", "a", of_offer);
  return situation;
}

TEST(Why, AnOfferIsWithdrawn) {
  const Because because = only_cause(planned(one_offer({}), "A", "here"),
                                     unplanned(one_offer({{"status", "withdrawn"}})));
  EXPECT_EQ(because.why, Why::status);
  EXPECT_EQ(because.before, "committed");
  EXPECT_EQ(because.after, "withdrawn");
}

TEST(Why, AStatusIsToldFromBeforeToAfterWhicheverPlanHoldsTheTour) {
  const Because because = only_cause(unplanned(one_offer({{"status", "withdrawn"}})),
                                     planned(one_offer({}), "A", "here"));
  EXPECT_EQ(because.why, Why::status);
  EXPECT_EQ(because.before, "withdrawn");
  EXPECT_EQ(because.after, "committed");
}

TEST(Why, OnlyTheOtherPlanCountsIt) {
  const Situation situation = one_offer({{"status", "offered"}});
  Side before = planned(situation, "A", "here");
  Side after = unplanned(situation);
  after.plan.counting = Counting::firm;
  const Because because = only_cause(before, after);
  EXPECT_EQ(because.why, Why::counted);
  EXPECT_EQ(because.before, "best");
  EXPECT_EQ(because.after, "firm");
}

TEST(Why, TheWindowEndsADayEarlier) {
  const Because because = only_cause(planned(one_offer({{"until", "2025-01-01"}}), "A", "here"),
                                     unplanned(one_offer({{"until", "2024-12-31"}})));
  EXPECT_EQ(because.why, Why::window);
  EXPECT_EQ(because.before, "/2025-01-01");
  EXPECT_EQ(because.after, "/2024-12-31");
}

TEST(Why, ACaveatIsNew) {
  const Because because = only_cause(planned(one_offer({}), "A", "here"),
                                     unplanned(one_offer({}).caveat("A", "not_place", "skopje")));
  EXPECT_EQ(because.why, Why::rule);
  EXPECT_EQ(because.rule, judge::Rule::caveat);
}

TEST(Why, OfferAndRequirementComeAndGo) {
  const Situation both = one_offer({});
  Situation no_offer, no_line;
  no_offer.requirement("here");
  no_line.unit("a").offer("A", "a");
  EXPECT_EQ(only_cause(unplanned(no_offer), planned(both, "A", "here")).why, Why::offer_added);
  EXPECT_EQ(only_cause(planned(both, "A", "here"), unplanned(no_offer)).why, Why::offer_gone);
  EXPECT_EQ(only_cause(unplanned(no_line), planned(both, "A", "here")).why, Why::requirement_added);
  const Side before = planned(both, "A", "here");
  const Side after = unplanned(no_line);
  EXPECT_EQ(only_cause(before, after).why, Why::requirement_gone);
  EXPECT_TRUE(compared(before, after).lines.at(0).gone);
}

TEST(Why, TheRequirementAsksForMore) {
  const Because because = only_cause(unplanned(one_offer({}, {{"quantity", "1"}})),
                                     planned(one_offer({}, {{"quantity", "2"}}), "A", "here"));
  EXPECT_EQ(because.why, Why::requirement_changed);
  EXPECT_EQ(because.changes, (std::vector<CellChange>{{"quantity", "1", "2"}}));
}

TEST(Why, ItsUnitServesAnotherLine) {
  Situation situation = one_offer({});
  situation.requirement("there");
  const Comparison comparison =
      compared(planned(situation, "A", "here"), planned(situation, "A", "there"));
  ASSERT_EQ(comparison.changes.size(), 2U);
  for (const TourChange& change : comparison.changes) {
    EXPECT_EQ(change.because.why, Why::elsewhere);
    EXPECT_EQ(change.because.keys.at(0), change.requirement == "here" ? "there" : "here");
  }
}

TEST(Why, TheCeilingOfItsNationChanged) {
  Situation low = one_offer({});
  low.row("ceilings", {{"nation", "NLD"}, {"from", "2024-01-01"}, {"personnel", "5"}});
  const Because because = only_cause(planned(one_offer({}), "A", "here"), unplanned(low));
  EXPECT_EQ(because.why, Why::limit);
  EXPECT_EQ(because.keys, std::vector<std::string>{"ceilings"});
}

TEST(Why, NothingInTheDataDecidesIt) {
  const Situation situation = one_offer({});
  const Because because = only_cause(planned(situation, "A", "here"), unplanned(situation));
  EXPECT_EQ(because.why, Why::choice);
}

TEST(Why, TheRequirementIsFullWithoutIt) {
  Situation situation = three_offers();
  const Scenario scenario = situation.requirement("small", {{"quantity", "1"}}).build();
  Plan before, after;
  before.tours = {support::tour(scenario, "A", "small", year),
                  support::tour(scenario, "B", "small", year)};
  after.tours = {support::tour(scenario, "A", "small", year)};
  EXPECT_EQ(only_cause({scenario, before}, {scenario, after}).why, Why::full);
}

}  // namespace
}  // namespace muster::explain
