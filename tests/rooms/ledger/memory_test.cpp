// SPDX-License-Identifier: Apache-2.0
// What falls due, what has slipped, how far deliveries have come, what was promised, where sources
// differ.
#include <algorithm>

#include <gtest/gtest.h>

#include "ledger/claims.hpp"
#include "ledger/deliveries.hpp"
#include "ledger/due.hpp"
#include "ledger/ladder.hpp"
#include "ledger/promises.hpp"
#include "ledger/slippage.hpp"
#include "ledgers.hpp"

namespace muster::ledger {
namespace {

using support::day;

// "2024-01-31 option A; …"
std::string told(const std::vector<Due>& items) {
  std::string text;
  for (const Due& item : items)
    text +=
        muster::to_text(item.on) + " " + std::string{to_text(item.kind)} + " " + item.key + "; ";
  return text;
}

Draft with_offers() {
  Draft draft;
  draft.add(
      "offers",
      {{"offer", "A"}, {"nation", "NLD"}, {"status", "offered"}, {"valid_until", "2024-03-01"}});
  draft.add("offers",
            {{"offer", "B"},
             {"nation", "NLD"},
             {"status", "committed"},
             {"valid_until", "2024-03-01"},
             {"extension_decide_by", "2024-02-01"}});
  draft.add("offers",
            {{"offer", "C"},
             {"nation", "DEU"},
             {"status", "withdrawn"},
             {"valid_until", "2024-03-01"},
             {"extension_decide_by", "2024-02-01"}});
  draft.add("conditions",
            {{"condition", "vote"},
             {"name", "A vote"},
             {"party", "DEU"},
             {"status", "open"},
             {"expected_on", "2024-01-20"}});
  draft.add("conditions",
            {{"condition", "met"},
             {"name", "Met"},
             {"party", "DEU"},
             {"status", "granted"},
             {"expected_on", "2024-01-20"}});
  draft.add("deliveries",
            {{"delivery", "D"},
             {"offer", "A"},
             {"quantity", "3"},
             {"state", "arrived"},
             {"on", "2024-05-01"}});
  draft.add("deliveries",
            {{"delivery", "E"},
             {"offer", "A"},
             {"quantity", "3"},
             {"state", "handed_over"},
             {"on", "2024-05-01"}});
  draft.add("programmes", {{"activity", "T"}, {"target", "100"}, {"target_on", "2024-12-31"}});
  return draft;
}

TEST(Due, ListsWhatSomebodyMustActOnAndNothingThatIsOver) {
  const Draft draft = with_offers();
  EXPECT_EQ(told(due(draft, day("2024-01-25"), {})),
            "2024-01-20 condition vote; 2024-02-01 option B; 2024-03-01 offer_expires A; "
            "2024-05-01 delivery D; "
            "2024-12-31 target T; ");
  EXPECT_EQ(told(due(draft, day("2024-01-25"), Days{7})),
            "2024-01-20 condition vote; 2024-02-01 option B; ");
  EXPECT_EQ(due(draft, day("2024-01-25"), {}).at(3).who, "NLD")
      << "the nation of the delivery's offer";
  EXPECT_EQ(told(due(draft, day("2025-01-25"), Days{0})).find("target"), std::string::npos);
}

TEST(Promises, AreOverdueByTheirDayOrByWhatTriggersThem) {
  Draft draft;
  const auto add = [&](const std::string& key, const std::vector<FieldText>& more) {
    std::vector<FieldText> fields{
        {"promise", key}, {"by", "NLD"}, {"to", "the house"}, {"about", "tell"}};
    if (std::ranges::none_of(more, [](const FieldText& field) { return field.field == "status"; }))
      fields.push_back({"status", "open"});
    fields.insert(fields.end(), more.begin(), more.end());
    draft.add("promises", fields);
  };
  draft.add("conditions",
            {{"condition", "vote"},
             {"name", "A vote"},
             {"party", "DEU"},
             {"status", "granted"},
             {"on", "2024-02-10"}});
  draft.add("conditions",
            {{"condition", "vote"},
             {"name", "A vote"},
             {"party", "NLD"},
             {"status", "granted"},
             {"on", "2024-02-20"}});
  draft.add("conditions",
            {{"condition", "half"},
             {"name", "Half"},
             {"party", "DEU"},
             {"status", "granted"},
             {"on", "2024-02-10"}});
  draft.add("conditions",
            {{"condition", "half"}, {"name", "Half"}, {"party", "NLD"}, {"status", "open"}});
  add("late", {{"due", "2024-02-29"}});
  add("today", {{"due", "2024-03-01"}});
  add("kept", {{"due", "2024-02-01"}, {"status", "kept"}, {"kept_by", "paper#p3"}});
  add("triggered", {{"trigger", "vote"}});
  add("waiting", {{"trigger", "half"}});
  add("some-day", {{"trigger", "when more is known"}});
  add("gone", {{"status", "withdrawn"}});
  std::string text;
  for (const Promised& promised : promises(draft, day("2024-03-01")))
    text += promised.key + " " + std::string{to_text(promised.state)} + "; ";
  EXPECT_EQ(text,
            "late overdue; triggered overdue; today open; waiting waiting; some-day waiting; kept "
            "kept; gone withdrawn; ");
  EXPECT_EQ(promises(draft, day("2024-03-01")).at(1).triggered_on, day("2024-02-20"))
      << "the last of its acts";
  EXPECT_EQ(promises(draft, day("2024-03-01")).at(5).kept_by, "paper#p3");
}

TEST(Claims, StandSideBySideOnlyWhereTheyDiffer) {
  Draft draft;
  draft.add(
      "nations",
      {{"nation", "NLD"}, {"name", "Netherlands"}, {"population", "17"}, {"source", "office"}});
  const auto claim =
      [&](const std::string& column, const std::string& value, const std::string& chosen) {
        draft.add("claims",
                  {{"table", "nations"},
                   {"key", "NLD"},
                   {"column", column},
                   {"value", value},
                   {"chosen", chosen},
                   {"source", "assumed"}});
      };
  claim("name", "Netherlands", "true");
  claim("population", "18", "");
  const auto found = disagreements(draft);
  ASSERT_EQ(found.size(), 1U) << "a lone claim of what stands is no disagreement";
  EXPECT_EQ(found[0].column, "population");
  ASSERT_EQ(found[0].values.size(), 2U);
  EXPECT_EQ(found[0].values[0].value, "17") << "what stands is said by the row's own source";
  EXPECT_EQ(found[0].values[0].source, "office");
  EXPECT_TRUE(found[0].values[0].chosen);
}

TEST(Deliveries, StepsAreKeptApartAndDeliveredIsWhatTheNationCallsSo) {
  Draft draft;
  draft.add("nations", {{"nation", "NLD"}, {"name", "Netherlands"}, {"delivered_at", "released"}});
  draft.add("nations", {{"nation", "DEU"}, {"name", "Germany"}});
  draft.add("capabilities", {{"capability", "tanks"}, {"name", "Tanks"}, {"measure", "piece"}});
  for (const char* nation : {"NLD", "DEU"}) {
    const std::string offer = std::string{nation} + "-tanks";
    draft.add("offers",
              {{"offer", offer},
               {"nation", nation},
               {"capability", "tanks"},
               {"quantity", "10"},
               {"status", "committed"}});
    const std::vector<std::pair<std::string, std::string>> parts{{"allocated", "1"},
                                                                 {"in_transit", "2"},
                                                                 {"arrived", "3"},
                                                                 {"handed_over", "4"},
                                                                 {"lost", "5"}};
    for (const auto& [state, quantity] : parts)
      draft.add("deliveries",
                {{"delivery", offer + state},
                 {"offer", offer},
                 {"quantity", quantity},
                 {"state", state}});
  }
  const auto sums = sum_deliveries(draft);
  ASSERT_EQ(sums.size(), 2U);
  EXPECT_EQ(sums[0].nation, "DEU");
  EXPECT_EQ(sums[0].delivered, 4) << "handed over";
  EXPECT_EQ(sums[1].delivered, 9) << "left the depot: in transit, arrived, handed over";
  EXPECT_EQ(sums[1].offered, 10);
  EXPECT_EQ(sums[1].at[1], 1);
  EXPECT_EQ(sums[1].at[7], 5);
}

class Slipping : public testing::Test {
 protected:
  Slipping() {
    create_sqlite(folder_ / "a.ledger");
    store = open_sqlite(folder_ / "a.ledger", Access::write);
  }
  void say(const std::string& table,
           const std::string& key,
           const std::string& from,
           std::vector<StatedCell> cells) {
    Entry entry = stated(key, from, std::move(cells));
    entry.table = table;
    append(*store, {entry}, "2024-01-01T00:00:00Z");
  }
  [[nodiscard]] std::vector<Slippage> found() { return slippage(*store, store->head().number); }

 private:
  Folder folder_;

 protected:
  std::unique_ptr<Store> store;
};

TEST_F(Slipping, ADayThatMovedTwiceAndWasKeptLateIsCountedFromTheFirst) {
  say("offers", "A", "2023-01-01", {{"nation", "NLD"}, {"offer", "A"}});
  say("deliveries",
      "D",
      "2023-01-01",
      {{"delivery", "D"},
       {"offer", "A"},
       {"on", "2023-06-01"},
       {"quantity", "10"},
       {"state", "announced"}});
  say("deliveries", "D", "2023-05-01", {{"delivery", "D"}, {"on", "2023-08-01"}});
  say("deliveries",
      "D",
      "2023-07-01",
      {{"delivery", "D"}, {"on", "2023-10-01"}, {"quantity", "8"}});
  say("deliveries",
      "D",
      "2023-10-11",
      {{"delivery", "D"}, {"on", "2023-10-10"}, {"state", "handed_over"}});
  const auto all = found();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].promised, day("2023-06-01"));
  EXPECT_EQ(all[0].now, day("2023-10-01")) << "the day it was moved to, not that on which it came";
  EXPECT_EQ(all[0].times_moved, 2U);
  EXPECT_EQ(all[0].done, day("2023-10-10"));
  EXPECT_EQ(all[0].late(), Days{131});
  EXPECT_EQ(all[0].nation, "NLD");
  const auto quantities = shrinkage(*store, store->head().number);
  ASSERT_EQ(quantities.size(), 1U);
  EXPECT_EQ(quantities[0].promised + ">" + quantities[0].now, "10>8");
}

// "offered 2023-01-01 1; committed 2023-05-01 2; …", a step back marked.
std::string steps_of(const Ladder& ladder) {
  std::string text;
  for (const Step& step : ladder.steps)
    text += step.status + (step.is_back ? "<" : "") + (step.is_end ? "!" : "") + " "
            + muster::to_text(step.from) + " " + std::to_string(step.entry) + "; ";
  return text;
}

TEST_F(Slipping, ALadderTellsEachStepAndThoseThatGoBack) {
  say("offers", "A", "2023-01-01", {{"nation", "NLD"}, {"offer", "A"}, {"status", "offered"}});
  say("offers", "A", "2023-03-01", {{"quantity", "3"}});
  say("offers", "A", "2023-05-01", {{"status", "committed"}});
  say("offers", "A", "2023-06-01", {{"status", "intended"}});
  say("offers", "A", "2023-07-01", {{"status", "withdrawn"}});
  say("deliveries", "D", "2023-02-01", {{"delivery", "D"}, {"offer", "A"}, {"state", "announced"}});
  const auto of = [&](const char* on, std::string_view table) {
    return ladders(*store, {day(on), store->head().number}, table);
  };
  const auto all = of("2023-12-31", {});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(steps_of(all[0]), "announced 2023-02-01 6; ");
  EXPECT_EQ(all[0].nation, "NLD");
  EXPECT_EQ(steps_of(all[1]),
            "offered 2023-01-01 1; committed 2023-05-01 3; intended< 2023-06-01 4; "
            "withdrawn! 2023-07-01 5; ");
  EXPECT_EQ(all[1].steps[0].by, "a test");
  EXPECT_EQ(steps_of(of("2023-05-15", "offers").at(0)),
            "offered 2023-01-01 1; committed 2023-05-01 3; ");
}

TEST_F(Slipping, AStepThatIsTakenBackIsNoStep) {
  say("offers", "A", "2023-01-01", {{"nation", "NLD"}, {"offer", "A"}, {"status", "offered"}});
  say("offers", "A", "2023-05-01", {{"status", "committed"}});
  append(*store, {reversing(*store->find(2))}, "2024-01-02T00:00:00Z");
  const auto all = ladders(*store, {day("2023-12-31"), store->head().number}, "offers");
  EXPECT_EQ(steps_of(all.at(0)), "offered 2023-01-01 1; ");
}

TEST_F(Slipping, WhatANationCallsDeliveredDecidesWhenItIsDone) {
  say("nations", "NLD", "2023-01-01", {{"delivered_at", "released"}, {"nation", "NLD"}});
  say("offers", "A", "2023-01-01", {{"nation", "NLD"}, {"offer", "A"}});
  say("deliveries",
      "D",
      "2023-01-01",
      {{"delivery", "D"}, {"offer", "A"}, {"on", "2023-06-01"}, {"state", "announced"}});
  say("deliveries", "D", "2023-05-20", {{"delivery", "D"}, {"state", "in_transit"}});
  EXPECT_EQ(found().at(0).done, day("2023-05-20"));
}

TEST_F(Slipping, WhatIsTakenBackWasNotPromisedAndWhatIsWithdrawnHasFailed) {
  say("offers",
      "A",
      "2023-01-01",
      {{"from", "2023-03-01"}, {"nation", "NLD"}, {"offer", "A"}, {"status", "offered"}});
  say("offers", "A", "2023-01-02", {{"from", "2023-09-01"}, {"offer", "A"}});
  append(*store, {reversing(*store->find(2))}, "2024-01-01T00:00:00Z");
  EXPECT_EQ(found().at(0).times_moved, 0U);
  say("offers", "A", "2023-02-01", {{"offer", "A"}, {"status", "withdrawn"}});
  EXPECT_TRUE(found().at(0).has_failed);
}

TEST_F(Slipping, ADayOfWhatWasDoneBeforeItWasRecordedIsNoPromise) {
  say("promises",
      "P",
      "2023-01-01",
      {{"due", "2022-12-01"}, {"kept_on", "2022-12-24"}, {"promise", "P"}, {"status", "kept"}});
  EXPECT_TRUE(found().empty());
}

}  // namespace
}  // namespace muster::ledger
