// SPDX-License-Identifier: Apache-2.0
// What Scenario::build refuses beyond the schemas: each with its file, line, column, and a way out.
#include <map>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "support/situation.hpp"

namespace muster {
namespace {

using support::in_words;
using support::Situation;

// The one problem stands where it is said to, and speaks of what it should.
void expect_problem(const Situation& situation,
                    std::string_view file,
                    std::uint32_t line,
                    std::string_view column,
                    std::string_view words) {
  const Problems problems = situation.problems();
  ASSERT_EQ(problems.size(), 1U) << in_words(problems);
  EXPECT_EQ(problems[0].file, file);
  EXPECT_EQ(problems[0].line, line);
  EXPECT_EQ(problems[0].column, column);
  EXPECT_NE(problems[0].what.find(words), std::string::npos) << in_words(problems);
}

void expect_none(const Situation& situation) {
  EXPECT_TRUE(situation.problems().empty()) << in_words(situation.problems());
}

// A unit, a requirement of two, and no offer yet.
Situation base() {
  Situation s;
  s.unit("battery", {{"from", "2024-02-01"}, {"until", "2024-11-01"}});
  s.requirement("air");
  s.requirement("land");
  return s;
}

TEST(Problems, OfLikelihoodsOfWhichNothingCouldBeDrawn) {
  const std::map<std::string, std::string> arrival{{"row", "crises"},
                                                   {"event", "requirement_arrives"},
                                                   {"requirement", "air"},
                                                   {"chance", "2"},
                                                   {"days_least", "30"}};
  const std::map<std::string, std::string> late{
      {"row", "late"}, {"event", "late"}, {"chance", "0.5"}, {"days_least", "5"}};
  const auto situation_with = [](std::map<std::string, std::string> cells,
                                 const std::string& field,
                                 const std::string& text) {
    Situation s = base();
    s.row("requirements",
          {{"requirement", "aid"},
           {"activity", "mission"},
           {"capability", "tanks"},
           {"quantity", "1"},
           {"kind", "delivery"},
           {"priority", "p2"},
           {"from", "2024-01-01"},
           {"until", "2025-01-01"}});
    cells[field] = text;
    support::Fields fields;
    for (const auto& [name, value] : cells) fields.push_back({name, value});
    s.row("uncertainty", fields);
    return s;
  };
  expect_none(situation_with(arrival, "note", "as it is"));
  expect_none(situation_with(late, "note", "as it is"));
  const auto expect = [&](const auto& cells,
                          const std::string& field,
                          const std::string& text,
                          std::string_view words) {
    SCOPED_TRACE(field);
    expect_problem(situation_with(cells, field, text), "uncertainty.csv", 2, field, words);
  };
  expect(arrival, "requirement", "", "resembles no requirement");
  expect(arrival, "requirement", "aid", "asks for deliveries");
  expect(arrival, "days_least", "0", "lasts no day");
  expect(arrival, "nation", "NLD", "has no nation");
  expect(arrival, "days_most", "3", "less than days_least, 30");
  expect(late, "days_likely", "4", "less than days_least, 5");
  expect(late, "requirement", "air", "has no requirement");
  expect(late, "size_most", "4", "has no size_most");
  expect(late, "priority", "p1", "has no priority");
}

TEST(Problems, AFairShareWithoutWeightSaysNothing) {
  Situation s = base();
  s.row("fair_shares", {{"nation", "NLD"}, {"people_days", "1000"}, {"weight", "0"}});
  expect_problem(s, "fair_shares.csv", 2, "weight", "may bear any number");
}

TEST(Problems, OfAFairShare) {
  for (const auto& [field, text, words] : {std::tuple{"nation", "NDL", "NDL"},
                                           {"people_days", "-1", "less than 0"},
                                           {"people_days", "12.5", "not a whole number"},
                                           {"weight", "-0.5", "less than 0"},
                                           {"weight", "0.0001", "more than 3 decimals"},
                                           {"weight", "10001", "more than 10000"}}) {
    Situation s = base();
    std::map<std::string, std::string> cells{
        {"nation", "NLD"}, {"people_days", "1000"}, {"weight", "0.5"}};
    cells[field] = text;
    s.row("fair_shares",
          {{"nation", cells["nation"]},
           {"people_days", cells["people_days"]},
           {"weight", cells["weight"]}});
    expect_problem(s, "fair_shares.csv", 2, field, words);
    EXPECT_FALSE(s.problems()[0].advice.empty() && std::string_view{field} == "nation");
  }
}

TEST(Problems, ANationHasOneFairShare) {
  Situation s = base();
  s.row("fair_shares", {{"nation", "NLD"}, {"people_days", "1000"}, {"weight", "1"}});
  s.row("fair_shares", {{"nation", "NLD"}, {"people_days", "2000"}, {"weight", "1"}});
  expect_problem(s, "fair_shares.csv", 3, "nation", "NLD");
}

TEST(Problems, OfferedTwice) {
  Situation s = base();
  s.offer("one", "battery", {{"until", "2024-06-01"}});
  s.offer("two", "battery", {{"from", "2024-05-31"}});
  expect_problem(s, "offers.csv", 3, "unit", "also by offer \"one\" (offers.csv:2)");
}

TEST(Problems, OneAfterTheOtherIsNotTwice) {
  Situation s = base();
  s.offer("one", "battery", {{"until", "2024-06-01"}});
  s.offer("two", "battery", {{"from", "2024-06-01"}});
  expect_none(s);
}

TEST(Problems, DifferentScopesAreNotTwice) {
  Situation s = base();
  s.offer("one", "battery", {{"requirement", "air"}});
  s.offer("two", "battery", {{"requirement", "land"}});
  expect_none(s);
  s.offer("three", "battery", {{"activity", "mission"}});
  expect_problem(s, "offers.csv", 4, "unit", "also by offer \"one\"");
}

TEST(Problems, EndedOffersAndPoolsAreNotTwice) {
  Situation s = base();
  s.offer("one", "battery", {{"status", "withdrawn"}});
  s.offer("two", "battery");
  s.offer("old", "battery", {{"valid_until", "2023-12-31"}});
  s.unit("pool", {{"divisible", "true"}, {"quantity", "4"}});
  s.offer("three", "pool");
  s.offer("four", "pool");
  expect_none(s);
}

TEST(Problems, OfferOfAnotherNation) {
  Situation s = base();
  s.offer("one", "battery", {{"nation", "DEU"}});
  expect_problem(s, "offers.csv", 2, "nation", "DEU offers unit \"battery\" (units.csv:2)");
  EXPECT_EQ(s.problems()[0].advice, "Maybe NLD?");
}

TEST(Problems, OfferOutsideItsUnitsTime) {
  const auto offered = [](std::string_view field, std::string text) {
    Situation s = base();
    s.offer("one", "battery", {{field, std::move(text)}});
    return s;
  };
  expect_problem(offered("from", "2024-01-31"), "offers.csv", 2, "from", "before unit");
  expect_problem(offered("from", "2024-11-01"), "offers.csv", 2, "from", "no longer there");
  expect_problem(offered("until", "2024-11-02"), "offers.csv", 2, "until", "after unit");
  expect_problem(offered("until", "2024-02-01"), "offers.csv", 2, "until", "before unit");
  expect_none(offered("from", "2024-02-01"));
  expect_none(offered("until", "2024-11-01"));
}

TEST(Problems, OfferOfMoreThanTheUnitHolds) {
  Situation s = base();
  s.offer("one", "battery", {{"quantity", "2"}});
  expect_problem(s, "offers.csv", 2, "quantity", "more than the 1 of unit");
}

TEST(Problems, OfferInAnotherMeasureNeedsAFurtherCapability) {
  Situation s = base();
  s.offer("one", "battery", {{"capability", "people"}, {"quantity", "30"}});
  expect_problem(s, "offers.csv", 2, "capability", "measured in person");
  s.row("unit_capabilities", {{"unit", "battery"}, {"capability", "people"}, {"quantity", "30"}});
  expect_none(s);
  s.row("offers", {{"offer", "two"}});  // faults elsewhere do not hide or add
  EXPECT_FALSE(s.problems().empty());
}

TEST(Problems, ScopeThatDoesNotBelongTogether) {
  Situation s = base();
  s.activity("other");
  s.offer("one", "battery", {{"activity", "other"}, {"requirement", "air"}});
  expect_problem(s, "offers.csv", 2, "requirement", "is of activity \"mission\"");
}

TEST(Problems, NeitherUnitNorCapability) {
  Situation s = base();
  s.offer("one", "");
  expect_problem(s, "offers.csv", 2, "capability", "neither a unit nor a capability");
}

TEST(Problems, AnImpliedUnitMayNotTakeAUnitsKey) {
  Situation s = base();
  s.offer("battery", "", {{"capability", "infantry"}});
  expect_problem(s, "offers.csv", 2, "unit", "is also the key of a unit (units.csv:2)");
}

TEST(Problems, Extension) {
  Situation open = base();
  open.offer("one", "battery", {{"extension_days", "30"}});
  expect_problem(open, "offers.csv", 2, "extension_days", "does not say until when");
  Situation late = base();
  late.offer(
      "one",
      "battery",
      {{"until", "2024-06-01"}, {"extension_days", "30"}, {"extension_decide_by", "2024-06-02"}});
  expect_problem(late, "offers.csv", 2, "extension_decide_by", "after the offer ends");
}

TEST(Problems, MinimumTerm) {
  const auto with_minimum = [](std::string days) {
    Situation s = base();
    s.offer("one",
            "battery",
            {{"from", "2024-03-01"},
             {"until", "2024-04-01"},
             {"extension_days", "30"},
             {"minimum_days", std::move(days)}});
    return s;
  };
  expect_none(with_minimum("61"));
  expect_problem(
      with_minimum("62"), "offers.csv", 2, "minimum_days", "61 days, extension included");
}

TEST(Problems, Budget) {
  const auto charged = [](std::string nation, std::string currency) {
    Situation s = base();
    s.row("budgets",
          {{"budget", "biv"},
           {"nation", std::move(nation)},
           {"from", "2024-01-01"},
           {"until", "2025-01-01"},
           {"amount", "4200000"},
           {"currency", std::move(currency)}});
    s.offer("one", "battery", {{"budget", "biv"}});
    return s;
  };
  expect_none(charged("NLD", "EUR"));
  expect_problem(charged("DNK", "EUR"), "offers.csv", 2, "budget", "DNK's");
  expect_problem(charged("NLD", "DKK"), "offers.csv", 2, "budget", "is in DKK");
}

TEST(Problems, MoneyInThousands) {
  Situation s = base();
  s.requirement("cap", {{"capability", "fund"}, {"quantity", "1500500"}, {"kind", "delivery"}});
  expect_problem(s, "requirements.csv", 4, "quantity", "not a multiple of 1000");
  EXPECT_EQ(s.problems()[0].advice, "Maybe 1501000?");
}

TEST(Problems, OfferedMoneyInThousands) {
  Situation s = base();
  s.offer("one", "", {{"capability", "fund"}, {"quantity", "999"}});
  expect_problem(s, "offers.csv", 2, "quantity", "999 EUR");
}

TEST(Problems, SubstitutionBetweenMeasures) {
  Situation s = base();
  s.row("substitutions", {{"wanted", "infantry"}, {"offered", "people"}, {"worth", "0.5"}});
  expect_problem(s, "substitutions.csv", 2, "offered", "cannot stand in for \"infantry\"");
}

TEST(Problems, TourMinimumAboveMaximum) {
  Situation s = base();
  s.policy("odd", {{"tour_min_days", "100"}, {"tour_max_days", "99"}});
  expect_problem(s, "policies.csv", 2, "tour_min_days", "longer than the longest");
}

TEST(Problems, TotalsAreWholeAndPossible) {
  const auto with_policy = [](const support::Fields& fields) {
    Situation s = base();
    s.policy("odd", fields);
    return s;
  };
  expect_none(with_policy({{"total_days", "300"}, {"total_within_days", "730"}}));
  expect_none(with_policy({{"total_days", "300"}, {"total_within_days", "300"}}));
  expect_problem(with_policy({{"total_days", "300"}}),
                 "policies.csv",
                 2,
                 "total_within_days",
                 "within how many days");
  expect_problem(
      with_policy({{"total_within_days", "730"}}), "policies.csv", 2, "total_days", "any 730 days");
  expect_problem(with_policy({{"total_days", "301"}, {"total_within_days", "300"}}),
                 "policies.csv",
                 2,
                 "total_days",
                 "more than there are");
  expect_problem(
      with_policy({{"tour_min_days", "101"}, {"total_days", "100"}, {"total_within_days", "200"}}),
      "policies.csv",
      2,
      "tour_min_days",
      "longer than all that may be served");
  // An unreadable cell is the schema's matter, and only that.
  expect_problem(with_policy({{"total_days", "many"}, {"total_within_days", "200"}}),
                 "policies.csv",
                 2,
                 "total_days",
                 "\"many\"");
}

TEST(Problems, DeliveriesCannotBeIndivisible) {
  Situation s = base();
  s.requirement("sea", {{"kind", "on_call"}, {"indivisible", "true"}});
  expect_none(s);
  s.requirement("tanks", {{"capability", "tanks"}, {"kind", "delivery"}, {"indivisible", "true"}});
  expect_problem(s, "requirements.csv", 5, "indivisible", "what is delivered stays");
}

TEST(Problems, ActivationIsNotNegative) {
  Situation s = base();
  s.unit("dear", {{"activation_eur", "-1"}});
  expect_problem(s, "units.csv", 3, "activation_eur", "-1");
}

TEST(Problems, TheClockIsADayOrAMinute) {
  Situation s = base();
  s.draft().clock = "minute";
  expect_none(s);
  EXPECT_EQ(s.build()->clock, Clock::minute);
  s.draft().clock = "day";
  EXPECT_EQ(s.build()->clock, Clock::day);
  s.draft().clock = "minute";
  s.offer("one", "battery").caveat("one", "season", "11-01/04-01");
  expect_problem(s, "caveats.csv", 2, "rule", "a day of this data stands for a minute");
  s.draft().clock = "hour";
  ASSERT_EQ(s.problems().size(), 1U) << in_words(s.problems());
  EXPECT_NE(s.problems()[0].what.find("\"hour\" is not day or minute"), std::string::npos);
}

TEST(Problems, LeadShareWithoutALead) {
  Situation s = base();
  s.activity("leaderless");
  s.requirement("sea", {{"activity", "leaderless"}, {"lead_share", "0.5"}});
  expect_problem(s, "requirements.csv", 4, "lead_share", "names no lead");
}

TEST(Problems, RequirementOutsideItsActivity) {
  const auto asked = [](std::string from, std::string until) {
    Situation s;
    s.activity("exercise", {{"from", "2024-03-01"}, {"until", "2024-06-01"}});
    s.requirement(
        "r", {{"activity", "exercise"}, {"from", std::move(from)}, {"until", std::move(until)}});
    return s;
  };
  expect_none(asked("2024-03-01", "2024-06-01"));
  expect_problem(asked("2024-02-29", "2024-06-01"), "requirements.csv", 2, "from", "begins on");
  expect_problem(asked("2024-03-01", "2024-06-02"), "requirements.csv", 2, "until", "ends on");
}

TEST(Problems, OpenEndWithoutAHorizon) {
  Situation s;
  s.draft().horizon.clear();
  s.requirement("open", {{"until", ""}});
  expect_problem(s, "requirements.csv", 2, "until", "no horizon to cut it at");
}

TEST(Problems, RequirementThatBeginsAfterTheHorizon) {
  Situation s;
  s.requirement("late", {{"from", "2025-01-01"}, {"until", ""}});
  expect_problem(s, "requirements.csv", 2, "from", "not before its end");
}

TEST(Problems, AsOfAndHorizonAreDates) {
  Situation s;
  s.draft().as_of = "yesterday";
  expect_problem(s, "datapackage.json", 0, "as_of", "is not a date");
  s.draft().as_of.clear();
  expect_problem(s, "datapackage.json", 0, "as_of", "does not say on which day");
  Situation t;
  t.draft().horizon = "2024-13-01";
  t.requirement("closed");
  expect_problem(t, "datapackage.json", 0, "horizon", "is not a date");
}

TEST(Problems, CaveatsNameWhatIsThere) {
  const auto with_caveat = [](std::string_view rule, std::string_view value) {
    Situation s = base();
    s.offer("one", "battery");
    s.caveat("one", rule, value);
    return s;
  };
  for (const auto& [rule, value] : {std::pair{"not_place", "skopje"},
                                    std::pair{"only_place", "DEU"},
                                    std::pair{"only_activity", "mission"},
                                    std::pair{"only_requirement", "land"},
                                    std::pair{"not_organisation", "NATO"},
                                    std::pair{"season", "12-01/02-29"},
                                    std::pair{"task", "unarmed"}})
    expect_none(with_caveat(rule, value));
  const Situation misspelt = with_caveat("not_place", "skopie");
  expect_problem(misspelt, "caveats.csv", 2, "value", "names no place or nation");
  EXPECT_EQ(misspelt.problems()[0].advice, "Maybe skopje?");
  expect_problem(with_caveat("only_activity", "skopje"), "caveats.csv", 2, "value", "no activity");
  const Situation unlisted = with_caveat("only_requirement", "lant");
  expect_problem(unlisted, "caveats.csv", 2, "value", "names no requirement");
  EXPECT_EQ(unlisted.problems()[0].advice, "Maybe land?");
  expect_problem(with_caveat("not_organisation", "XYZ"), "caveats.csv", 2, "value", "organisation");
  for (const char* value : {"winter", "13-01/14-01", "02-30/03-01", "1-1/2-1", "03-01/03-01"})
    expect_problem(with_caveat("season", value), "caveats.csv", 2, "value", "is not a season");
}

TEST(Problems, DeliveriesOfMoreThanIsOffered) {
  Situation s = base();
  s.offer("one", "", {{"capability", "tanks"}, {"quantity", "10"}});
  const auto deliver = [&](std::string key, std::string quantity, std::string state) {
    s.row("deliveries",
          {{"delivery", std::move(key)},
           {"offer", "one"},
           {"quantity", std::move(quantity)},
           {"state", std::move(state)}});
  };
  deliver("first", "7", "in_use");
  deliver("sunk", "3", "lost");
  deliver("second", "3", "announced");
  expect_none(s);
  deliver("third", "1", "announced");
  expect_problem(s, "deliveries.csv", 5, "quantity", "come to 11, more than the 10 offered");
}

TEST(Problems, DeliveriesToARequirementThatTakesNone) {
  Situation s = base();
  s.offer("one", "battery", {{"requirement", "air"}});
  s.row("deliveries",
        {{"delivery", "d"}, {"offer", "one"}, {"quantity", "1"}, {"state", "announced"}});
  expect_problem(s, "deliveries.csv", 2, "offer", "takes no deliveries");
}

TEST(Problems, DoubleUseThatIsNotOffered) {
  Situation s = base();
  s.row("double_use", {{"unit", "battery"}, {"requirement", "air"}, {"also", "land"}});
  s.offer("one", "battery", {{"requirement", "air"}});
  expect_problem(s, "double_use.csv", 2, "also", "is not offered for \"land\"");
  s.offer("two", "battery", {{"requirement", "land"}});
  expect_none(s);
}

TEST(Problems, PeopleOfAPoolDivide) {
  Situation s = base();
  s.unit("pool", {{"divisible", "true"}, {"quantity", "4"}, {"personnel", "10"}});
  expect_problem(s, "units.csv", 3, "personnel", "do not divide evenly");
}

TEST(Problems, AStockBelowItsFloorIsAFactNotAProblem) {
  Situation s = base();
  s.row("stocks",
        {{"nation", "NLD"},
         {"capability", "tanks"},
         {"on", "2024-01-01"},
         {"quantity", "5"},
         {"floor", "9"}});
  expect_none(s);
}

TEST(Problems, ComeAllAtOnceWithThoseOfTheSchemas) {
  Situation s = base();
  s.unit("bad", {{"quantity", "many"}});                              // the schema's
  s.offer("one", "battery", {{"nation", "DEU"}});                     // ours
  s.offer("two", "nowhere");                                          // the schema's
  s.policy("odd", {{"tour_min_days", "9"}, {"tour_max_days", "8"}});  // ours
  const Problems problems = s.problems();
  EXPECT_EQ(problems.size(), 4U) << in_words(problems);
  EXPECT_TRUE(std::ranges::is_sorted(problems));
}

TEST(Problems, WhatFollowsFromAMistakeIsNotASecondMistake) {
  Situation s = base();
  s.offer("one", "battery", {{"from", "2024-02-30"}, {"until", "2024-06-01"}});
  s.offer("two", "battery", {{"from", "2024-06-01"}});
  s.offer("three", "battery", {{"until", "2024-13-01"}, {"nation", "DEU"}});
  const Problems problems = s.problems();
  EXPECT_EQ(problems.size(), 2U) << in_words(problems);
}

}  // namespace
}  // namespace muster
