// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace muster::testing {
namespace {

constexpr auto date = source::Kind::date;

TEST(Dates, PutNeighbouringDaysTogether) {
  EXPECT_EQ(dutch("Op 11 en 12 oktober 2023 was het zo.", date), (Values{"2023-10-11/2023-10-13"}));
  EXPECT_EQ(dutch("Op 3 en 17 mei 2024 was het zo.", date),
            (Values{"2024-05-03/2024-05-04", "2024-05-17/2024-05-18"}));
  EXPECT_EQ(dutch("Van 1 t/m 5 mei 2024, of 1 tot en met 5 mei 2024.", date),
            (Values{"2024-05-01/2024-05-06", "2024-05-01/2024-05-06"}));
  EXPECT_EQ(english("On 11 October 2023 and October 3-5, 2024 it met.", date),
            (Values{"2023-10-11/2023-10-12", "2024-10-03/2024-10-06"}));
}

TEST(Dates, TakeTheNearestYear) {
  EXPECT_EQ(dutch("Op 6 oktober, op 3 januari, op 20 december jl. en op 1 mei a.s. was het.", date),
            (Values{"2023-10-06/2023-10-07",
                    "2024-01-03/2024-01-04",
                    "2022-12-20/2022-12-21",
                    "2024-05-01/2024-05-02"}));
}

TEST(Dates, WithoutAYearOfTheDocumentSaySo) {
  const auto document = source::read_document("Het was op 6 oktober.\n", source::Language::dutch);
  EXPECT_EQ(source::find_all(document).at(0).value, "--10-06/--10-07");
}

TEST(Dates, KnowPartsOfYears) {
  EXPECT_EQ(dutch("Eind 2023, in het eerste kwartaal van 2024 en medio 2025.", date),
            (Values{"2023-10-01/2024-01-01", "2024-01-01/2024-04-01", "2025-06-01/2025-08-01"}));
  EXPECT_EQ(english("By the end of 2023, in Q1 2024, mid-2025 and the second half of 2026.", date),
            (Values{"2023-10-01/2024-01-01",
                    "2024-01-01/2024-04-01",
                    "2025-06-01/2025-08-01",
                    "2026-07-01/2027-01-01"}));
  EXPECT_EQ(dutch("Sinds september 2022, in januari-december 2024 en voorjaar 2025.", date),
            (Values{"2022-09-01/2022-10-01", "2024-01-01/2025-01-01", "2025-03-01/2025-06-01"}));
}

TEST(Dates, KnowNumbers) {
  EXPECT_EQ(english("On 2023-10-25, 07/27/2022 and 03/04/2022 it was.", date),
            (Values{"2023-10-25/2023-10-26", "2022-07-27/2022-07-28", "2022-03-04/2022-03-05"}));
  EXPECT_EQ(dutch("Het was 25-10-2023, 3/4/2022 en 15.2.2024.", date),
            (Values{"2023-10-25/2023-10-26", "2022-04-03/2022-04-04", "2024-02-15/2024-02-16"}));
}

TEST(Dates, AreYearsOnlyWhereAWordSaysSo) {
  EXPECT_EQ(dutch("Vanaf 2025 en tot 2026, maar de Defensienota 2022 niet.", date),
            (Values{"2025-01-01/2026-01-01", "2026-01-01/2027-01-01"}));
  EXPECT_EQ(english("It met in 2000 houses.", date), Values{});
}

TEST(Dates, ThatDoNotExistAreNone) {
  EXPECT_EQ(dutch("Het was 30 februari 2023.", date), (Values{"2023-02-01/2023-03-01"}));
}

}  // namespace
}  // namespace muster::testing
