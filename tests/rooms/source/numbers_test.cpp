// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace muster::testing {
namespace {

constexpr auto amount = source::Kind::amount;
constexpr auto quantity = source::Kind::quantity;

TEST(Amounts, AreReadInBothLanguages) {
  EXPECT_EQ(dutch("Het kost 4,2 miljoen euro, € 1,5 miljard, EUR 102.000.000 en € 38,4 mln. samen.",
                  amount),
            (Values{"EUR 4200000", "EUR 1500000000", "EUR 102000000", "EUR 38400000"}));
  EXPECT_EQ(
      english("It costs USD 61 billion, $90m, €12 million, £1.5 billion and 250,000 euros.",
              amount),
      (Values{"USD 61000000000", "USD 90000000", "EUR 12000000", "GBP 1500000000", "EUR 250000"}));
}

TEST(Amounts, ShareTheWordsOfARange) {
  EXPECT_EQ(dutch("Het kost 10 tot 20 miljoen euro.", amount),
            (Values{"EUR 10000000", "EUR 20000000"}));
  EXPECT_EQ(english("It costs EUR 10 to 20 million.", amount),
            (Values{"EUR 10000000", "EUR 20000000"}));
}

TEST(Amounts, KeepFractions) {
  EXPECT_EQ(english("It costs EUR 0.55 each.", amount), (Values{"EUR 0.55"}));
}

TEST(Quantities, NameTheThingAndTheNation) {
  EXPECT_EQ(dutch("Het gaat om veertien Leopard 2-tanks en 200 Britse militairen.", quantity),
            (Values{"14;Leopard 2-tanks;", "200;militairen;GBR"}));
  EXPECT_EQ(
      dutch("Acht lichtingen Oekraïense militairen en drie onbewapende MQ-9 Reapers.", quantity),
      (Values{"8;lichtingen militairen;UKR", "3;onbewapende MQ-9 Reapers;"}));
  EXPECT_EQ(english("Canada confirmed fourteen Leopard 2 tanks and Norway two NASAMS batteries.",
                    quantity),
            (Values{"14;Leopard 2 tanks;CAN", "2;NASAMS batteries;NOR"}));
  EXPECT_EQ(
      english("It has 120 soldiers from Norway and 200 armoured personnel carriers.", quantity),
      (Values{"120;soldiers;NOR", "200;armoured personnel carriers;"}));
}

TEST(Quantities, KnowNumberWords) {
  EXPECT_EQ(dutch("Er zijn vijfendertig tanks, tweehonderdvijftig schepen en één brigade daar.",
                  quantity),
            (Values{"35;tanks;", "250;schepen;", "1;brigade daar;"}));
  EXPECT_EQ(english("There are twenty-five tanks, two thousand soldiers and one hundred and twenty "
                    "vehicles.",
                    quantity),
            (Values{"25;tanks;", "2000;soldiers;", "120;vehicles;"}));
}

TEST(Quantities, ReadSeparatorsAsTheLanguageDoes) {
  EXPECT_EQ(dutch("Er zijn 19.000 militairen.", quantity), (Values{"19000;militairen;"}));
  EXPECT_EQ(english("There are 1,200 soldiers.", quantity), (Values{"1200;soldiers;"}));
}

TEST(Quantities, AreNotNamesSpansOrArticles) {
  EXPECT_EQ(
      dutch("Een brigade met F-16s, de 360-graden benadering, ten minste 6 maanden, artikel 100, "
            "95% en nr. 7.",
            quantity),
      Values{});
  EXPECT_EQ(english("The Type 26 frigate, Phase 2, six months and a 24-hour watch.", quantity),
            Values{});
}

}  // namespace
}  // namespace muster::testing
