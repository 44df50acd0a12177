// SPDX-License-Identifier: Apache-2.0
// A folder with thirty different faults gives exactly these thirty problems, all at once.
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "io/package.hpp"

namespace {

const std::filesystem::path folder{MUSTER_ROOT "/tests/data/thirty_faults"};

const std::vector<std::string> expected = {
    R"(activities.csv:3:until: the period ends on 2024-01-01, before it begins on 2025-01-01)"
    "\n  "
    R"(Maybe from 2024-01-01 until 2025-01-01?)",
    R"(activities.csv:4:from: "2024-13-01" is not a date)"
    "\n  "
    R"(Maybe 2024-01-13? Dates are written year-month-day.)",
    R"(capabilities.csv:4:parent: a circle: armour > heavy > armour)"
    "\n  "
    R"(One of these needs another parent, or none.)",
    R"(capabilities.csv:6:measure: "persons" is not an allowed value)"
    "\n  "
    R"(Maybe person? Allowed: unit, person, aircraft, vessel, system, piece, EUR.)",
    R"(capabilities.csv:7:name: a value is required here)",
    R"(claims.csv:2:column: "personel" is not a column of units)"
    "\n  "
    R"(Maybe personnel?)",
    R"(conditions.csv:2:: byte 0xFC at character 27 is not UTF-8; the file is probably Windows-1252, where it is ü)"
    "\n  "
    R"(Save the file as UTF-8 ("CSV UTF-8" in a spreadsheet).)",
    R"(datapackage.json:17:resources[11].name: "ofers" is not a table)"
    "\n  "
    R"(Maybe offers?)",
    R"(deliveries.csv:1:state: the column "state" is missing)",
    R"(nations.csv:4:nation: "NLD" is already in line 2)",
    R"(nations.csv:5:nation: "ltu" does not have the form [A-Z]{3})"
    "\n  "
    R"(Maybe LTU? ISO 3166-1 alpha-3 code; XKX for Kosovo, which the standard does not list.)",
    R"(offers.csv:2:status: "comitted" is not an allowed value)"
    "\n  "
    R"(Maybe committed? Allowed: explored, intended, offered, accepted, committed, in_place, rotated, withdrawn, lapsed, refused.)",
    R"(offers.csv:3:until: "31/12/2024" is not a date)"
    "\n  "
    R"(Maybe 2024-12-31? Dates are written year-month-day.)",
    R"(offers.csv:3:nation: " NLD" is not in nations)"
    "\n  "
    R"(Maybe NLD?)",
    R"(offers.csv:4:: the row has 4 cells, the heading 6)",
    R"(places.csv:2:latitude: "95.03" is more than 90)",
    R"(policies.csv:1:tour_max_days: the column "tour_max_days" is there twice)",
    R"(programmes.csv:2:: the quote opened at character 20 is never closed)"
    "\n  "
    R"(Close it, or double a quote that belongs to the text.)",
    R"(requirements.csv:1:quantiti: "quantiti" is not a column of requirements)"
    "\n  "
    R"(Maybe quantity?)",
    R"(requirements.csv:3:quantity: "1,500" is not a whole number)"
    "\n  "
    R"(Maybe 1500? Whole numbers are written with digits only.)",
    R"(requirements.csv:4:lead_share: "35" is more than 1)"
    "\n  "
    R"(Maybe 0.35?)",
    R"(requirements.csv:5:until: the period is empty: from and until are both 2024-06-01)"
    "\n  "
    R"(The day `until` is not included; maybe 2024-06-02?)",
    R"(sources.csv:3:url: "example.org/report" does not have the form https?://[^ ]+)"
    "\n  "
    R"(Maybe https://example.org/report? Where the document can be read, beginning with http:// or https://.)",
    R"(sources.csv:4:language: "EN" does not have the form [a-z]{2})"
    "\n  "
    R"(Maybe en? ISO 639-1 code of the language the document is written in.)",
    R"(substitutions.csv:2:worth: "0,75" is not a number)"
    "\n  "
    R"(Maybe 0.75? Numbers have a decimal point, at most 3 decimals and no separators.)",
    R"(substitutions.csv:3:offered: "infantrie" is not in capabilities)"
    "\n  "
    R"(Maybe infantry?)",
    R"(substitutions.csv:5:: the key "infantry, medic" (wanted, offered) is already in line 4)",
    R"(units.csv:2:: a quote inside a cell at character 18 that did not begin with one)"
    "\n  "
    R"(Double the quote, and put the whole cell in quotes.)",
    R"(units.csv:3:divisible: "yes" is neither true nor false)"
    "\n  "
    R"(Maybe true?)",
    R"(units.csv:4:part_of: a circle: own-parent > own-parent)"
    "\n  "
    R"(One of these needs another parent, or none.)",
};

// In the form in which problems are printed.
std::string printed(const muster::Problem& problem) {
  std::string text = problem.file + ":" + std::to_string(problem.line) + ":" + problem.column + ": "
                     + problem.what;
  if (!problem.advice.empty()) text += "\n  " + problem.advice;
  return text;
}

TEST(ThirtyFaults, AreReportedAllAtOnceWithTheirPlaces) {
  const auto draft = muster::io::read_package(folder);
  ASSERT_FALSE(draft.has_value());
  std::vector<std::string> found;
  for (const muster::Problem& problem : draft.error()) found.push_back(printed(problem));
  EXPECT_EQ(found.size(), 30U);
  EXPECT_EQ(found, expected);
}

}  // namespace
