// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace muster::testing {
namespace {

constexpr auto citation = source::Kind::citation;

TEST(Citations, KnowTheSpellingsOfParliamentaryPapers) {
  EXPECT_EQ(dutch("Zie Kamerstukken II 2022/23, 36 045, nr. 136.", citation),
            (Values{"kst-36045-136"}));
  EXPECT_EQ(dutch("Zie Kamerstuk 36045 nr. 136 van 20 januari.", citation),
            (Values{"kst-36045-136"}));
  EXPECT_EQ(dutch("Zie (28 676, nr. 442) en kst-25764-7.", citation),
            (Values{"kst-28676-442", "kst-25764-7"}));
  EXPECT_EQ(dutch("Zie Kamerstukken 36 410 X, nr. 7 en 21 501-28, nr. 262.", citation),
            (Values{"kst-36410-X-7", "kst-21501-28-262"}));
}

TEST(Citations, NameEveryDossierOfAJointPaper) {
  EXPECT_EQ(dutch("Zie Kamerstukken 22 054 en 36 045, nr. 398.", citation),
            (Values{"kst-22054-398", "kst-36045-398"}));
  EXPECT_EQ(dutch("Zie Kamerstukken 29 521, 27 925 en 28 676, nrs. 3 en 4.", citation),
            (Values{"kst-29521-3",
                    "kst-29521-4",
                    "kst-27925-3",
                    "kst-27925-4",
                    "kst-28676-3",
                    "kst-28676-4"}));
}

TEST(Citations, HaveAddresses) {
  const auto document =
      source::read_document("Zie Kamerstuk 36 045, nr. 136.\n", source::Language::dutch);
  EXPECT_EQ(source::find_all(document).at(0).url,
            "https://zoek.officielebekendmakingen.nl/kst-36045-136.html");
}

TEST(Citations, KnowActsOfTheUnion) {
  EXPECT_EQ(
      english("See Regulation (EU) 2023/1525, Regulation (EC) No 1907/2006, "
              "Directive 2009/81/EC and Decision (CFSP) 2022/1968.",
              citation),
      (Values{"eli/reg/2023/1525", "eli/reg/2006/1907", "eli/dir/2009/81", "eli/dec/2022/1968"}));
  EXPECT_EQ(dutch("Het Besluit (GBVB) 2022/1968 en data.europa.eu/eli/reg/2023/1525/oj.", citation),
            (Values{"eli/dec/2022/1968", "eli/reg/2023/1525"}));
}

TEST(Citations, KnowSymbolsOfTheUnitedNations) {
  EXPECT_EQ(english("See S/RES/2678 (2023), A/78/5, S/2023/123 and S/PV.9876.", citation),
            (Values{"S/RES/2678 (2023)", "A/78/5", "S/2023/123", "S/PV.9876"}));
  EXPECT_EQ(english("As resolution 1942 (2010) says.", citation), (Values{"S/RES/1942 (2010)"}));
}

TEST(Citations, AreNotSeenInOtherNumbers) {
  EXPECT_EQ(dutch("Op 12 345 plaatsen, in 2022/23, nr. 7, staan 30 000 man.", citation), Values{});
  EXPECT_EQ(english("The IT and/or A/C units of 24/7 service.", citation), Values{});
}

TEST(Citations, BecomeKeysOfSources) {
  EXPECT_EQ(source::source_key("S/RES/2678 (2023)"), "S-RES-2678-2023");
  EXPECT_EQ(source::source_key("kst-36045-136"), "kst-36045-136");
}

}  // namespace
}  // namespace muster::testing
