// SPDX-License-Identifier: Apache-2.0
#include "base/wide.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace muster {
namespace {

TEST(Wide, IsWrittenInDigits) {
  EXPECT_EQ(to_text(Wide{0}), "0");
  EXPECT_EQ(to_text(Wide{-17}), "-17");
  EXPECT_EQ(to_text(Wide{std::numeric_limits<std::int64_t>::max()} + 1), "9223372036854775808");
  EXPECT_EQ(to_text(Wide{1'000'000'000'000} * 1'000'000'000'000), "1000000000000000000000000");
}

TEST(Wide, IsWrittenAtItsVeryEnds) {
  constexpr Wide half = Wide{1} << 126;
  EXPECT_EQ(to_text(half - 1 + half), "170141183460469231731687303715884105727");
  EXPECT_EQ(to_text(-half - half), "-170141183460469231731687303715884105728");
}

TEST(Wide, IsReadAsItIsWritten) {
  const std::string longest(37, '9');
  for (const std::string& text : {std::string{"0"}, std::string{"-1"}, longest, "-" + longest}) {
    Wide value = 5;
    ASSERT_TRUE(parse_wide(text, value)) << text;
    EXPECT_EQ(to_text(value), text);
  }
}

TEST(Wide, RefusesWhatIsNoNumber) {
  for (const char* const text : {"", "-", "+1", "1.0", " 1", "1 ", "0x1", "--1", "1e3"}) {
    Wide value = 5;
    EXPECT_FALSE(parse_wide(text, value)) << text;
    EXPECT_EQ(to_text(value), "5") << "refusing leaves the value as it was";
  }
  Wide value = 0;
  EXPECT_FALSE(parse_wide(std::string(38, '1'), value));
}

}  // namespace
}  // namespace muster
