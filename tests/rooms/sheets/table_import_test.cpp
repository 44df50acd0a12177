// SPDX-License-Identifier: Apache-2.0
// Tables as desks of four nations would send them; what they hold is invented.
#include "sheets/table_import.hpp"

#include <gtest/gtest.h>

#include "io/csv.hpp"

namespace muster::sheets {
namespace {

Sheet sheet_of(const std::string& text) {
  Sheet sheet;
  sheet.file = "offers.csv";
  for (const io::CsvRow& read : io::read_csv(text, "offers.csv").rows) {
    std::vector<std::string> cells;
    for (const io::CsvCell& cell : read.cells) cells.push_back(cell.text);
    sheet.rows.push_back({read.line, cells});
  }
  return sheet;
}

TableRequest request() {
  TableRequest wanted;
  wanted.known["nations"] = {{"NLD", "Netherlands"}};
  wanted.known["capabilities"] = {{"AD", "Air defence system"}, {"MED", "Role 2 medical"}};
  wanted.known["activities"] = {{"kfor", "KFOR"}};
  wanted.valid_from = *parse_day("2024-01-01");
  return wanted;
}

std::string cell(const Statement& statement, const std::string& column) {
  for (const auto& [name, text] : statement.cells)
    if (name == column) return text;
  return {};
}

// "AD NLD 12 2024-03-27 committed; …"
std::string offers(const ImportedTable& taken) {
  std::string text;
  for (const Statement& statement : taken.imported.statements)
    if (statement.table == "offers") {
      for (const char* column : {"capability", "nation", "quantity", "from", "status"})
        text += cell(statement, column) + " ";
      text.back() = ';';
      text += ' ';
    }
  return text;
}

std::string rules(const ImportedTable& taken) {
  std::string text;
  for (const Repair& repair : taken.imported.takings.repairs)
    text += (repair.refused ? "!" : "") + repair.rule + " " + repair.old + ">" + repair.now + "; ";
  return text;
}

TEST(TableImport, HeadingsInFourLanguagesAreTheSameColumns) {
  for (const char* text : {"Contributing country,Capability,Number,Start date,Status\n"
                           "Netherlands,Air defence system,12,27 March 2024,pledged\n",
                           "Bijdragen;;;;\n\nLand;Middel;Aantal;Vanaf;Stand van zaken\n"
                           "Nederland;Air defence system;12;27-3-2024;toegezegd\n",
                           "Pays;Capacité;Quantité;À partir du;État\n"
                           "Pays-Bas;AD;12;27 mars 2024;engagé\n",
                           "Land;Fähigkeit;Anzahl;Beginn;Zusage\n"
                           "Niederlande;AD;12;27.03.2024;zugesagt\n"}) {
    const auto taken = take_table(sheet_of(text), request());
    ASSERT_TRUE(taken) << text;
    EXPECT_EQ(taken->table->name, "offers") << text;
    EXPECT_EQ(offers(*taken), "AD NLD 12 2024-03-27 committed; ") << text;
  }
}

TEST(TableImport, RowsReadAreRowsTakenAndRowsRefused) {
  const auto taken = take_table(sheet_of("Land;Middel;Aantal;Stand\n"
                                         "Nederland;AD;1.000;toegezegd\n"
                                         "Totaal;;1000;\n"
                                         "Land;Middel;Aantal;Stand\n"
                                         "Nederland;MED;tientallen;voornemen\n"
                                         "Atlantis;MED;1;voornemen\n"
                                         "Nederland;Air defense;1;voornemen\n"
                                         "Nederland;MED;drie;voornemen\n"
                                         "Nederland;MED;1;misschien\n"),
                                request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(offers(*taken), "AD NLD 1000  committed; MED NLD   intended; ");
  const Takings& takings = taken->imported.takings;
  EXPECT_EQ(takings.rows_read, 8U);
  EXPECT_EQ(takings.rows_taken, 2U);
  EXPECT_EQ(takings.rows_refused, 6U);
  const std::string said = rules(*taken);
  for (const char* rule : {"!sum_among_rows",
                           "!heading_again",
                           "vague tientallen",
                           "!no_nation Atlantis",
                           "!no_capability Air defense",
                           "!no_quantity drie",
                           "!no_status misschien"})
    EXPECT_NE(said.find(rule), std::string::npos) << rule << " in " << said;
}

TEST(TableImport, WhatIsSaidInsteadOfANumberStaysInTheNote) {
  const auto taken =
      take_table(sheet_of("Nation,Capability,Quantity,Status,Note\n"
                          "NLD,AD,dozens,offered,soon\nNLD,MED,undisclosed,offered,\n"),
                 request());
  EXPECT_EQ(cell(taken->imported.statements[0], "note"), "soon; Quantity: dozens");
  EXPECT_EQ(cell(taken->imported.statements[1], "note"), "Quantity: undisclosed");
}

TEST(TableImport, RepeatedAndNearlyRepeatedRowsAreTold) {
  const auto taken = take_table(sheet_of("Offer,Nation,Capability,Status\n"
                                         "a,NLD,AD,offered\n"
                                         "a,NLD,AD,offered\n"
                                         "a,NLD,AD,committed\n"
                                         "b,NLD,AD,offered\n"),
                                request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(rules(*taken),
            "!repeats_a_row row 2>; !contradicts_a_row row 2>; nearly_repeats_a_row row 2>; ");
}

TEST(TableImport, KeysAreMadeOfWhatTheRowSaysSoThatTheNextTimeTheyAreTheSame) {
  const auto taken = take_table(
      sheet_of("Nation,Capability,Status\nNLD,AD,offered\nNLD,AD,committed\n"), request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(cell(taken->imported.statements[0], "offer"), "NLD.AD");
  EXPECT_EQ(cell(taken->imported.statements[1], "offer"), "NLD.AD-2");
}

TEST(TableImport, MergedCellsHoldForEveryRowThatTheyCover) {
  Sheet sheet = sheet_of("Nation,Capability,Status\nNLD,AD,offered\n,MED,offered\n");
  sheet.merged.push_back({1, 0, 2, 0});
  const auto taken = take_table(sheet, request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(offers(*taken), "AD NLD   offered; MED NLD   offered; ");
  EXPECT_EQ(taken->imported.takings.repairs.front().rule, "merged_cell");
}

TEST(TableImport, SerialDaysCountFromTheBooksDay) {
  Sheet sheet = sheet_of("Nation,Capability,From,Status\nNLD,AD,43159,offered\n");
  sheet.day_zero = *parse_day("1904-01-01");
  EXPECT_EQ(offers(*take_table(sheet, request())), "AD NLD  2022-03-01 offered; ");
}

TEST(TableImport, DaysAreReadAsTheColumnShows) {
  const std::string head = "Nation,Capability,From,Status\n";
  EXPECT_EQ(
      offers(*take_table(sheet_of(head + "NLD,AD,7/8/2022,offered\nNLD,MED,7/27/2022,offered\n"),
                         request())),
      "AD NLD  2022-07-08 offered; MED NLD  2022-07-27 offered; ");
  EXPECT_EQ(
      offers(*take_table(sheet_of(head + "NLD,AD,7/8/2022,offered\nNLD,MED,27/7/2022,offered\n"),
                         request())),
      "AD NLD  2022-08-07 offered; MED NLD  2022-07-27 offered; ");
}

TEST(TableImport, AMappingGoesBeforeWhatHeadingsAreCalled) {
  TableRequest wanted = request();
  wanted.table = find_schema("offers");
  wanted.mapping = {{"Wer", "nation"}, {"Was", "capability"}, {"Land", ""}, {"Wie", "status"}};
  const auto taken =
      take_table(sheet_of("Wer,Was,Land,Wie\nNiederlande,AD,Belgien,zugesagt\n"), wanted);
  ASSERT_TRUE(taken);
  EXPECT_EQ(offers(*taken), "AD NLD   committed; ");
}

TEST(TableImport, NationsThatAreNamedForTheFirstTimeAreStated) {
  const auto taken =
      take_table(sheet_of("Nation,Capability,Status\nDenmark,AD,offered\n"), request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->imported.statements.front().table, "nations");
  EXPECT_EQ(cell(taken->imported.statements.front(), "name"), "Denmark");
}

TEST(TableImport, ASheetWithoutAHeadingIsRefusedWithWhatItBeginsWith) {
  const auto refused = take_table(sheet_of("hello,world\n1,2\n"), request());
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().front().advice.find("hello, world"), std::string::npos);
}

}  // namespace
}  // namespace muster::sheets
