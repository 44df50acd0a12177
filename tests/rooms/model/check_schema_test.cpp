// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/draft.hpp"

namespace muster {
namespace {

struct Found {
  std::string column, what, advice;
};

// The problems of one cell: a row right in all else, of which `field` says `text`.
std::vector<Found> problems_with(const std::string& field, const std::string& text) {
  Draft draft;
  draft.add("nations", {{"nation", "NLD"}, {"name", "Netherlands"}});
  draft.add("capabilities",
            {{"capability", "infantry"}, {"name", "Infantry"}, {"measure", "unit"}});
  draft.add("activities", {{"activity", "efp"}, {"name", "eFP"}, {"kind", "mission"}});
  draft.add("priorities", {{"priority", "high"}, {"weight", "10"}});
  std::vector<FieldText> row = {{"requirement", "r"},
                                {"activity", "efp"},
                                {"capability", "infantry"},
                                {"quantity", "1"},
                                {"kind", "presence"},
                                {"priority", "high"},
                                {"from", "2024-01-01"},
                                {"until", "2024-03-01"}};
  std::erase_if(row, [&](const FieldText& cell) { return cell.field == field; });
  row.push_back({field, text});
  draft.add("requirements", row);
  std::vector<Found> found;
  for (const Problem& p : check_schema(draft)) found.push_back({p.column, p.what, p.advice});
  return found;
}

void expect_problem(const std::string& field,
                    const std::string& text,
                    const std::string& what,
                    const std::string& advice) {
  SCOPED_TRACE(field + " = " + text);
  const std::vector<Found> found = problems_with(field, text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].column, field);
  EXPECT_EQ(found[0].what, what);
  EXPECT_EQ(found[0].advice, advice);
}

void expect_right(const std::string& field, const std::string& text) {
  EXPECT_TRUE(problems_with(field, text).empty()) << field << " = " << text;
}

TEST(CheckSchema, Dates) {
  const std::string how = "Dates are written year-month-day.";
  const auto expect_meant = [&](const std::string& text, const std::string& meant) {
    expect_problem("from", text, "\"" + text + "\" is not a date", "Maybe " + meant + "? " + how);
  };
  expect_right("from", "2024-02-29");
  expect_right("from", "1900-01-01");
  expect_meant("2024-13-01", "2024-01-13");
  expect_meant("2024-02-30", "2024-02-29");
  expect_meant("2024-1-3", "2024-01-03");
  expect_meant("2024/01/03", "2024-01-03");
  expect_meant("20240103", "2024-01-03");
  expect_meant("31/01/2024", "2024-01-31");
  expect_meant("3-1-2024", "2024-01-03 or 2024-03-01");
  expect_problem("from", "soon", "\"soon\" is not a date", how);
  expect_problem(
      "from", "tbd", "\"tbd\" is not a date", "Leave the cell empty for what is not stated.");
  expect_problem("from", "1899-12-31", "\"1899-12-31\" is outside the years 1900 to 2199", "");
  expect_problem("until", "2200-01-01", "\"2200-01-01\" is outside the years 1900 to 2199", "");
}

TEST(CheckSchema, WholeNumbers) {
  const std::string how = "Whole numbers are written with digits only.";
  const auto expect_meant = [&](const std::string& text, const std::string& meant) {
    expect_problem("quantity",
                   text,
                   "\"" + text + "\" is not a whole number",
                   meant.empty() ? how : "Maybe " + meant + "? " + how);
  };
  expect_right("quantity", "1000000000000");
  expect_meant("1,500", "1500");
  expect_meant("1.500.000", "1500000");
  expect_meant("1 500", "1500");
  expect_meant("1\u00A0500", "1500");
  expect_meant("+5", "5");
  expect_meant("12.0", "12");
  expect_meant("1.5", "");
  expect_meant("five", "");
  expect_problem("quantity", "0", "\"0\" is less than 1", "");
  expect_problem("quantity", "1000000000001", "\"1000000000001\" is more than 1000000000000", "");
}

TEST(CheckSchema, Decimals) {
  const std::string how = "Numbers have a decimal point, at most 3 decimals and no separators.";
  const auto expect_meant = [&](const std::string& text, const std::string& meant) {
    expect_problem(
        "lead_share", text, "\"" + text + "\" is not a number", "Maybe " + meant + "? " + how);
  };
  expect_right("lead_share", "0.125");
  expect_right("lead_share", "1");
  expect_meant("0,75", "0.75");
  expect_meant(".5", "0.5");
  expect_meant("35%", "0.35");
  expect_problem("lead_share", "0.1234", "\"0.1234\" has more than 3 decimals", "Maybe 0.123?");
  expect_problem("lead_share", "35", "\"35\" is more than 1", "Maybe 0.35?");
  expect_problem("lead_share", "-0.001", "\"-0.001\" is less than 0", "");
}

TEST(CheckSchema, ValuesKeysAndReferences) {
  expect_problem("kind",
                 "presense",
                 "\"presense\" is not an allowed value",
                 "Maybe presence? Allowed: presence, on_call, delivery.");
  expect_problem("kind", "", "a value is required here", "One of presence, on_call, delivery.");
  expect_problem("requirement",
                 "a b",
                 "\"a b\" does not have the form [A-Za-z0-9][A-Za-z0-9._-]*",
                 "Maybe a-b? The requirement's key.");
  expect_problem(
      "capability", "infantri", "\"infantri\" is not in capabilities", "Maybe infantry?");
  expect_problem("capability", "ship", "\"ship\" is not in capabilities", "");
  expect_problem("source", "letter#p3", "\"letter\" is not in sources", "");
  expect_problem("kind", "presence ", "\"presence \" has spaces around it", "Maybe presence?");
}

TEST(CheckSchema, Periods) {
  expect_problem("until",
                 "2023-01-01",
                 "the period ends on 2023-01-01, before it begins on 2024-01-01",
                 "Maybe from 2023-01-01 until 2024-01-01?");
  expect_problem("until",
                 "2024-01-01",
                 "the period is empty: from and until are both 2024-01-01",
                 "The day `until` is not included; maybe 2024-01-02?");
  expect_right("until", "2024-01-02");
  expect_right("until", "");
}

Draft capabilities(const std::vector<std::pair<std::string, std::string>>& parents) {
  Draft draft;
  for (const auto& [key, parent] : parents) {
    draft.add("capabilities",
              {{"capability", key}, {"name", key}, {"parent", parent}, {"measure", "unit"}});
  }
  return draft;
}

TEST(CheckSchema, EachCircleIsNamedOnce) {
  EXPECT_TRUE(check_schema(capabilities({{"a", ""}, {"b", "a"}, {"c", "b"}, {"d", "b"}})).empty());
  const Problems problems = check_schema(capabilities(
      {{"lead-in", "a"}, {"a", "b"}, {"b", "c"}, {"c", "a"}, {"self", "self"}, {"x", "b"}}));
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].what, "a circle: a > b > c > a");
  EXPECT_EQ(problems[1].what, "a circle: self > self");
}

TEST(CheckSchema, DuplicateKeysNameTheFirst) {
  Draft draft;
  for (const char* name : {"One", "Two", "Three"})
    draft.add("nations", {{"nation", "NLD"}, {"name", name}});
  auto& rows = draft.table("nations").rows;
  for (std::uint32_t i = 0; i < 3; ++i) rows[i].line = 5 + i;
  rows[2].file = "more/nations.csv";
  EXPECT_EQ(
      check_schema(draft),
      (Problems{{"more/nations.csv", 7, "nation", "\"NLD\" is already in nations.csv, line 5", ""},
                {"nations.csv", 6, "nation", "\"NLD\" is already in line 5", ""}}));
}

TEST(CheckSchema, ClaimsSpeakOfCellsThatAreThere) {
  Draft draft;
  draft.add("nations", {{"nation", "NLD"}, {"name", "Netherlands"}});
  const auto claim = [&](std::string key, std::string column, std::string value) {
    draft.add("claims",
              {{"table", "nations"},
               {"key", std::move(key)},
               {"column", std::move(column)},
               {"value", std::move(value)},
               {"chosen", "true"}});
  };
  claim("NLD", "population", "17");
  EXPECT_TRUE(check_schema(draft).empty());
  claim("NLD", "population", "18");
  claim("NLX", "populaton", "18");
  const Problems problems = check_schema(draft);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].what, "another claim on the same cell is chosen already");
  EXPECT_EQ(problems[1].what, "\"populaton\" is not a column of nations");
  EXPECT_EQ(problems[2].advice, "Maybe NLD?");
}

TEST(Apply, KeepsWhatAnOverlayDoesNotState) {
  Draft draft = capabilities({{"a", ""}, {"b", "a"}});
  DraftOverlay overlay;
  overlay.rows = capabilities({{"b", ""}});
  overlay.rows.as_of = "2024-01-01";
  overlay.operations.resize(schemas().size());
  overlay.stated.resize(schemas().size());
  const TableSchema& schema = *find_schema("capabilities");
  const auto table = static_cast<std::size_t>(&schema - schemas().data());
  overlay.operations[table] = {Operation::change};
  overlay.stated[table] = {std::vector<bool>(schema.fields.size(), false)};
  overlay.stated[table][0][*schema.find("name")] = true;
  const auto result = apply(draft, overlay);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->table("capabilities").rows[1].cells[*schema.find("parent")].text, "a");
  EXPECT_EQ(result->as_of, "2024-01-01");
  overlay.operations[table].clear();
  EXPECT_ANY_THROW((void)apply(draft, overlay))
      << "an overlay without its operations is our own fault";
}

}  // namespace
}  // namespace muster
