// SPDX-License-Identifier: Apache-2.0
#include "report/text.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "report/comparison.hpp"
#include "report/figures/burden.hpp"
#include "report/json.hpp"
#include "report/page.hpp"
#include "report/svg/drawing.hpp"
#include "report/text/bars.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"
#include "support/situation.hpp"

namespace muster::report {
namespace {

using support::period;
using support::Situation;

struct Shown {
  explicit Shown(const Situation& situation) : scenario{situation.build()} {}
  PlanView view() {
    verdict = judge::evaluate(scenario, plan, {});
    Origin origin;
    origin.bound = verdict.goals.points / 2;
    return report::view(scenario, plan, verdict, origin);
  }
  Scenario scenario;
  Plan plan;
  judge::Verdict verdict;
};

Situation hostile() {
  Situation situation;
  situation.draft().title = "<script>alert('a & \"b\"')</script>";
  situation
      .activity("odd",
                {{"name",
                  "A <b>bold</b> & \"quoted\" name that is rather long, so long indeed that nobody "
                  "would print it on one line"}})
      .requirement("here", {{"activity", "odd"}})
      .unit("a")
      .offer("A", "a", {{"until", "2024-12-11"}, {"source", "paper#p<3>"}})
      .row("sources",
           {{"source", "paper"},
            {"title", "<i>Paper</i>"},
            {"url", "https://example.org/?a=\"1\"&b=2"}});
  return situation;
}

TEST(Words, NumbersAreRoundedHonestly) {
  EXPECT_EQ(count_text(26000), "26,000");
  EXPECT_EQ(count_text(-1234567), "-1,234,567");
  EXPECT_EQ(decimal_text(4200), "4.2");
  EXPECT_EQ(rounded_text(1234567), "1,234.6");
  EXPECT_EQ(share_text(999, 1000), ">99 %");
  EXPECT_EQ(share_text(1, 1000), "<1 %");
  EXPECT_EQ(share_text(1000, 1000), "100 %");
  EXPECT_EQ(share_text(0, 1000), "0 %");
  EXPECT_EQ(share_text(0, 0), "–");
  EXPECT_EQ(amount_text(Measure::money, Amount{4200}), "EUR 4.2 million");
  EXPECT_EQ(amount_text(Measure::person, Amount{1000}), "1 person");
  EXPECT_EQ(money_text(950'000), "EUR 950,000");
}

TEST(TextTable, CountsLettersNotBytes) {
  EXPECT_EQ(display_width("Oekraïne"), 8U);
  EXPECT_EQ(display_width("日本"), 4U);
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
}

TEST(PlanText, FitsTheTerminal) {
  Shown shown{hostile()};
  for (const std::size_t width : {std::size_t{80}, std::size_t{120}, std::size_t{200}}) {
    std::istringstream lines{plan_text(shown.view(), {width, false})};
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), width) << line;
      EXPECT_EQ(line.find('\x1b'), std::string::npos);
    }
  }
}

TEST(PlanText, SaysWhyInPlainWords) {
  Shown shown{hostile()};
  shown.plan.tours.push_back(
      support::tour(shown.scenario, "A", "here", period("2024-01-01", "2024-12-11")));
  const PlanView view = shown.view();
  EXPECT_EQ(reason_sentence(shown.scenario, shown.plan, view.shortfalls.at(0).reasons.at(0)),
            "NLD A: window ends 21 days early, on 2024-12-11");
  const std::string text = plan_text(view, {200, false});
  EXPECT_NE(text.find("window ends 21 days early"), std::string::npos);
  EXPECT_NE(text.find("paper#p<3>"), std::string::npos);
  EXPECT_NE(text.find("Counting best"), std::string::npos);
}

// The first reason of the first shortfall, in words.
std::string first_reason(Shown& shown) {
  const PlanView view = shown.view();
  return reason_sentence(shown.scenario, shown.plan, view.shortfalls.at(0).reasons.at(0));
}

TEST(PlanText, SaysThatTheWholeIsAskedOfOne) {
  Situation situation;
  situation.policy("turns", {{"tour_max_days", "90"}})
      .requirement("here", {{"until", "2024-07-01"}, {"indivisible", "true"}})
      .unit("a", {{"policy", "turns"}})
      .offer("A", "a");
  Shown shown{situation};
  EXPECT_EQ(first_reason(shown),
            "NLD A: one unit must serve all 182 days, it can serve 90 at most");
  shown.plan.tours = {
      support::tour(shown.scenario, "A", "here", period("2024-01-01", "2024-03-01"))};
  EXPECT_EQ(violation_sentence(shown.scenario, shown.view().verdict->violations.at(0)),
            "A on here: serves 60 of the whole 182 days asked of one unit");
}

TEST(PlanText, SaysWhatThePolicyAllowsInAll) {
  Situation situation;
  situation.policy("total", {{"total_days", "60"}, {"total_within_days", "182"}})
      .requirement("here", {{"until", "2024-07-01"}})
      .unit("a", {{"policy", "total"}})
      .offer("A", "a");
  Shown shown{situation};
  shown.plan.tours = {
      support::tour(shown.scenario, "A", "here", period("2024-01-01", "2024-03-01"))};
  EXPECT_EQ(first_reason(shown),
            "NLD A would be there 120 days of those from 2023-10-31 to 2024-04-30, its policy "
            "allows 60");
  shown.plan.tours = {
      support::tour(shown.scenario, "A", "here", period("2024-01-01", "2024-03-02"))};
  EXPECT_EQ(violation_sentence(shown.scenario, shown.view().verdict->violations.at(0)),
            "A on here: is there 61 days in one span, allowed 60");
}

TEST(PlanText, NamesTheRequirementsOfAShortList) {
  Situation situation;
  for (const char* key : {"here", "r1", "r2", "r3", "r4"})
    situation.requirement(key, {{"until", "2024-02-01"}});
  situation.unit("a").offer("A", "a");
  for (const char* key : {"r2", "r1"}) situation.caveat("A", "only_requirement", key);
  Shown shown{situation};
  EXPECT_EQ(first_reason(shown), "NLD A has a caveat: only for r1, r2");
  for (const char* key : {"r3", "r4"}) situation.caveat("A", "only_requirement", key);
  Shown many{situation};
  EXPECT_EQ(first_reason(many), "NLD A has a caveat: only for 4 requirements");
}

TEST(PlanText, SaysWhatADayStandsFor) {
  Situation situation = hostile();
  Shown daily{situation};
  EXPECT_EQ(plan_text(daily.view(), {200, false}).find("stands for"), std::string::npos);
  EXPECT_EQ(plan_json(daily.view()).find("\"clock\""), std::string::npos);
  situation.draft().clock = "minute";
  Shown shown{situation};
  const std::string words = "One day of this data stands for one minute.";
  EXPECT_NE(plan_text(shown.view(), {200, false}).find(words), std::string::npos);
  EXPECT_NE(plan_page(shown.view()).find(words), std::string::npos);
  EXPECT_NE(check_text(situation.draft(), {80, false}).find(words), std::string::npos);
  EXPECT_NE(plan_json(shown.view()).find("\"clock\": \"minute\""), std::string::npos);
}

TEST(PlanPage, NamesOfPeopleCannotBecomeMarkup) {
  Shown shown{hostile()};
  const std::string page = plan_page(shown.view());
  EXPECT_EQ(page.find("<script"), page.rfind("<script")) << "only our own";
  EXPECT_EQ(page.find("<b>bold"), std::string::npos);
  EXPECT_EQ(page.find("<i>Paper"), std::string::npos);
  EXPECT_NE(page.find("href=\"https://example.org/?a=&quot;1&quot;&amp;b=2\""), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(&#39;a &amp; &quot;b&quot;&#39;)"), std::string::npos);
  EXPECT_EQ(escaped("\x01<&>\"'"), " &lt;&amp;&gt;&quot;&#39;");
}

TEST(PlanPage, AsksNothingOfAnybodyAndIsTheSameTwice) {
  Shown shown{hostile()};
  const std::string page = plan_page(shown.view());
  for (const std::string_view reach :
       {"src=", "<link", "@import", "url(http", "<script ", "onload", "fetch(", "XMLHttp"}) {
    EXPECT_EQ(page.find(reach), std::string::npos) << reach;
  }
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(page.find("<script>"), page.rfind("<script>")) << "only the one that sorts tables";
  EXPECT_NE(page.find("size:A4 landscape"), std::string::npos);
  EXPECT_EQ(page, plan_page(shown.view()));
  EXPECT_LT(page.size(), 1'000'000U);
}

TEST(PlanPage, DegreesHaveWordsNotOnlyColours) {
  Situation situation;
  situation.requirement("here", {{"quantity", "2"}})
      .unit("a")
      .offer("A", "a", {{"until", "2024-07-01"}, {"extension_days", "92"}})
      .unit("b")
      .offer("B", "b", {{"status", "intended"}});
  Shown shown{situation};
  shown.plan.tours = {
      support::tour(shown.scenario, "A", "here", period("2024-01-01", "2024-10-01")),
      support::tour(shown.scenario, "B", "here", period("2024-01-01", "2025-01-01"))};
  const std::string page = plan_page(shown.view());
  EXPECT_NE(page.find(">1 unit, firm<"), std::string::npos);
  EXPECT_NE(page.find(">1 unit, option<"), std::string::npos);
  EXPECT_NE(page.find(">1 unit, best<"), std::string::npos);
  EXPECT_NE(page.find("option from 2024-07-01"), std::string::npos);
}

TEST(ProblemsText, IsOneLineAProblem) {
  const Problems problems{{"requirements.csv",
                           17,
                           "from",
                           "\"2024-13-01\" is not a date",
                           "Maybe 2024-01-13? Dates are written year-month-day."}};
  EXPECT_EQ(problems_text(problems, {80, false}),
            "requirements.csv:17:from: \"2024-13-01\" is not a date\n"
            "  Maybe 2024-01-13? Dates are written year-month-day.\n1 problem\n");
}

TEST(ComparisonText, SaysThatNoDutchTourChanges) {
  const explain::Comparison same;
  const std::string text = comparison_text({same, "a", "b", "NLD"}, {80, false});
  EXPECT_NE(text.find("No tour changes.\n"), std::string::npos);
}

TEST(Bars, AreExactToAnEighthAndNeverEmptyWhereThereIsAnything) {
  EXPECT_EQ(bar(1, 1, 2), "██");
  EXPECT_EQ(bar(9, 16, 2), "█▏");
  EXPECT_EQ(bar(1, 1'000'000, 2), "▏");
  EXPECT_EQ(bar(0, 5, 2), "");
  EXPECT_EQ(bar(7, 5, 2), "██");
  EXPECT_EQ(sparkline({1, 1, 8, 4}), "▁▁█▄");
  EXPECT_EQ(sparkline({}), "");
}

TEST(Burden, RoundsSharesHonestly) {
  EXPECT_EQ(fine_share(1, 3), "33.3 %");
  EXPECT_EQ(fine_share(1, 100'000), "<0.1 %");
  EXPECT_EQ(fine_share(99'999, 100'000), ">99.9 %");
  EXPECT_EQ(fine_share(5, 5), "100.0 %");
  EXPECT_EQ(fine_share(0, 0), "–");
  EXPECT_EQ(times_key(1, 4, 1, 8), "2.0 ×");
  EXPECT_EQ(gini_text(42), "0.042");
}

TEST(ChecksText, SaysWhichClaimFails) {
  const std::string text = checks_text(
      {{"feasible", true, "no rule is broken"}, {"bound", false, "is 7, not 8"}}, {80, false});
  EXPECT_NE(text.find("bound     NO     is 7, not 8"), std::string::npos);
  EXPECT_NE(text.find("1 claim fails."), std::string::npos);
}

TEST(TableText, ShowsRowsAndOneRow) {
  Situation situation = hostile();
  const auto row = table_text(situation.draft(), "offers", "A", {80, false});
  ASSERT_TRUE(row);
  EXPECT_NE(row->find("until      2024-12-11"), std::string::npos);
  EXPECT_FALSE(table_text(situation.draft(), "offers", "B", {80, false}));
}

TEST(Json, SaysTheSame) {
  Shown shown{hostile()};
  const std::string json = plan_json(shown.view());
  EXPECT_NE(json.find("\"cause\": \"not_worth_it\""), std::string::npos);
  EXPECT_NE(json.find("\"unmet_days\": \"366\""), std::string::npos);
}

}  // namespace
}  // namespace muster::report
