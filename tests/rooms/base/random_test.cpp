// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "base/demand.hpp"

namespace muster {
namespace {

using Counter = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

// The known answers that the authors publish with their method, for philox4x32 with ten rounds.
TEST(Philox, GivesItsAuthorsAnswers) {
  constexpr std::uint32_t ones = 0xFFFFFFFF;
  EXPECT_EQ(philox(Counter{}, Key{}), (Counter{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8}));
  EXPECT_EQ(philox({ones, ones, ones, ones}, {ones, ones}),
            (Counter{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD}));
  EXPECT_EQ(philox({0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, {0xA4093822, 0x299F31D0}),
            (Counter{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1}));
}

std::vector<std::uint64_t> draw(Random random, int count) {
  std::vector<std::uint64_t> words;
  for (int i = 0; i < count; ++i) words.push_back(random.bits());
  return words;
}

TEST(Random, IsTheSameForTheSameName) {
  EXPECT_EQ(draw(Random{7, 3, 2}, 100), draw(Random{7, 3, 2}, 100));
}

TEST(Random, DiffersBySeedTrialAndCause) {
  const auto words = draw(Random{7, 3, 2}, 4);
  EXPECT_NE(words, draw(Random{8, 3, 2}, 4));
  EXPECT_NE(words, draw(Random{7, 4, 2}, 4));
  EXPECT_NE(words, draw(Random{7, 3, 3}, 4));
  EXPECT_NE(words, draw(Random{7 + (std::uint64_t{1} << 32U), 3, 2}, 4));
  EXPECT_NE(words, draw(Random{7, 3 + (std::uint64_t{1} << 32U), 2}, 4));
}

TEST(Random, BeginsWithTheWordsOfItsFirstBlock) {
  Random random{0};
  EXPECT_EQ(random.bits(), 0xE169C58D6627E8D5U);
  EXPECT_EQ(random.bits(), 0x9B00DBD8BC57AC4CU);
}

TEST(Random, DrawsEveryNumberBelowAboutEquallyOften) {
  constexpr std::uint64_t sides = 6;
  constexpr int throws = 60'000;
  Random random{1};
  std::map<std::uint64_t, int> times;
  for (int i = 0; i < throws; ++i) ++times[random.below(sides)];
  ASSERT_EQ(times.size(), sides);
  EXPECT_EQ(times.rbegin()->first, sides - 1);
  for (const auto& [side, count] : times) EXPECT_NEAR(count, 10'000, 500) << side;
}

// Three quarters of all words: a plain remainder would draw the lower third twice as often.
TEST(Random, HasNoBiasForLargeNumbers) {
  constexpr std::uint64_t n = std::uint64_t{3} << 62U;
  constexpr int draws = 30'000;
  Random random{2};
  int lower_third = 0;
  for (int i = 0; i < draws; ++i) lower_third += random.below(n) < n / 3 ? 1 : 0;
  EXPECT_NEAR(lower_third, draws / 3, 400);
}

TEST(Random, DrawsBothEndsOfARange) {
  Random random{3};
  std::map<std::int64_t, int> times;
  for (int i = 0; i < 300; ++i) ++times[random.between(-1, 1)];
  EXPECT_EQ(times.size(), 3U);
  EXPECT_EQ(times.begin()->first, -1);
  EXPECT_EQ(times.rbegin()->first, 1);
  EXPECT_EQ(random.between(5, 5), 5);
}

TEST(Random, DrawsFromTheWholeRangeOfItsType) {
  using Limits = std::numeric_limits<std::int64_t>;
  Random random{4};
  bool negative = false;
  bool positive = false;
  for (int i = 0; i < 64; ++i) {
    const std::int64_t drawn = random.between(Limits::min(), Limits::max());
    negative = negative || drawn < 0;
    positive = positive || drawn > 0;
  }
  EXPECT_TRUE(negative && positive);
}

TEST(Random, RefusesToDrawFromNothing) {
  Random random{5};
  EXPECT_THROW((void)random.below(0), Defect);
  EXPECT_THROW((void)random.between(1, 0), Defect);
}

TEST(Random, UnitsFillTheUnitInterval) {
  constexpr int draws = 20'000;
  Random random{6};
  double sum = 0;
  for (int i = 0; i < draws; ++i) {
    const double unit = random.unit();
    ASSERT_TRUE(unit >= 0 && unit < 1);
    sum += unit;
  }
  EXPECT_NEAR(sum / draws, 0.5, 0.01);
}

TEST(Random, ShufflesIntoEveryOrder) {
  Random random{7};
  std::map<std::vector<int>, int> times;
  for (int i = 0; i < 6'000; ++i) {
    std::vector<int> cards = {1, 2, 3};
    random.shuffle(std::span{cards});
    ++times[cards];
  }
  EXPECT_EQ(times.size(), 6U);
  for (const auto& [order, count] : times) EXPECT_NEAR(count, 1'000, 150);
}

TEST(Random, KeepsWhatItShuffles) {
  std::vector<int> cards(52);
  std::iota(cards.begin(), cards.end(), 0);
  const std::vector<int> sorted = cards;
  Random{8}.shuffle(std::span{cards});
  EXPECT_NE(cards, sorted);
  std::ranges::sort(cards);
  EXPECT_EQ(cards, sorted);
}

}  // namespace
}  // namespace muster
