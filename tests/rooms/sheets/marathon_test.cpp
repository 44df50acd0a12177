// SPDX-License-Identifier: Apache-2.0
// A small invented book in Marathon's form, in tests/data/rotation_book.
#include "sheets/marathon.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "io/csv.hpp"
#include "io/file.hpp"

namespace muster::sheets {
namespace {

std::vector<Sheet> small_book() {
  std::vector<Sheet> all;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path{MUSTER_ROOT}
                                                               / "tests/data/rotation_book")) {
    if (entry.path().extension() != ".csv") continue;
    Sheet sheet;
    sheet.file = entry.path().filename().string();
    sheet.name = entry.path().stem().string();
    for (const io::CsvRow& read : io::read_csv(io::read_file(entry.path()), sheet.file).rows) {
      std::vector<std::string> cells;
      for (const io::CsvCell& cell : read.cells) cells.push_back(cell.text);
      sheet.rows.push_back({read.line, cells});
    }
    all.push_back(std::move(sheet));
  }
  return all;
}

MarathonBook taken(bool keeps_repeated = false) {
  auto book = take_marathon(small_book(), keeps_repeated);
  EXPECT_TRUE(book);
  return book ? *std::move(book) : MarathonBook{};
}

std::string column(const MarathonBook& book, const std::string& table, const std::string& field) {
  std::string text;
  for (const DraftRow& row : book.draft.table(table).rows)
    text += book.draft.table(table).text(row, field) + "|";
  return text;
}

std::string refusals(const MarathonBook& book, const std::string& sheet) {
  std::string text;
  for (const Repair& repair : book.takings.repairs)
    if (repair.refused && repair.sheet == sheet)
      text += std::to_string(repair.row) + " " + repair.rule + "|";
  return text;
}

TEST(Marathon, TemplatesBecomeDaysOfEachState) {
  const MarathonBook book = taken();
  EXPECT_EQ(column(book, "rotation_policies", "policy"), "Home12|Home11|Reserve14|Without end|");
  EXPECT_EQ(column(book, "rotation_policies", "reset_days"), "182|190|365|100|");
  EXPECT_EQ(column(book, "rotation_policies", "train_days"), "183|175|365||");
  EXPECT_EQ(column(book, "rotation_policies", "ready_days"), "365||730||");
  EXPECT_EQ(column(book, "rotation_policies", "available_days"), "365|365|365||");
  EXPECT_EQ(column(book, "rotation_policies", "demobilization_days"), "||95||");
  EXPECT_EQ(column(book, "rotation_policies", "deployable_from"), "730|365|1460|100|");
  EXPECT_EQ(column(book, "rotation_policies", "expected_dwell_days"), "1095|500|1825|1095|");
  EXPECT_EQ(refusals(book, "PolicyRecords"), "6 template_not_taken|7 repeats_a_name|");
}

TEST(Marathon, RequirementsKeepTheirNamesAndWhatIsNotTakenIsTold) {
  const MarathonBook book = taken();
  EXPECT_EQ(column(book, "rotation_requirements", "requirement"),
            "1_Border watch_Infantry_[1...901]|2_Training_Infantry_[1...301]|"
            "1_Storm_Infantry_[401...651]|3_Vig-ANON-0_Medics_[901...1101]|");
  EXPECT_EQ(column(book, "rotation_requirements", "service"), "deployed|deployed|held|deployed|");
  EXPECT_EQ(column(book, "rotation_requirements", "first_component"), "|AC|||");
  EXPECT_EQ(column(book, "rotation_requirements", "last_component"), "||AC||");
  EXPECT_EQ(column(book, "rotation_requirements", "without_component"), "||AC||");
  EXPECT_EQ(refusals(book, "DemandRecords"),
            "6 disabled|7 repeats_a_name|8 category_not_taken|9 no_quantity|");
}

TEST(Marathon, ARequirementThatRepeatsANameMayBeKept) {
  EXPECT_TRUE(column(taken(true), "rotation_requirements", "requirement")
                  .ends_with("1_Border watch_Infantry_[1...901] (2)|"));
}

TEST(Marathon, TheRestOfTheBook) {
  const MarathonBook book = taken();
  EXPECT_EQ(column(book, "rotation_schedules", "policy"), "Home12|Home11|Home12|");
  EXPECT_EQ(refusals(book, "CompositePolicyRecords"), "5 policy_unknown|");
  EXPECT_EQ(column(book, "rotation_periods", "until_day"), "1|401|701||");
  EXPECT_EQ(column(book, "rotation_settings", "value"), "true|1500|");
  EXPECT_EQ(column(book, "rotation_components", "policy"), "HomeSchedule|Reserve14|");
  EXPECT_EQ(column(book, "rotation_units", "cycle_day"), "||900||");
  EXPECT_EQ(column(book, "rotation_units", "held_share"), "|0.5|||");
  EXPECT_EQ(column(book, "rotation_substitutions", "cost"), "1|");
  EXPECT_EQ(refusals(book, "RelationRecords"), "3 relation_not_taken|");
  EXPECT_EQ(column(book, "rotation_proportions", "share"), "0.75|0.25|");
  EXPECT_TRUE(check_schema(book.draft).empty());
}

TEST(Marathon, RowsReadAreRowsTakenAndRowsRefused) {
  const Takings& takings = taken().takings;
  EXPECT_EQ(takings.rows_read, takings.rows_taken + takings.rows_refused);
}

TEST(Marathon, ABookOfSomethingElseIsRefusedWithAllThatItLacks) {
  Sheet other;
  other.file = "other.xlsx";
  other.name = "Offers";
  const auto book = take_marathon({other}, false);
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().size(), 4U);
}

}  // namespace
}  // namespace muster::sheets
