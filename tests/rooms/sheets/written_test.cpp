// SPDX-License-Identifier: Apache-2.0
#include "sheets/written.hpp"

#include <gtest/gtest.h>

#include "model/cell_value.hpp"
#include "sheets/nations.hpp"

namespace muster::sheets {
namespace {

// "1000 odd_separators"; "-": it is no amount.
std::string amount(std::string_view text, int places = 0) {
  const auto found = written_amount(text, places);
  if (!found) return "-";
  return std::to_string(static_cast<std::int64_t>(found->scaled)) + (found->rule.empty() ? "" : " ")
         + std::string{found->rule};
}

std::string day(std::string_view text, bool month_first = true) {
  const auto found = written_day(text, {*parse_day("1899-12-30"), month_first});
  if (!found) return "-";
  return to_text(found->day) + (found->rule.empty() ? "" : " ") + std::string{found->rule};
}

TEST(Written, AmountsInTheFormsThatWereFound) {
  EXPECT_EQ(amount("350"), "350");
  EXPECT_EQ(amount("-12"), "-12");
  EXPECT_EQ(amount("1.000.00"), "1000 odd_separators");
  EXPECT_EQ(amount("15.000.00"), "15000 odd_separators");
  EXPECT_EQ(amount("1,000"), "1000 thousands_separators");
  EXPECT_EQ(amount("1.000"), "1000 thousands_separators");
  EXPECT_EQ(amount("1 000 000"), "1000000 thousands_separators");
  EXPECT_EQ(amount("1.234.567"), "1234567 thousands_separators");
  EXPECT_EQ(amount("12,5", 1), "125 decimal_comma");
  EXPECT_EQ(amount("1.234,5", 1), "12345 decimal_comma");
  EXPECT_EQ(amount("1,234.5", 1), "12345 thousands_separators");
  EXPECT_EQ(amount(" 3193503.68 \n", 2), "319350368 marks_around");
  EXPECT_EQ(amount("65'"), "65 marks_around");
  EXPECT_EQ(amount("ca. 300"), "300 approximate");
  EXPECT_EQ(amount("300+"), "300 approximate");
  EXPECT_EQ(amount("2.5 million"), "2500000 multiplied");
  EXPECT_EQ(amount("EUR 3,2 mld"), "3200000000 multiplied");
}

TEST(Written, AmountsAreRoundedHalvesAwayFromZero) {
  EXPECT_EQ(amount("7.725"), "8");
  EXPECT_EQ(amount("216.66666666666666", 3), "216667");
  EXPECT_EQ(amount("0.0005", 3), "1");
}

TEST(Written, WhatIsNoAmountIsNone) {
  for (const char* text : {"", ".", "dozens", "12 tanks", "1.00.000", "1-2", "three"})
    EXPECT_EQ(amount(text), "-") << text;
}

TEST(Written, UntoldIsToldApart) {
  EXPECT_EQ(untold("."), Untold::empty);
  EXPECT_EQ(untold("Not given"), Untold::empty);
  EXPECT_EQ(untold("Undisclosed"), Untold::undisclosed);
  EXPECT_EQ(untold("non communiqué"), Untold::undisclosed);
  EXPECT_EQ(untold("dozens"), Untold::vague);
  EXPECT_EQ(untold("tientallen"), Untold::vague);
  EXPECT_EQ(untold("20"), Untold::no);
}

TEST(Written, DaysInTheFormsThatWereFound) {
  EXPECT_EQ(day("2022-03-01"), "2022-03-01");
  EXPECT_EQ(day("2022-03-01T12:00:00"), "2022-03-01 time_of_day");
  EXPECT_EQ(day("44621"), "2022-03-01 serial_date");
  EXPECT_EQ(day("until 7/27/2022"), "2022-07-27 until_day");
  EXPECT_EQ(day("until  5/7/2022"), "2022-05-07 until_day");
  EXPECT_EQ(day("since 2/24/2022"), "2022-02-24 since_day");
  EXPECT_EQ(day("between 3/4/22 & 3/11/22"), "2022-03-11 between_days");
  EXPECT_EQ(day("between 3/20/2022 and 7/1/2022"), "2022-07-01 between_days");
  EXPECT_EQ(day("not specified, 03/22"), "2022-03-31 month_only");
  EXPECT_EQ(day("unclear, 09/2022"), "2022-09-30 month_only");
}

TEST(Written, DaysInFourLanguages) {
  EXPECT_EQ(day("27 July 2022"), "2022-07-27 text_date");
  EXPECT_EQ(day("July 27, 2022"), "2022-07-27 text_date");
  EXPECT_EQ(day("1 maart 2023"), "2023-03-01 text_date");
  EXPECT_EQ(day("tot 1 mei 2023"), "2023-05-01 until_day");
  EXPECT_EQ(day("3. Dezember 2022"), "2022-12-03 text_date");
  EXPECT_EQ(day("1er août 2022"), "2022-08-01 text_date");
  EXPECT_EQ(day("jusqu'au 14 juin 2022"), "2022-06-14 until_day");
  EXPECT_EQ(day("décembre 2022"), "2022-12-31 month_only");
}

TEST(Written, DayOrMonthFirstIsTheTablesCustomUnlessOnlyOneCanBe) {
  EXPECT_EQ(day("7/8/2022", true), "2022-07-08 text_date");
  EXPECT_EQ(day("7/8/2022", false), "2022-08-07 text_date");
  EXPECT_EQ(day("27.07.2022", true), "2022-07-27 text_date");
  EXPECT_EQ(day("7/27/2022", false), "2022-07-27 text_date");
}

TEST(Written, WhatIsNoDayIsNone) {
  for (const char* text : {"", ".", "unspecified", "Undisclosed", "31/31/2022", "12", "2922"})
    EXPECT_EQ(day(text), "-") << text;
}

TEST(Nations, AreCalledInFourLanguagesAndUsualSpellings) {
  for (const char* name : {"Netherlands",
                           "The Netherlands",
                           "Nederland",
                           "Pays-Bas",
                           "Niederlande",
                           "NLD",
                           "netherlands '"})
    EXPECT_EQ(nation_called(name), "NLD") << name;
  EXPECT_EQ(nation_called("Côte d’Ivoire"), "CIV");
  EXPECT_EQ(nation_called("Turkiye"), "TUR");
  EXPECT_EQ(nation_called("Czech Republic"), "CZE");
  EXPECT_EQ(nation_called("Atlantis"), std::nullopt);
  EXPECT_EQ(nearest_nation_name("Netherlnds"), "Netherlands");
}

}  // namespace
}  // namespace muster::sheets
