// SPDX-License-Identifier: Apache-2.0
#include "base/day.hpp"

#include <gtest/gtest.h>

namespace muster {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

TEST(Day, IsWrittenYearMonthDay) {
  EXPECT_EQ(to_text(sys_days{2026y / 3 / 1}), "2026-03-01");
  EXPECT_EQ(to_text(sys_days{999y / 12 / 31}), "0999-12-31");
}

TEST(Day, IsReadAsItIsWritten) {
  for (Day day = sys_days{2023y / 12 / 1}; day < sys_days{2024y / 4 / 1}; day += days{1}) {
    EXPECT_EQ(parse_day(to_text(day)), day);
  }
}

TEST(Day, KnowsLeapYears) {
  EXPECT_EQ(parse_day("2024-02-29"), sys_days{2024y / 2 / 29});
  EXPECT_FALSE(parse_day("2023-02-29"));
  EXPECT_FALSE(parse_day("1900-02-29"));
  EXPECT_TRUE(parse_day("2000-02-29"));
}

TEST(Day, RefusesEveryOtherSpelling) {
  for (const auto* const text : {"",
                                 "2026-2-30",
                                 "2026-13-01",
                                 "2026-00-01",
                                 "2026-01-00",
                                 "2026/01/01",
                                 "20260101",
                                 "2026-01-01 ",
                                 " 2026-01-01",
                                 "2026-01-0x",
                                 "-026-01-01",
                                 "2026-+1-01",
                                 "2026-01-01T00:00"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

TEST(Period, HoldsItsFirstDayAndNotItsLast) {
  const Period march{sys_days{2026y / 3 / 1}, sys_days{2026y / 4 / 1}};
  EXPECT_EQ(march.length(), days{31});
  EXPECT_TRUE(march.contains(march.from));
  EXPECT_TRUE(march.contains(march.until - days{1}));
  EXPECT_FALSE(march.contains(march.until));
  EXPECT_FALSE(march.contains(march.from - days{1}));
}

TEST(Period, MayBeEmpty) {
  const Period nothing{sys_days{2026y / 3 / 1}, sys_days{2026y / 3 / 1}};
  EXPECT_EQ(nothing.length(), days{0});
  EXPECT_FALSE(nothing.contains(nothing.from));
}

}  // namespace
}  // namespace muster
