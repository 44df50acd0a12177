// SPDX-License-Identifier: Apache-2.0
// Tables as desks of four nations would send them; what they hold is invented.
#include "sheets/table_import.hpp"

#include <algorithm>
#include <array>
#include <random>

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
std::string offers(const Imported& taken) {
  std::string text;
  for (const Statement& statement : taken.statements)
    if (statement.table == "offers") {
      for (const char* column : {"capability", "nation", "quantity", "from", "status"})
        text += cell(statement, column) + " ";
      text.back() = ';';
      text += ' ';
    }
  return text;
}

std::string rules(const Imported& taken) {
  std::string text;
  for (const Repair& repair : taken.takings.repairs)
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
    const auto taken = take_tables(sheet_of(text), request());
    ASSERT_TRUE(taken) << text;
    EXPECT_EQ(taken->takings.blocks.front().table, "offers") << text;
    EXPECT_EQ(offers(*taken), "AD NLD 12 2024-03-27 committed; ") << text;
  }
}

TEST(TableImport, RowsReadAreRowsTakenAndRowsRefused) {
  const auto taken = take_tables(sheet_of("Land;Middel;Aantal;Stand\n"
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
  const Takings& takings = taken->takings;
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
      take_tables(sheet_of("Nation,Capability,Quantity,Status,Note\n"
                           "NLD,AD,dozens,offered,soon\nNLD,MED,undisclosed,offered,\n"),
                  request());
  EXPECT_EQ(cell(taken->statements[0], "note"), "soon; Quantity: dozens");
  EXPECT_EQ(cell(taken->statements[1], "note"), "Quantity: undisclosed");
}

TEST(TableImport, RepeatedAndNearlyRepeatedRowsAreTold) {
  const auto taken = take_tables(sheet_of("Offer,Nation,Capability,Status\n"
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
  const auto taken = take_tables(
      sheet_of("Nation,Capability,Status\nNLD,AD,offered\nNLD,AD,committed\n"), request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(cell(taken->statements[0], "offer"), "NLD.AD");
  EXPECT_EQ(cell(taken->statements[1], "offer"), "NLD.AD-2");
}

TEST(TableImport, MergedCellsHoldForEveryRowThatTheyCover) {
  Sheet sheet = sheet_of("Nation,Capability,Status\nNLD,AD,offered\n,MED,offered\n");
  sheet.merged.push_back({1, 0, 2, 0});
  const auto taken = take_tables(sheet, request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(offers(*taken), "AD NLD   offered; MED NLD   offered; ");
  EXPECT_EQ(taken->takings.repairs.front().rule, "merged_cell");
}

TEST(TableImport, SerialDaysCountFromTheBooksDay) {
  Sheet sheet = sheet_of("Nation,Capability,From,Status\nNLD,AD,43159,offered\n");
  sheet.day_zero = *parse_day("1904-01-01");
  EXPECT_EQ(offers(*take_tables(sheet, request())), "AD NLD  2022-03-01 offered; ");
}

TEST(TableImport, DaysAreReadAsTheColumnShows) {
  const std::string head = "Nation,Capability,From,Status\n";
  EXPECT_EQ(
      offers(*take_tables(sheet_of(head + "NLD,AD,7/8/2022,offered\nNLD,MED,7/27/2022,offered\n"),
                          request())),
      "AD NLD  2022-07-08 offered; MED NLD  2022-07-27 offered; ");
  EXPECT_EQ(
      offers(*take_tables(sheet_of(head + "NLD,AD,7/8/2022,offered\nNLD,MED,27/7/2022,offered\n"),
                          request())),
      "AD NLD  2022-08-07 offered; MED NLD  2022-07-27 offered; ");
}

TEST(TableImport, AMappingGoesBeforeWhatHeadingsAreCalled) {
  TableRequest wanted = request();
  wanted.table = find_schema("offers");
  wanted.mappings = {
      {{}, {{"Wer", "nation"}, {"Was", "capability"}, {"Land", ""}, {"Wie", "status"}}, {}}};
  const auto taken =
      take_tables(sheet_of("Wer,Was,Land,Wie\nNiederlande,AD,Belgien,zugesagt\n"), wanted);
  ASSERT_TRUE(taken);
  EXPECT_EQ(offers(*taken), "AD NLD   committed; ");
}

// "A1:C3 offers 2/2; E1:F3 left: no_heading; …": rows taken of those read.
std::string blocks(const Imported& taken) {
  std::string text;
  for (const TakenBlock& block : taken.takings.blocks) {
    text += block.place + " ";
    text += block.left.empty() ? block.table + " " + std::to_string(block.rows_taken) + "/"
                                     + std::to_string(block.rows_read)
                               : "left: " + block.left;
    text += "; ";
  }
  return text;
}

TEST(TableImport, TablesOneBelowAnotherEachHaveTheirOwnHeading) {
  const auto taken = take_tables(sheet_of("Bijdragen aan KFOR;;;\n"
                                          "Land;Middel;Aantal;Stand\n"
                                          "Nederland;AD;12;toegezegd\n"
                                          "Duitsland;MED;1;voornemen\n"
                                          "Totaal;;13;\n"
                                          "\n"
                                          "Bijdragen aan Althea;;;\n"
                                          "Stand;Aantal;Land;Middel\n"
                                          "toegezegd;3;Belgi\xC3\xAB;MED\n"
                                          "Overzicht van eenheden;;;\n"
                                          "Eenheid;Land;Middel;\n"
                                          "11 LMB;Nederland;AD;\n"),
                                 request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(blocks(*taken), "A2:D5 offers 2/3; A8:D9 offers 1/1; A11:D12 units 1/1; ");
  EXPECT_EQ(offers(*taken), "AD NLD 12  committed; MED DEU 1  intended; MED BEL 3  committed; ");
  EXPECT_EQ(taken->takings.blocks[0].title, "Bijdragen aan KFOR");
  EXPECT_EQ(taken->takings.blocks[1].title, "Bijdragen aan Althea");
  EXPECT_EQ(taken->takings.blocks[2].title, "Overzicht van eenheden");
  EXPECT_EQ(taken->takings.rows_read, 5U);
  EXPECT_EQ(taken->takings.repairs.back().block, 3U) << "each repair says of which block it is";
}

TEST(TableImport, TablesSideBySideAreReadEach) {
  const auto taken = take_tables(sheet_of("Land;Middel;Stand;;Land;Middel;Stand;Noot\n"
                                          "NLD;AD;toegezegd;;DEU;MED;voornemen;a\n"
                                          "BEL;AD;toegezegd;;;;;\n"
                                          ";;;;FRA;AD;voornemen;b\n"),
                                 request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(blocks(*taken), "A1:C3 offers 2/2; E1:H4 offers 2/2; ");
  EXPECT_EQ(offers(*taken),
            "AD NLD   committed; AD BEL   committed; MED DEU   intended; AD FRA   intended; ");
}

// What begins in the middle of another, and a wide one above two narrow ones.
TEST(TableImport, TablesNeedNotBeginInOneRow) {
  const auto lower = take_tables(sheet_of("Land;Middel;Stand;;;;\n"
                                          "NLD;AD;toegezegd;;;;\n"
                                          "DEU;AD;toegezegd;;Land;Middel;Stand\n"
                                          "BEL;AD;toegezegd;;FRA;MED;voornemen\n"),
                                 request());
  ASSERT_TRUE(lower);
  EXPECT_EQ(blocks(*lower), "A1:C4 offers 3/3; E3:G4 offers 1/1; ");
  const auto wide = take_tables(sheet_of("Land;Middel;Aantal;Stand;Vanaf;Noot\n"
                                         "NLD;AD;1;toegezegd;;a\n"
                                         "\n"
                                         "Land;Stand;;Land;Stand;Middel\n"
                                         "DEU;toegezegd;;FRA;voornemen;MED\n"
                                         "\n"
                                         "BEL;toegezegd;;ESP;voornemen;AD\n"),
                                request());
  ASSERT_TRUE(wide);
  EXPECT_EQ(blocks(*wide), "A1:F2 offers 1/1; A4:B7 offers 2/2; D4:F7 offers 2/2; ");
}

TEST(TableImport, AnEmptyRowOrColumnWithinATableIsNoEndOfIt) {
  const auto taken = take_tables(sheet_of("Land;;Middel;Stand;;Opmerking\n"
                                          "\n"
                                          "NLD;;AD;toegezegd;;\n"
                                          ";;;;;\n"
                                          "DEU;;AD;voornemen;;gesproken\n"),
                                 request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(blocks(*taken), "A1:F5 offers 2/2; ");
  EXPECT_EQ(offers(*taken), "AD NLD   committed; AD DEU   intended; ");
  EXPECT_EQ(cell(taken->statements.back(), "note"), "gesproken");
}

TEST(TableImport, WhatIsNotTakenIsNamedWithItsPlace) {
  TableRequest wanted = request();
  wanted.table = find_schema("offers");
  const auto taken = take_tables(sheet_of("Land;Middel;Stand;;Wie belt;Wanneer dan\n"
                                          "NLD;AD;toegezegd;;Jansen;morgen\n"
                                          "\n"
                                          "Capability;Name;Measure\n"
                                          "AD;Air defence;unit\n"
                                          "\n"
                                          "Activity;Capability;Kind;Priority\n"
                                          "kfor;AD;asset;1\n"),
                                 wanted);
  ASSERT_TRUE(taken);
  EXPECT_EQ(blocks(*taken).find("A1:C2 offers 1/1; E1:F2 left: no_heading; "), 0U)
      << blocks(*taken);
  EXPECT_NE(blocks(*taken).find("A4:C5 left: another_table; A7:D8 left: another_table; "),
            std::string::npos)
      << blocks(*taken);
  EXPECT_EQ(taken->takings.blocks.back().table, "requirements");
  EXPECT_EQ(taken->takings.blocks.back().begins, "Activity, Capability, Kind, Priority");
  EXPECT_EQ(offers(*taken), "AD NLD   committed; ");
}

// "State" is a country too, but who hands over what is a table of its own.
TEST(TableImport, OfTablesThatFitAsWellTheOneThatIsWholeIsMeant) {
  TableRequest wanted = request();
  wanted.known["offers"] = {{"NLD-1", ""}};
  const Sheet sheet = sheet_of(
      "Land;Middel;Stand\nNLD;AD;toegezegd\n\n"
      "Offer;State;Quantity\nNLD-1;in_use;1\n");
  EXPECT_EQ(blocks(*take_tables(sheet, wanted)), "A1:C2 offers 1/1; A4:C5 deliveries 1/1; ");
  wanted.table = find_schema("offers");
  EXPECT_EQ(blocks(*take_tables(sheet, wanted)), "A1:C2 offers 1/1; A4:C5 left: another_table; ");
}

TEST(TableImport, OneBlockOrSomeCellsAloneCanBeAskedFor) {
  const Sheet sheet = sheet_of(
      "Land;Middel;Stand\nNLD;AD;toegezegd\n\n"
      "Land;Middel;Stand\nDEU;MED;voornemen\n");
  TableRequest wanted = request();
  wanted.only_block = 2;
  const auto second = take_tables(sheet, wanted);
  ASSERT_TRUE(second);
  EXPECT_EQ(blocks(*second), "A1:C2 left: not_asked_for; A4:C5 offers 1/1; ");
  EXPECT_EQ(offers(*second), "MED DEU   intended; ");
  wanted.only_block = 3;
  const auto none = take_tables(sheet, wanted);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().front().advice, "There are: 1 at A1:C2 (offers), 2 at A4:C5 (offers).");
  wanted.only_block = 0;
  wanted.cells = cell_range("a4:C9");
  EXPECT_EQ(offers(*take_tables(sheet, wanted)), "MED DEU   intended; ");
  for (const char* text : {"", "A4", "4:C9", "A4:", "C4:A9", "A0:B1", "A4:C9x", "AAAAA1:B2"})
    EXPECT_FALSE(cell_range(text)) << text;
  const auto range = cell_range("B2:AA10");
  ASSERT_TRUE(range);
  EXPECT_EQ(
      std::vector({range->first_row, range->first_column, range->last_row, range->last_column}),
      (std::vector<std::size_t>{1, 1, 9, 26}));
}

TEST(TableImport, ARowOfOneBlockMayRepeatOrContradictOneOfAnother) {
  const auto taken = take_tables(sheet_of("Offer;Land;Stand\na;NLD;toegezegd\nb;NLD;voornemen\n\n"
                                          "Offer;Land;Stand\na;NLD;toegezegd\nb;NLD;toegezegd\n"),
                                 request());
  ASSERT_TRUE(taken);
  EXPECT_NE(rules(*taken).find("!repeats_a_row row 2"), std::string::npos) << rules(*taken);
  EXPECT_NE(rules(*taken).find("!contradicts_a_row row 3"), std::string::npos) << rules(*taken);
}

TEST(TableImport, ABlockMayReferToWhatOneBeforeItSays) {
  const auto taken = take_tables(sheet_of("Capability;Name;Measure\nDEM;Demining;unit\n\n"
                                          "Land;Middel;Stand\n"
                                          "NLD;Demining;toegezegd\n"),
                                 request());
  ASSERT_TRUE(taken);
  ASSERT_EQ(blocks(*taken), "A1:C2 capabilities 1/1; A4:C5 offers 1/1; ");
  EXPECT_EQ(cell(taken->statements.back(), "capability"), "DEM");
}

// Whatever is on a sheet: each cell lies within a block, or is in the title of one.
bool is_told(const Imported& taken, std::size_t row, std::size_t column, const std::string& text) {
  return std::ranges::any_of(taken.takings.blocks, [&](const TakenBlock& block) {
    const auto range = *cell_range(block.place);
    return block.title.find(text) != std::string::npos
           || (range.first_row <= row && row <= range.last_row && range.first_column <= column
               && column <= range.last_column);
  });
}

TEST(TableImport, NoCellOfAnySheetIsLost) {
  constexpr std::array<const char*, 12> words{
      "", "", "", "", "", "Land", "Middel", "Stand", "NLD", "AD", "toegezegd", "x"};
  std::mt19937 random{1};
  int tables = 0;
  for (int round = 0; round < 3'000; ++round) {
    Sheet sheet;
    for (std::uint32_t line = 1; line <= 9; ++line) {
      sheet.rows.push_back({line, {}});
      for (int column = 0; column < 9; ++column)
        sheet.rows.back().cells.emplace_back(words[random() % words.size()]);
      if (random() % 4 == 0) std::ranges::fill(sheet.rows.back().cells, std::string{});
    }
    const auto taken = take_tables(sheet, request());
    if (!taken) continue;
    tables += taken->takings.blocks.size() > 1 ? 1 : 0;
    EXPECT_EQ(taken->takings.rows_read, taken->takings.rows_taken + taken->takings.rows_refused);
    for (const SheetRow& row : sheet.rows)
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        ASSERT_TRUE(row.cells[c].empty() || is_told(*taken, row.line - 1, c, row.cells[c]))
            << "round " << round << ", row " << row.line << ", column " << c << ", "
            << blocks(*taken);
  }
  EXPECT_GT(tables, 500);
}

const std::string split_rows =
    "Land;Middel;Aantal;Stand\n"
    "Nederland;AD;1;toegezegd\n"
    ";MED;2;voornemen\n"
    ";;3;voornemen\n"
    "Totaal;;6;\n"
    ";MED;4;voornemen\n"
    "Duitsland;AD;5;toegezegd\n"
    ";;;gesproken met Berlijn\n";

TEST(TableImport, EmptyFirstCellsAreFilledFromAboveOnlyWhereThatIsSaid) {
  const auto plain = take_tables(sheet_of(split_rows), request());
  ASSERT_TRUE(plain);
  EXPECT_EQ(rules(*plain).find(" as_above"), std::string::npos);
  EXPECT_NE(rules(*plain).find("maybe_as_above"), std::string::npos);
  EXPECT_NE(offers(*plain).find("MED  2"), std::string::npos) << offers(*plain);
  TableRequest wanted = request();
  wanted.as_above = true;
  const auto filled = take_tables(sheet_of(split_rows), wanted);
  ASSERT_TRUE(filled);
  EXPECT_EQ(offers(*filled).find("AD NLD 1  committed; MED NLD 2  intended; MED NLD 3  intended; "),
            0U)
      << offers(*filled);
  const auto& repairs = filled->takings.repairs;
  EXPECT_EQ(std::ranges::count(repairs, "as_above", &Repair::rule), 3);
  EXPECT_EQ(repairs.front().column + ">" + repairs.front().now, "Land>Nederland");
  EXPECT_EQ(offers(*filled).find("MED NLD 4"), std::string::npos) << "a sum ends what is above";
  EXPECT_EQ(offers(*filled).find("AD DEU  "), std::string::npos)
      << "a row without an amount of its own is no row";
}

TEST(TableImport, AMappingMaySayWhichColumnsAreAsAbove) {
  TableRequest wanted = request();
  wanted.mappings = {{"offers", {{"Land", "nation"}}, {"Land"}}};
  const auto taken = take_tables(
      sheet_of("Middel;Land;Stand\nAD;NLD;toegezegd\nMED;;voornemen\n;DEU;voornemen\n"), wanted);
  ASSERT_TRUE(taken);
  EXPECT_EQ(offers(*taken), "AD NLD   committed; MED NLD   intended;  DEU   intended; ");
}

TEST(TableImport, EveryCellInTheWayOfARowIsTold) {
  const auto taken = take_tables(
      sheet_of(
          "Land;Middel;Aantal;Stand\nAtlantis;Air defense;drie;toegezgd\nNLD;AD;1;toegezegd\n"),
      request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->takings.rows_refused, 1U);
  EXPECT_EQ(std::ranges::count(taken->takings.repairs, true, &Repair::refused), 4) << rules(*taken);
}

TEST(TableImport, ColumnsWithoutAHeadingAreTold) {
  const auto taken = take_tables(
      sheet_of("Land;Middel;Stand;\nNLD;AD;toegezegd;\nDEU;AD;voornemen;let op\n"), request());
  ASSERT_TRUE(taken);
  EXPECT_NE(rules(*taken).find("column_without_heading let op"), std::string::npos);
}

TEST(TableImport, NationsThatAreNamedForTheFirstTimeAreStated) {
  const auto taken =
      take_tables(sheet_of("Nation,Capability,Status\nDenmark,AD,offered\n"), request());
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->statements.front().table, "nations");
  EXPECT_EQ(cell(taken->statements.front(), "name"), "Denmark");
}

TEST(TableImport, ASheetWithoutAHeadingIsRefusedWithWhatItBeginsWith) {
  const auto refused = take_tables(sheet_of("hello,world\n1,2\n"), request());
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().front().advice.find("hello, world"), std::string::npos);
}

}  // namespace
}  // namespace muster::sheets
