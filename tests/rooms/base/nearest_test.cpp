// SPDX-License-Identifier: Apache-2.0
#include "base/nearest.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muster {
namespace {

constexpr std::string_view statuses[] = {
    "explored", "intended", "offered", "accepted", "committed"};

constexpr std::size_t far = 10;

TEST(LetterDistance, CountsEveryKindOfChange) {
  EXPECT_EQ(letter_distance("", "", far), 0U);
  EXPECT_EQ(letter_distance("tour", "tour", far), 0U);
  EXPECT_EQ(letter_distance("", "tour", far), 4U);
  EXPECT_EQ(letter_distance("tour", "", far), 4U);
  EXPECT_EQ(letter_distance("tour", "tours", far), 1U);
  EXPECT_EQ(letter_distance("tour", "tor", far), 1U);
  EXPECT_EQ(letter_distance("tour", "four", far), 1U);
  EXPECT_EQ(letter_distance("tour", "tuor", far), 1U);
  EXPECT_EQ(letter_distance("kitten", "sitting", far), 3U);
  EXPECT_EQ(letter_distance("ca", "abc", far), 3U);  // no place is changed twice
}

TEST(LetterDistance, IsBlindToCase) {
  EXPECT_EQ(letter_distance("NLD", "nld", far), 0U);
}

TEST(LetterDistance, StopsCountingBeyondTheMostThatMatters) {
  const std::vector<std::string> words = {"", "a", "ab", "ba", "abc", "cab", "bacabc", "accbab"};
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      const std::size_t distance = letter_distance(a, b, far);
      EXPECT_EQ(distance, letter_distance(b, a, far));
      for (std::size_t most = 0; most <= distance + 1; ++most) {
        EXPECT_EQ(letter_distance(a, b, most), std::min(distance, most + 1)) << a << " " << b;
      }
    }
  }
}

TEST(Nearest, FindsWhatWasMeant) {
  EXPECT_EQ(nearest("commited", statuses), "committed");
  EXPECT_EQ(nearest("Offered", statuses), "offered");
  EXPECT_EQ(nearest("acecpted", statuses), "accepted");
}

TEST(Nearest, DoesNotGuessFar) {
  EXPECT_EQ(nearest("banana", statuses), std::nullopt);
  EXPECT_EQ(nearest("", statuses), std::nullopt);
  EXPECT_EQ(nearest("offered", {}), std::nullopt);
}

TEST(Nearest, DoesNotGuessAtWholeParagraphs) {
  const std::string paragraph(81, 'x');
  const std::string_view candidates[] = {paragraph};
  EXPECT_EQ(nearest(paragraph, candidates), std::nullopt);
}

TEST(Nearest, AllowsAThirdOfTheLength) {
  constexpr std::string_view candidates[] = {"abcdef"};
  EXPECT_EQ(nearest("abcdxy", candidates), "abcdef");
  EXPECT_EQ(nearest("abcxyz", candidates), std::nullopt);
}

TEST(Nearest, TakesTheFirstOfEquals) {
  constexpr std::string_view candidates[] = {"bat", "cat", "rat"};
  EXPECT_EQ(nearest("hat", candidates), "bat");
}

TEST(Nearest, TakesTheCloserOverTheEarlier) {
  constexpr std::string_view candidates[] = {"brigade-2", "brigade-10"};
  EXPECT_EQ(nearest("brigade-1", candidates), "brigade-2");
  EXPECT_EQ(nearest("brigade-100", candidates), "brigade-10");
}

}  // namespace
}  // namespace muster
