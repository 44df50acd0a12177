// SPDX-License-Identifier: Apache-2.0
// The excerpts are invented; their faults are those that were found in the real table.
#include "sheets/un_contributions.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "io/csv.hpp"
#include "sheets/headings.hpp"
#include "support/situation.hpp"

namespace muster::sheets {
namespace {

const std::string heading =
    "Date,Contributor,Contributor_ISO-3,Mission,Individual_Police_Male,Individual_Police_Female,"
    "Individual_Police_Total,"
    "Formed_Police_Units_Male,Formed_Police_Units_Female,Formed_Police_Units_Total,Experts_on_"
    "Mission_Male,"
    "Experts_on_Mission_Female,Experts_on_Mission_Total,Troops_Male,Troops_Female,Troops_Total,"
    "Total_Total\n";
const std::string nothing = "NA,NA,NA,";

// A row with troops alone; "63,2,65" or "NA,NA,NA".
std::string row(const std::string& who,
                const std::string& mission,
                const std::string& troops,
                const std::string& month = "2012-01-31") {
  return month + "," + who + "," + mission + "," + nothing + nothing + nothing + troops + ","
         + troops.substr(troops.rfind(',') + 1) + "\n";
}

Sheet sheet_of(const std::string& text) {
  Sheet sheet;
  sheet.file = "un.csv";
  for (const io::CsvRow& read : io::read_csv(text, "un.csv").rows) {
    std::vector<std::string> cells;
    for (const io::CsvCell& cell : read.cells) cells.push_back(cell.text);
    sheet.rows.push_back({read.line, cells});
  }
  return sheet;
}

Imported taken(const std::string& rows) {
  return take_un_contributions(sheet_of(heading + rows)).value();
}

std::string cell(const Statement& statement, const std::string& column) {
  for (const auto& [name, text] : statement.cells)
    if (name == column) return text;
  return {};
}

// "2012-01-31 NPL.UNMIL.un-troops 65; …", "-" before what is removed.
std::string offers(const Imported& imported) {
  std::string text;
  for (const Statement& statement : imported.statements)
    if (statement.table == "offers")
      text += to_text(statement.valid_from) + (statement.removes ? " -" : " ")
              + cell(statement, "offer") + " " + cell(statement, "quantity") + "; ";
  return text;
}

std::string rules(const Imported& imported) {
  std::string text;
  for (const Repair& repair : imported.takings.repairs)
    text += std::to_string(repair.row) + " " + repair.rule + (repair.refused ? "!" : "") + "; ";
  return text;
}

TEST(UnContributions, AMonthStatesOnlyWhatDiffersFromTheMonthBefore) {
  const Imported imported =
      taken(row("Nepal,NPL", "UNMIL", "63,2,65") + row("Ghana,GHA", "UNMIL", "10,0,10")
            + row("Nepal,NPL", "UNMIL", "63,2,65", "2012-02-28")
            + row("Ghana,GHA", "UNMIL", "11,0,11", "2012-02-28")
            + row("Ghana,GHA", "UNMIL", "11,0,11", "2012-03-31"));
  EXPECT_EQ(offers(imported),
            "2012-01-31 GHA.UNMIL.un-troops 10; 2012-01-31 NPL.UNMIL.un-troops 65; 2012-02-28 "
            "GHA.UNMIL.un-troops 11; "
            "2012-03-31 -NPL.UNMIL.un-troops ; ");
  EXPECT_TRUE(imported.takings.repairs.empty());
}

TEST(UnContributions, ApostrophesAreTakenAwayAndSaid) {
  const Imported imported = taken(row("Nepal',NPL'", "UNMIL'", "63,2,65"));
  EXPECT_EQ(offers(imported), "2012-01-31 NPL.UNMIL.un-troops 65; ");
  EXPECT_EQ(rules(imported), "2 apostrophe_behind; 2 apostrophe_behind; 2 apostrophe_behind; ");
  EXPECT_EQ(imported.takings.repairs[0].old, "Nepal'");
  EXPECT_EQ(imported.takings.repairs[0].now, "Nepal");
}

TEST(UnContributions, RepetitionsAreRefusedAndToldFromContradictions) {
  const Imported imported =
      taken(row("Nepal,NPL", "UNMIL", "63,2,65") + row("Nepal,NPL", "UNMIL'", "63,2,65")
            + row("Nepal,NPL", "UNMIL", "64,2,66"));
  EXPECT_EQ(rules(imported), "3 apostrophe_behind; 3 repeats_a_row!; 4 contradicts_a_row!; ");
  EXPECT_EQ(offers(imported), "2012-01-31 NPL.UNMIL.un-troops 65; ");
}

TEST(UnContributions, PublishedSumsAreTotalsAndNoOffers) {
  const Imported imported =
      taken(row("all,all", "all", "73,2,75") + row("Nepal,NPL", "all", "63,2,65")
            + row("Nepal,NPL", "UNMIL", "63,2,65"));
  EXPECT_EQ(offers(imported), "2012-01-31 NPL.UNMIL.un-troops 65; ");
  std::string totals;
  for (const Statement& statement : imported.statements)
    if (statement.table == "totals")
      totals += cell(statement, "nation") + ":" + cell(statement, "activity") + ":"
                + cell(statement, "quantity") + "; ";
  EXPECT_EQ(totals, "::75; NPL::65; ");
}

TEST(UnContributions, ANationWithoutAnyNumberIsNamed) {
  const Imported imported =
      taken(row("Nepal,NPL", "all", "NA,NA,NA") + row("Nepal,NPL", "UNMIL", "NA,NA,NA"));
  EXPECT_EQ(rules(imported), "2 no_number_at_all; 3 no_number_at_all; ");
  const auto total = std::ranges::find(imported.statements, "totals", &Statement::table);
  ASSERT_NE(total, imported.statements.end());
  EXPECT_EQ(cell(*total, "nation"), "NPL");
  EXPECT_EQ(cell(*total, "quantity"), "");
}

TEST(UnContributions, WhatCannotBeReadIsRefusedWithItsPlace) {
  const Imported imported = taken(
      row("Nepal,NPL", "UNMIL", "63,2,65", "January 2012") + row("Nepal,NPL", "UNMIL", "many,2,65")
      + row("Nepal,", "UNMIL", "63,2,65") + row("Nepal,NPL", "UNMIL", "63,2,66"));
  EXPECT_EQ(rules(imported), "2 no_date!; 3 no_whole_number!; 4 no_key!; 5 does_not_add_up; ");
  EXPECT_EQ(imported.takings.repairs[1].column, "Troops_Male");
  EXPECT_EQ(imported.takings.rows_refused, 3U);
}

TEST(UnContributions, AnotherSpellingIsSaidOnceAndTheLastStands) {
  const Imported imported = taken(row("Macedonia,MKD", "UNMIL", "1,0,1")
                                  + row("North Macedonia,MKD", "UNMIL", "1,0,1", "2012-02-28"));
  EXPECT_EQ(rules(imported), "2 other_spelling; ");
  const auto nation = std::ranges::find(imported.statements, "nations", &Statement::table);
  EXPECT_EQ(cell(*nation, "name"), "North Macedonia");
}

// The law of every import.
TEST(UnContributions, RowsAndSumsAddUp) {
  const Imported imported =
      taken(row("Nepal,NPL", "UNMIL", "63,2,65") + row("Nepal,NPL", "UNMIL", "63,2,65")
            + row("Ghana,GHA", "UNMIL", "10,0,10"));
  const Takings& takings = imported.takings;
  EXPECT_EQ(takings.rows_read, takings.rows_taken + takings.rows_refused);
  const auto all = std::ranges::find(takings.sums, "Troops_Total", &ColumnSum::heading);
  ASSERT_NE(all, takings.sums.end());
  EXPECT_TRUE(all->read == 140);
  EXPECT_TRUE(all->taken == 75);
}

TEST(UnContributions, AnotherTableIsRefused) {
  const auto refused = take_un_contributions(sheet_of("offer,nation\nA,NLD\n"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().size(), 1U);
}

TEST(Headings, AreFoundBelowTitlesAndByTheirSynonyms) {
  const Sheet sheet = sheet_of("A title,,\n,,\nLand ,ISO 3,Aantal\nNederland,NLD,3\n");
  const std::vector<Meaning> meanings{{"nation", {"land", "country"}, true},
                                      {"iso3", {}, true},
                                      {"quantity", {"aantal", "number"}, true},
                                      {"note", {}, false}};
  const auto found = find_headings(sheet, meanings);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->row, sheet.rows.size() - 2);
  EXPECT_EQ(found->columns[0], 0U);
  EXPECT_EQ(found->columns[1], 1U);
  EXPECT_FALSE(found->columns[3]);
  EXPECT_EQ(found->mapping[2].meaning, "quantity");
}

}  // namespace
}  // namespace muster::sheets
