// SPDX-License-Identifier: Apache-2.0
// The pledges are invented; their faults are those that were found in release 7.
#include "sheets/kiel_tracker.hpp"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "io/csv.hpp"

namespace muster::sheets {
namespace {

const std::string heading =
    "ID,countries,Announcement Date,Type of Aid General,Type of Aid Specific,Explanation,,Type of "
    "item,Sub-type of item,No. of Units,No. of Units delivered (in-kind military aid),Converted "
    "Value in EUR,Total monetary value delivered in EUR,Source of Aid 1,Source for Delivery\n";

Sheet sheet_of(const std::string& name, const std::string& text) {
  Sheet sheet;
  sheet.file = "release.xlsx";
  sheet.name = name;
  for (const io::CsvRow& read : io::read_csv(text, "release.xlsx").rows) {
    std::vector<std::string> cells;
    for (const io::CsvCell& cell : read.cells) cells.push_back(cell.text);
    sheet.rows.push_back({read.line, cells});
  }
  return sheet;
}

std::vector<Sheet> book_of(const std::string& pledges, const std::string& sums = {}) {
  return {sheet_of("ReadMe", "Tracker (covering January 24 to October 3 2022)\n"),
          sheet_of("MAIN", heading + pledges),
          sheet_of("Summary",
                   "Country,Financial commitments,Humanitarian commitments,Military commitments\n"
                   ",€ billion,€ billion,€ billion\n"
                       + sums)};
}

Imported taken(const std::string& pledges, const std::string& sums = {}) {
  return take_kiel_tracker(book_of(pledges, sums)).value();
}

std::string cell(const Statement& statement, const std::string& column) {
  for (const auto& [name, text] : statement.cells)
    if (name == column) return text;
  return {};
}

std::string offers(const Imported& imported) {
  std::string text;
  for (const Statement& statement : imported.statements)
    if (statement.table == "offers")
      text += to_text(statement.valid_from) + " " + cell(statement, "offer") + " "
              + cell(statement, "nation") + " " + cell(statement, "capability") + " "
              + cell(statement, "quantity") + cell(statement, "condition") + "; ";
  return text;
}

std::string rules(const Imported& imported) {
  std::string text;
  for (const Repair& repair : imported.takings.repairs)
    text += (repair.refused ? "!" : "") + repair.rule + " " + repair.old + ">" + repair.now + "; ";
  return text;
}

TEST(KielTracker, EachItemIsAnOfferAndTheValueIsAnotherNeverOneNumber) {
  const Imported imported = taken(
      "AAM1,Australia,2022-03-01,Military,Weapons,Six guns,howitzer,Heavy weapon,155mm "
      "howitzer,6,4,5000000,2000000,https://a.example/1,https://a.example/2\n"
      "AAM1,Australia,2022-03-01,Military,Weapons,Six guns,shell,Ammunition,.,1.000.00,.,,,.,.\n");
  EXPECT_EQ(offers(imported),
            "2022-03-01 AAM1.1 AUS item-155mm-howitzer 6; "
            "2022-03-01 AAM1.value AUS value-military 5000000; "
            "2022-03-01 AAM1.2 AUS item-ammunition 1000; ");
  std::string delivered;
  for (const Statement& statement : imported.statements)
    if (statement.table == "deliveries")
      delivered += to_text(statement.valid_from) + " " + cell(statement, "delivery") + " "
                   + cell(statement, "quantity") + " " + cell(statement, "state") + "; ";
  EXPECT_EQ(delivered,
            "2022-10-03 AAM1.1.delivered 4 arrived; 2022-10-03 AAM1.value.delivered 2000000 "
            "arrived; ");
  EXPECT_EQ(rules(imported), "odd_separators 1.000.00>1000; !row_of_units >; ");
}

TEST(KielTracker, WhatIsUndisclosedIsUnderAConditionAndCountsForNothingYet) {
  const Imported imported =
      taken("AAM1,Norway,2022-03-01,Military,,,gun,Heavy weapon,,undisclosed,.,,,,\n");
  EXPECT_EQ(offers(imported), "2022-03-01 AAM1.1 NOR item-heavy-weapon quantity-disclosed; ");
}

TEST(KielTracker, WhatIsDeliveredIsPledgedAtLeastAndNotMoreThanPledged) {
  const Imported imported = taken(
      "AAM1,Norway,2022-03-01,Military,,,gun,Heavy weapon,,undisclosed,20,,,,\n"
      "AAM2,Norway,2022-03-01,Military,,,gun,Heavy weapon,,5,6,,,,\n");
  EXPECT_EQ(offers(imported),
            "2022-03-01 AAM1.1 NOR item-heavy-weapon 20; "
            "2022-03-01 AAM2.1 NOR item-heavy-weapon 5; ");
  EXPECT_EQ(rules(imported),
            "undisclosed undisclosed>; at_least_what_is_delivered undisclosed>20; "
            "more_delivered_than_pledged 6>5; !row_of_units >; ");
}

TEST(KielTracker, DaysThatAreNoDaysAreRepairedAndListed) {
  const Imported imported = taken(
      "A1,Norway,until 7/27/2022,Financial,,,.,.,.,.,.,1000000,,,\n"
      "A2,Norway,until 4/6/2025,Financial,,,.,.,.,.,.,1000000,,,\n"
      "A3,Norway,\"unclear, 09/2022\",Financial,,,.,.,.,.,.,1000000,,,\n"
      "A4,Norway,unspecified,Financial,,,.,.,.,.,.,1000000,,,\n");
  EXPECT_EQ(offers(imported),
            "2022-07-27 A1.value NOR value-financial 1000000; "
            "2022-09-30 A3.value NOR value-financial 1000000; "
            "2022-10-03 A2.value NOR value-financial 1000000; "
            "2022-10-03 A4.value NOR value-financial 1000000; ");
  EXPECT_EQ(rules(imported),
            "until_day until 7/27/2022>2022-07-27; after_the_release until 4/6/2025>2022-10-03; "
            "month_only unclear, 09/2022>2022-09-30; no_day unspecified>2022-10-03; "
            "!row_of_units >; ");
}

TEST(KielTracker, RowsThatCannotBeTakenAreRefusedAndNoneIsLost) {
  const Imported imported = taken(
      ".,Norway,2022-03-01,Military,,,.,.,.,.,.,1000000,,,\n"
      "A2,Atlantis,2022-03-01,Military,,,.,.,.,.,.,1000000,,,\n"
      "A3,Norway,2022-03-01,Moral,,,.,.,.,.,.,1000000,,,\n"
      "A4,Norway,2022-03-01,Military,,,gun,Heavy weapon,,5,.,1000000,,,\n"
      "A4,Norway,2022-03-01,Military,,,gun,Heavy weapon,,5,.,1000000,,,\n"
      "A4,Norway,2022-03-01,Military,Other,,gun,Heavy weapon,,5,.,,,,\n");
  EXPECT_EQ(rules(imported),
            "!no_key >; !unknown_nation Atlantis>; !unknown_kind_of_aid Moral>; "
            "!repeats_a_row row 5>; nearly_repeats_a_row row 5>; !row_of_units >; ");
  const Takings& takings = imported.takings;
  EXPECT_EQ(takings.rows_read, takings.rows_taken + takings.rows_refused);
  EXPECT_EQ(takings.rows_taken, 2U);
}

TEST(KielTracker, PublishedSumsBecomeTotalsToTheEuro) {
  const Imported imported =
      taken("A1,Norway,2022-03-01,Financial,,,.,.,.,.,.,1234567.5,,,\n",
            "Norway,0.0012345675,0,0\n"
            "EU (Commission and Council),0,0,0\nTotal,0.0012345675,0,0\nTop,1,1,1\n");
  std::string totals;
  for (const Statement& statement : imported.statements)
    if (statement.table == "totals" && cell(statement, "quantity") != "0")
      totals += cell(statement, "total") + " " + cell(statement, "quantity") + "; ";
  EXPECT_EQ(totals, "kiel-tracker.NOR.financial 1234568; kiel-tracker.all.financial 1234568; ");
  EXPECT_EQ(offers(imported), "2022-03-01 A1.value NOR value-financial 1235000; ");
}

TEST(KielTracker, AnotherWorkbookIsRefusedWithItsSheets) {
  const auto refused = take_kiel_tracker({sheet_of("Offers", "offer,nation\n")});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().front().advice.find("Offers"), std::string::npos);
}

}  // namespace
}  // namespace muster::sheets
