// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "source/draft.hpp"
#include "source/key.hpp"
#include "support/reading.hpp"

namespace muster::testing {
namespace {

constexpr auto promise = source::Kind::promise;

TEST(Promises, ToInformNameWhoWhomAndWhen) {
  EXPECT_EQ(
      dutch("Het kabinet informeert uw Kamer nader zodra meer details duidelijk zijn.", promise),
      (Values{"Het kabinet;uw Kamer;meer details duidelijk zijn;"}));
  EXPECT_EQ(dutch("Ik zal de Tweede Kamer vóór 1 april 2024 informeren.", promise),
            (Values{"Ik;de Tweede Kamer;;2024-03-31"}));
  EXPECT_EQ(dutch("Uw Kamer wordt geïnformeerd zodra meer bekend is.", promise),
            (Values{";Uw Kamer;meer bekend is;"}));
  EXPECT_EQ(english("The government will inform the Committee as soon as the contracts are signed.",
                    promise),
            (Values{"The government;the Committee;the contracts are signed;"}));
  EXPECT_EQ(english("We shall keep the House informed.", promise), (Values{"We;the House;;"}));
}

TEST(Promises, ToActNameTheBeneficiary) {
  EXPECT_EQ(dutch("In 2024 zet Nederland de steun aan Oekraïense militairen voort.", promise),
            (Values{"Nederland;Oekraïense militairen;;2024-12-31"}));
  EXPECT_EQ(dutch("Nederland wordt door Duitsland betrokken bij verdere besluitvorming.", promise),
            (Values{"Duitsland;Nederland;;"}));
  EXPECT_EQ(english("Sweden promised to send 40 trucks to Ukraine by 30 June 2024.", promise),
            (Values{"Sweden;Ukraine;;2024-06-30"}));
  EXPECT_EQ(english("Canada announced that it would donate tanks to Ukraine.", promise),
            (Values{"Canada;Ukraine;;"}));
}

TEST(Promises, AreNotDutiesPastsOrPresents) {
  for (const std::string_view text :
       {"In deze brief informeer ik uw Kamer over de uitkomst.",
        "Uw Kamer is hierover geïnformeerd op 11 oktober jl.",
        "Bondgenoten moeten werken aan het versterken van voorraden.",
        "Nederland zal geen troepen leveren.",
        "De kosten zullen in 2024 stijgen.",
        "Duitsland kondigde het voornemen aan om vanaf 2025 een brigade te stationeren.",
        "Nederland levert sinds september 2022 een bijdrage."})
    EXPECT_EQ(dutch(text, promise), Values{}) << text;
  for (const std::string_view text : {"Allies should deliver more.",
                                      "The mission will not be extended.",
                                      "Costs will rise in 2024.",
                                      "Norway has delivered six launchers."})
    EXPECT_EQ(english(text, promise), Values{}) << text;
}

TEST(Key, CountsWhatIsRightMissedAndWrong) {
  const auto document = source::read_document(
      "Op 6 oktober 2023 kwamen 200 Britse militairen en 3 tanks.\n", source::Language::dutch);
  const auto comparison =
      source::compare(source::find_all(document),
                      {{source::Kind::date, "p1s1", "2023-10-06/2023-10-07", ""},
                       {source::Kind::quantity, "p1s1", "200;militairen;GBR", ""},
                       {source::Kind::amount, "p1s1", "EUR 1", ""}});
  EXPECT_EQ(comparison.scores.at(1).right, 1U);
  EXPECT_EQ(comparison.scores.at(3).found, 2U);
  EXPECT_EQ(comparison.scores.at(3).right, 1U);
  ASSERT_EQ(comparison.missed.size(), 1U);
  EXPECT_EQ(comparison.missed.front().value, "EUR 1");
  ASSERT_EQ(comparison.wrong.size(), 1U);
  EXPECT_EQ(comparison.wrong.front().value, "3;tanks;");
}

TEST(Draft, HasTheDocumentItsCitationsAndPromises) {
  const auto document = source::read_document(
      "Den Haag, 25 oktober 2023\n\nZie Kamerstuk 36 045, nr. 136 en kst-36045-136. Uw Kamer wordt "
      "geïnformeerd zodra meer bekend is.\n",
      source::Language::dutch);
  const auto draft = source::draft_of(document, source::find_all(document), {"brief", "0", {}});
  EXPECT_EQ(draft.rows.table("sources").rows.size(), 2U);
  ASSERT_EQ(draft.rows.table("promises").rows.size(), 1U);
  EXPECT_EQ(draft.rows.table("promises").rows.front().cells.front().text, "P-brief-p1s2");
  const auto known = source::draft_of(
      document, source::find_all(document), {"brief", "0", {"brief", "kst-36045-136"}});
  EXPECT_TRUE(known.rows.table("sources").rows.empty());
}

}  // namespace
}  // namespace muster::testing
