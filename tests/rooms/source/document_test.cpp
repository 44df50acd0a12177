// SPDX-License-Identifier: Apache-2.0
#include "source/document.hpp"

#include <random>
#include <set>

#include <gtest/gtest.h>

#include "source/finding.hpp"

namespace muster::source {
namespace {

std::vector<std::string> places_of(const Document& document) {
  std::vector<std::string> places;
  for (const Sentence& sentence : document.sentences) places.push_back(sentence.place);
  return places;
}

std::string text_at(const Document& document, std::string_view place) {
  const Sentence* const found = find_place(document, place);
  return found == nullptr ? "no such place" : found->text;
}

using Places = std::vector<std::string>;

TEST(Document, HasHeadingsParagraphsAndSentences) {
  const Document document = read_document(
      "Den Haag, 1 mei 2023\n\nEen zin. Nog een\nzin.\n\nKop\n\nDe laatste zin.\n", {});
  EXPECT_EQ(places_of(document), (Places{"h1", "p1s1", "p1s2", "h2", "p2s1"}));
  EXPECT_EQ(text_at(document, "p1s2"), "Nog een zin.");
}

TEST(Document, JoinsHyphenatedWords) {
  const auto joined = [](std::string_view text) {
    return text_at(read_document(text, {}), "p1s1");
  };
  EXPECT_EQ(joined("Een bijeen-\nkomst vond plaats."), "Een bijeenkomst vond plaats.");
  EXPECT_EQ(joined("De NAVO-\ntop was kort."), "De NAVO-top was kort.");
  EXPECT_EQ(joined("Nederlands-\nDuitse troepen."), "Nederlands-Duitse troepen.");
  EXPECT_EQ(joined("De land-\nen zeemacht kwam."), "De land- en zeemacht kwam.");
  EXPECT_EQ(joined("Some air-\ndefence, and more air-defence."),
            "Some air-defence, and more air-defence.");
}

TEST(Document, TakesFootnotesOutOfTheFlow) {
  const Document document = read_document(
      "De eerste zin is af.1 De tweede gaat over het vormen van nieuwe\n\n"
      "1 Zie ook: een brief (Kamerstuk 36\n045, nr. 2).\n"
      " coalities op termijn.2\n\nSlot van de brief.\n\n2 Zie de tweede noot.\n",
      {});
  EXPECT_EQ(places_of(document), (Places{"p1s1", "p1s2", "fn1", "p2s1", "fn2"}));
  EXPECT_EQ(text_at(document, "p1s1"), "De eerste zin is af.");
  EXPECT_EQ(text_at(document, "p1s2"),
            "De tweede gaat over het vormen van nieuwe coalities op termijn.");
  EXPECT_EQ(text_at(document, "fn1"), "Zie ook: een brief (Kamerstuk 36 045, nr. 2).");
}

TEST(Document, NumbersWithoutAMarkAreNoFootnotes) {
  const Document document =
      read_document("Drie punten volgen hier.\n\n1 Het eerste punt is kort.\n", {});
  EXPECT_EQ(places_of(document), (Places{"p1s1", "p2s1"}));
}

TEST(Document, KnowsAbbreviations) {
  const auto count = [](std::string_view paragraph) {
    return read_document(std::string{paragraph} + "\n", {}).sentences.size();
  };
  EXPECT_EQ(count("Zie nr. 398 en art. 100, d.w.z. alles, o.a. K.H. Iemand, cf. No. 7."), 1U);
  EXPECT_EQ(count("Dat was op 11 oktober jl. De brief volgt."), 2U);
  EXPECT_EQ(count("De motie van 12 december jl. (Kamerstuk 36 045, nr. 2) is af."), 1U);
  EXPECT_EQ(count("It costs 26.000. About that e.g. Norway says No. We go on."), 3U);
  EXPECT_EQ(count("\"Is dat zo?\" Ja! (Zie boven.) Goed."), 4U);
}

TEST(Document, LeavesOutPageNumbers) {
  const Document document = read_document(
      "Een lange zin die over de\n\n\f- 2 -\n\nbladzijde gaat.\n\nPagina 3 van 5\n", {});
  EXPECT_EQ(places_of(document), (Places{"p1s1"}));
  EXPECT_EQ(text_at(document, "p1s1"), "Een lange zin die over de bladzijde gaat.");
}

TEST(Document, TellsTheLanguage) {
  EXPECT_EQ(read_document("De brief van de minister aan het parlement.\n", {}).language,
            Language::dutch);
  EXPECT_EQ(read_document("The letter of the minister to parliament.\n", {}).language,
            Language::english);
}

// Whatever the bytes: places are unique and found again, and hold the words found at them.
TEST(Document, PlacesHoldWhatIsFoundThere) {
  const std::vector<std::string> pieces{
      "Nederland",  " levert ", "drie ",       "tanks",
      ". ",         "\n",       "\n\n",        "1 ",
      ".1 ",        "-\n",      "\f",          "12 oktober",
      " 2024",      "€ ",       "1,5 miljard", "Kamerstuk 36 045, nr. ",
      "(",          ")",        "\xFF",        "\xC3",
      "é",          "zodra ",   "uw Kamer ",   "zal ",
      "informeren", "S/RES/",   "(2023)",      "Q1 ",
      "31.",        "  "};
  std::mt19937 random{20231025};  // NOLINT: the same texts each time
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int k = 0; k < 40; ++k) text += pieces[random() % pieces.size()];
    const Document document = read_document(text, {});
    std::set<std::string> places;
    for (const Sentence& sentence : document.sentences) {
      EXPECT_TRUE(places.insert(sentence.place).second) << text;
      EXPECT_EQ(find_place(document, sentence.place), &sentence);
    }
    for (const Finding& found : find_all(document)) {
      const Sentence* const sentence = find_place(document, found.place);
      ASSERT_NE(sentence, nullptr);
      EXPECT_EQ(sentence->text.substr(found.at, found.words.size()), found.words);
      EXPECT_FALSE(found.words.empty());
    }
  }
}

}  // namespace
}  // namespace muster::source
