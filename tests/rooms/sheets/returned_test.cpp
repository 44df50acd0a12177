// SPDX-License-Identifier: Apache-2.0
#include "sheets/returned.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace muster::sheets {
namespace {

const std::vector<std::string> columns{"nation", "name", "population", "note"};

// The sheet of nations as it is exported: the hidden key first.
Sheet sheet_of(const TableTexts& rows) {
  Sheet sheet;
  sheet.file = "book.xlsx";
  sheet.name = "nations";
  std::vector<std::string> head{std::string{key_heading}};
  head.insert(head.end(), columns.begin(), columns.end());
  sheet.rows.push_back({1, head});
  for (const auto& [key, cells] : rows) {
    std::vector<std::string> row{key};
    for (const std::string& column : columns)
      row.push_back(cells.contains(column) ? cells.at(column) : std::string{});
    sheet.rows.push_back({static_cast<std::uint32_t>(sheet.rows.size() + 1), row});
  }
  return sheet;
}

TableTexts nations() {
  TableTexts rows;
  for (const char* key : {"BEL", "DEU", "DNK", "NLD"})
    rows[key] = {{"nation", key}, {"name", std::string{"N "} + key}, {"population", "1000"}};
  return rows;
}

Result<Merged> merge(const Sheet& sheet,
                     const TableTexts& base,
                     const TableTexts& ours,
                     OnConflict on_conflict = OnConflict::refuse,
                     bool removes = false) {
  return merge_returned(
      {sheet},
      {{{"nations", base}}, {{"nations", ours}}, on_conflict, removes, *parse_day("2024-01-01")});
}

// What the ledger says after it.
TableTexts applied(TableTexts rows, const Merged& merged) {
  for (const Statement& statement : merged.imported.statements) {
    std::string key;
    for (const auto& [column, text] : statement.cells)
      if (column == "nation") key = text;
    if (statement.removes) {
      rows.erase(key);
      continue;
    }
    for (const auto& [column, text] : statement.cells)
      if (text.empty())
        rows[key].erase(column);
      else
        rows[key][column] = text;
  }
  return rows;
}

TEST(Returned, WhatWasNotEditedChangesNothing) {
  const auto merged = merge(sheet_of(nations()), nations(), nations());
  ASSERT_TRUE(merged);
  EXPECT_TRUE(merged->imported.statements.empty());
  EXPECT_EQ(merged->conflicts, 0U);
}

TEST(Returned, HowASpreadsheetShowsACellIsNoChange) {
  TableTexts base = nations();
  base["NLD"]["population"] = "1000.50";
  TableTexts shown = base;
  shown["NLD"]["population"] = " 1000.5 ";
  const auto merged = merge(sheet_of(shown), base, base);
  ASSERT_TRUE(merged);
  EXPECT_TRUE(merged->imported.statements.empty());
}

// The law of the merge, over random edits on both sides: a cell that one side changed is that
// side's, changed alike it is that, changed differently it is a conflict and stays ours.
TEST(Returned, EveryCellIsThatOfTheSideThatChangedIt) {
  std::mt19937 random{7};
  const TableTexts base = nations();
  for (int round = 0; round < 300; ++round) {
    TableTexts ours = base, theirs = base;
    for (TableTexts* side : {&ours, &theirs})
      for (unsigned edit = 0; edit < random() % 4; ++edit) {
        auto row = side->begin();
        std::advance(row, random() % side->size());
        row->second[columns[1 + random() % 3]] = std::to_string(random() % 3 + 5);
      }
    const auto merged = merge(sheet_of(theirs), base, ours);
    ASSERT_TRUE(merged);
    const TableTexts after = applied(ours, *merged);
    std::size_t conflicts = 0;
    for (const auto& [key, cells] : base)
      for (const std::string& column : columns) {
        const auto at = [&](const TableTexts& rows) {
          const RowTexts& row = rows.at(key);
          return row.contains(column) ? row.at(column) : std::string{};
        };
        const bool both = at(ours) != at(base) && at(theirs) != at(base);
        const bool is_conflict = both && at(ours) != at(theirs);
        conflicts += is_conflict ? 1 : 0;
        EXPECT_EQ(at(after), at(theirs) != at(base) && !is_conflict ? at(theirs) : at(ours));
      }
    EXPECT_EQ(merged->conflicts, conflicts);
  }
}

TEST(Returned, AConflictNamesBothAndASideMayWin) {
  TableTexts ours = nations(), theirs = nations();
  ours["NLD"]["note"] = "ours";
  theirs["NLD"]["note"] = "theirs";
  const auto refused = merge(sheet_of(theirs), nations(), ours);
  ASSERT_TRUE(refused);
  ASSERT_EQ(refused->conflicts, 1U);
  const Repair& conflict = refused->imported.takings.repairs.front();
  EXPECT_EQ(conflict.rule + " " + conflict.column + " " + conflict.old + " " + conflict.now,
            "conflict note ours theirs");
  EXPECT_TRUE(refused->imported.statements.empty());
  const auto won = merge(sheet_of(theirs), nations(), ours, OnConflict::take_workbook);
  EXPECT_EQ(applied(ours, *won), theirs);
  const auto kept = merge(sheet_of(theirs), nations(), ours, OnConflict::keep_ledger);
  EXPECT_TRUE(kept->imported.statements.empty());
}

TEST(Returned, RowsThatAreGoneAreRemovedOnlyWhereThatIsMeantAndNobodyChangedThem) {
  TableTexts theirs = nations();
  theirs.erase("DNK");
  EXPECT_TRUE(merge(sheet_of(theirs), nations(), nations())->imported.statements.empty());
  const auto removed = merge(sheet_of(theirs), nations(), nations(), OnConflict::refuse, true);
  EXPECT_EQ(applied(nations(), *removed), theirs);
  TableTexts ours = nations();
  ours["DNK"]["note"] = "new";
  EXPECT_EQ(merge(sheet_of(theirs), nations(), ours, OnConflict::refuse, true)->conflicts, 1U);
}

TEST(Returned, NewRowsAndWordsForValuesAreTaken) {
  Sheet sheet = sheet_of(nations());
  sheet.rows.push_back({9, {"", "Frankrijk", "France", "68.000", ""}});
  const auto merged = merge(sheet, nations(), nations());
  ASSERT_TRUE(merged);
  const TableTexts after = applied(nations(), *merged);
  EXPECT_EQ(after.at("FRA").at("population"), "68000");
}

TEST(Returned, AllThatIsWrongIsToldAtOnceWithItsPlace) {
  Sheet sheet = sheet_of(nations());
  sheet.rows[1].cells[1] = "FRA";        // its key was BEL
  sheet.rows[2].cells[3] = "very many";  // population
  sheet.rows.push_back({9, {"", "NLD", "again", "", ""}});
  sheet.rows[0].cells.push_back("populaton");
  const auto merged = merge(sheet, nations(), nations());
  ASSERT_FALSE(merged);
  EXPECT_EQ(merged.error().size(), 4U);
  EXPECT_EQ(merged.error().front().advice, "Maybe population?");
  Sheet other = sheet_of(nations());
  other.name = "nation";
  EXPECT_EQ(merge(other, nations(), nations()).error().front().advice, "Maybe nations?");
}

}  // namespace
}  // namespace muster::sheets
