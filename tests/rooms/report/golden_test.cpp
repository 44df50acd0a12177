// SPDX-License-Identifier: Apache-2.0
// What people see of one small plan, letter by letter: tests/data/golden holds it. After a change
// that is meant, MUSTER_WRITE_GOLDEN=1 in the environment writes the files anew; read the
// difference before it is kept.
#include "support/golden.hpp"

#include <gtest/gtest.h>

#include "report/difference.hpp"
#include "report/json.hpp"
#include "report/page.hpp"
#include "report/placemat.hpp"
#include "report/plan_calendar.hpp"
#include "report/svg/figures.hpp"
#include "report/text.hpp"
#include "report/words/words.hpp"
#include "support/situation.hpp"

namespace muster::report {
namespace {

using support::expect_golden;
using support::period;
using support::Situation;

// What is asked for, and what stands beside it: a condition, a training curve, a stock with its
// floor, spending, a promise.
void ask(Situation& s) {
  s.row("sources", {{"source", "paper"}, {"title", "The paper"}, {"url", "https://example.org/"}})
      .row("conditions",
           {{"condition", "accession"},
            {"name", "Ratification"},
            {"party", "DEU"},
            {"status", "open"},
            {"source", "paper#p2"}})
      .requirement("company", {{"quantity", "3"}, {"overlap_days", "14"}, {"source", "paper#p1"}})
      .requirement("instructors",
                   {{"activity", "school"}, {"capability", "people"}, {"quantity", "40"}})
      .requirement("tanks", {{"capability", "tanks"}, {"kind", "delivery"}, {"quantity", "10"}})
      .requirement("money", {{"capability", "fund"}, {"kind", "delivery"}, {"quantity", "5000000"}})
      .activity("school", {{"name", "A school"}, {"kind", "training"}})
      .row("programmes",
           {{"activity", "school"},
            {"trained_before", "100"},
            {"as_of", "2024-01-01"},
            {"target", "300"},
            {"target_on", "2024-12-01"},
            {"trainees_per_cohort", "50"},
            {"cohort_days", "60"},
            {"instructors_per_cohort", "20"},
            {"pass_rate", "1"},
            {"source", "paper#p3"}});
  s.row("stocks",
        {{"nation", "NLD"},
         {"capability", "tanks"},
         {"on", "2024-01-01"},
         {"quantity", "20"},
         {"floor", "15"}})
      .row("spending", {{"nation", "NLD"}, {"year", "2023"}, {"spent", "1.7"}, {"pledged", "2"}})
      .row("promises",
           {{"promise", "P1"},
            {"by", "NLD"},
            {"to", "Parliament"},
            {"about", "Tell how it goes."},
            {"due", "2024-06-01"},
            {"status", "open"},
            {"source", "paper#p5"}});
}

// Firm, expected and best tours, an option, deliveries, money.
void offer(Situation& s) {
  for (const char* key : {"a", "b", "c"}) s.unit(key);
  s.unit("teachers", {{"capability", "people"}, {"quantity", "40"}})
      .offer("A",
             "a",
             {{"until", "2024-07-01"},
              {"extension_days", "92"},
              {"extension_decide_by", "2024-05-01"},
              {"source", "paper#p4"}})
      .offer("B", "b", {{"status", "accepted"}, {"from", "2024-03-01"}})
      .offer("C", "c", {{"status", "offered"}, {"condition", "accession"}, {"until", "2024-12-11"}})
      .offer("T", "teachers", {{"until", "2024-10-01"}})
      .offer("L", "", {{"capability", "tanks"}, {"quantity", "4"}})
      .offer("M", "", {{"capability", "fund"}, {"quantity", "2000000"}, {"status", "accepted"}})
      .row("deliveries",
           {{"delivery", "L1"},
            {"offer", "L"},
            {"quantity", "4"},
            {"on", "2024-04-01"},
            {"state", "allocated"}});
}

Situation of_everything() {
  Situation s;
  ask(s);
  offer(s);
  return s;
}

struct Golden : testing::Test {
  Scenario scenario = of_everything().build();
  Plan plan;
  judge::Verdict verdict;
  PlanView view = make();

  PlanView make() {
    plan.tours = {support::tour(scenario, "A", "company", period("2024-01-01", "2024-10-01")),
                  support::tour(scenario, "B", "company", period("2024-03-01", "2025-01-01")),
                  support::tour(scenario, "C", "company", period("2024-02-01", "2024-12-11")),
                  support::tour(scenario, "T", "instructors", period("2024-01-01", "2024-10-01"))};
    const auto lorries = *scenario.find_offer("L");
    plan.deliveries = {{lorries,
                        *scenario.find_requirement("tanks"),
                        4,
                        support::day("2024-04-01"),
                        scenario->deliveries.ids().front()},
                       {*scenario.find_offer("M"),
                        *scenario.find_requirement("money"),
                        2'000'000,
                        support::day("2024-02-01"),
                        std::nullopt}};
    verdict = judge::evaluate(scenario, plan, {});
    Origin origin;
    origin.bound = verdict.goals.points / 2;
    return report::view(scenario, plan, verdict, origin);
  }
};

TEST_F(Golden, PlanIsLawful) {
  EXPECT_TRUE(verdict.violations.empty());
}
TEST_F(Golden, TextOfEightyColumns) {
  expect_golden("plan-80.txt", plan_text(view, {80, false}));
}
TEST_F(Golden, TextOfAWideTerminalInColour) {
  expect_golden("plan-140-colour.txt", plan_text(view, {140, true}));
}
TEST_F(Golden, Json) {
  expect_golden("plan.json", plan_json(view));
}
TEST_F(Golden, Page) {
  expect_golden("report.html", plan_page(view));
}
TEST_F(Golden, GanttOfAnActivity) {
  expect_golden("gantt.svg",
                gantt(view, {*scenario.find_requirement("company")}, "A mission", true));
}
TEST_F(Golden, HeatMap) {
  expect_golden("heat.svg", heat_map(view));
}
TEST_F(Golden, TrainingCurve) {
  expect_golden("training.svg", training_drawing(view, view.training.at(0)));
}

TEST_F(Golden, SandChart) {
  expect_golden("sand.svg", sand_chart(view, Measure::unit));
}
TEST_F(Golden, PledgeBars) {
  expect_golden("pledges.svg", pledge_bars(view, pledges_of(view)));
}
TEST_F(Golden, Waterfall) {
  expect_golden("waterfall.svg", waterfall(waterfall_of(view)));
}
TEST_F(Golden, ShareBars) {
  expect_golden("shares.svg", share_bars({{"NLD", 700, 250}, {"DEU", 300, 750}}, "Burden"));
}
TEST_F(Golden, FillBars) {
  expect_golden(
      "fill.svg",
      fill_bars(view,
                {*scenario.find_requirement("company"), *scenario.find_requirement("tanks")}));
}
TEST_F(Golden, Placemat) {
  expect_golden("placemat.html", placemat(view, {}, {}));
}
TEST_F(Golden, Calendar) {
  expect_golden("plan.ics", plan_calendar(view, {}, "FOR OFFICIAL USE"));
}
TEST_F(Golden, DifferenceToNothing) {
  const Plan nothing;
  const judge::Verdict empty = judge::evaluate(scenario, nothing, {});
  const PlanView before = report::view(scenario, nothing, empty, {});
  expect_golden("difference.md", difference_report(before, view, {}, {"en"}));
}

// From all that is required down to nothing, without a gap between two columns.
TEST_F(Golden, WaterfallFallsFromWhatIsRequiredToNothing) {
  const auto steps = waterfall_of(view);
  ASSERT_GT(steps.size(), 3U);
  EXPECT_EQ(steps.front().from, 0);
  for (std::size_t k = 1; k < steps.size(); ++k)
    EXPECT_EQ(steps[k].until, k == 1 ? steps.front().until : steps[k - 1].from) << steps[k].name;
  EXPECT_EQ(steps.back().from, 0);
}

// Nothing pledged is less than what of it is allocated, nor that less than what is delivered.
TEST_F(Golden, PledgesHoldWhatIsAllocatedAndThatWhatIsDelivered) {
  const auto all = pledges_of(view);
  ASSERT_EQ(all.size(), 2U);
  for (const Pledges& one : all) {
    EXPECT_GE(one.pledged, one.allocated);
    EXPECT_GE(one.allocated, one.delivered);
  }
  EXPECT_EQ(all[0].pledged, Amount{4000});
  EXPECT_EQ(all[0].delivered, Amount{0}) << "allocated is not handed over";
}

// In months of equal days the sand of a measure adds up to what judge counts.
TEST_F(Golden, MonthsAddUpToTheWhole) {
  Fill months, whole;
  for (const MonthFill& one : fill_by_month(view, Measure::unit)) months += one.fill;
  for (const Id<Requirement> id : scenario->requirements.ids())
    if (measure_of(scenario, id) == Measure::unit) whole += fill_of(verdict.coverage[id]);
  EXPECT_EQ(months.required, whole.required);
  EXPECT_EQ(months.best, whole.best);
  EXPECT_EQ(months.firm, whole.firm);
}

// What other nations give is told to a reader in total only.
TEST_F(Golden, TheViewOfANationTellsOfOthersInTotalOnly) {
  PlanView own = view;
  own.reader = scenario.find_nation("DEU");
  ASSERT_TRUE(own.reader);
  const std::string page = plan_page(own);
  EXPECT_NE(page.find("the view of DEU"), std::string::npos);
  EXPECT_NE(page.find(">others</td>"), std::string::npos);
  for (const std::string hidden :
       {">A</td>", ">teachers<", "NLD A:", ">NLD</text>", "Tell how it goes"})
    EXPECT_EQ(page.find(hidden), std::string::npos) << hidden;
  EXPECT_EQ(plan_calendar(own, {}, {}).find("NLD"), std::string::npos);
  EXPECT_EQ(placemat(own, {}, {}).find("<td>NLD"), std::string::npos);
}

TEST_F(Golden, AMarkingCannotLeaveItsPlace) {
  const std::string page = plan_page(view, {Paper::a3, "</style><b>\"secret\\\""});
  EXPECT_EQ(page.find("</style><b>"), std::string::npos);
  EXPECT_NE(page.find("&lt;/style&gt;&lt;b&gt;"), std::string::npos);
  EXPECT_NE(page.find("size:A3 landscape"), std::string::npos);
}

// Of a thousand requirements that nobody fills the page and the text show those that weigh most,
// and say that they do.
TEST(Page, StaysSmallWhereThereIsMuch) {
  support::Situation s;
  for (int i = 0; i < 1000; ++i) {
    const std::string key = "line-" + std::to_string(i);
    s.requirement(key, {{"priority", i == 999 ? "p1" : "p4"}});
  }
  const Scenario scenario = s.build();
  const Plan plan;
  const judge::Verdict verdict = judge::evaluate(scenario, plan, {});
  const PlanView shown = report::view(scenario, plan, verdict, {});
  const std::string page = plan_page(shown);
  EXPECT_LT(page.size(), 1'000'000U);
  EXPECT_NE(page.find("Listed: the 600 requirements with the most unmet of 1000"),
            std::string::npos);
  EXPECT_NE(page.find("line-999"), std::string::npos);
  const std::string text = plan_text(shown, {140, false});
  EXPECT_NE(text.find("line-999"), std::string::npos);
  EXPECT_NE(text.find("coverage.csv holds all"), std::string::npos);
}

}  // namespace
}  // namespace muster::report
