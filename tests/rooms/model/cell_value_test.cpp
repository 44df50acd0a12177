// SPDX-License-Identifier: Apache-2.0
#include "model/cell_value.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace muster {
namespace {

TEST(CellValue, WholeNumbersAreDigitsOnly) {
  EXPECT_EQ(parse_whole("-12"), -12);
  EXPECT_EQ(parse_whole("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
  for (const char* text : {"", "+1", " 1", "1 ", "1.0", "1e3", "9223372036854775808", "-"}) {
    EXPECT_FALSE(parse_whole(text)) << text;
  }
}

TEST(CellValue, DecimalsAreExact) {
  EXPECT_EQ(parse_decimal("0.75", 3), 750);
  EXPECT_EQ(parse_decimal("-0.5", 3), -500);
  EXPECT_EQ(parse_decimal("54.896900", 6), 54'896'900);
  EXPECT_EQ(parse_decimal("7", 0), 7);
  for (const char* text :
       {"", ".5", "5.", "0.1234", "1e3", "1,5", "-", "--1", "99999999999999999999"}) {
    EXPECT_FALSE(parse_decimal(text, 3)) << text;
  }
}

TEST(CellValue, DecimalsAreWrittenShortest) {
  EXPECT_EQ(to_decimal(750, 3), "0.75");
  EXPECT_EQ(to_decimal(-1, 3), "-0.001");
  EXPECT_EQ(to_decimal(2000, 3), "2");
  EXPECT_EQ(to_decimal(100, 0), "100");
  for (std::int64_t value = -3000; value <= 3000; ++value) {
    EXPECT_EQ(parse_decimal(to_decimal(value, 3), 3), value);
  }
}

TEST(CellValue, BooleansHaveTwoSpellings) {
  EXPECT_EQ(parse_boolean("true"), true);
  EXPECT_EQ(parse_boolean("false"), false);
  EXPECT_FALSE(parse_boolean("TRUE"));
}

}  // namespace
}  // namespace muster
