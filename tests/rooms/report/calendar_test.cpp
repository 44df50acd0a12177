// SPDX-License-Identifier: Apache-2.0
// What falls due as an iCalendar: RFC 5545.
#include <gtest/gtest.h>

#include "report/memory.hpp"
#include "support/situation.hpp"

namespace muster::report {
namespace {

DueList one(std::string what) {
  ledger::Due item{.on = support::day("2024-02-29"),
                   .kind = ledger::DueKind::option,
                   .table = "offers",
                   .key = "NLD-MQ9",
                   .who = "NLD",
                   .what = std::move(what),
                   .source = "paper#p1"};
  return {support::day("2023-10-25"), {std::move(item)}};
}

// Lines joined again where they were folded; every one of them within 75 octets before.
std::string unfolded(const std::string& calendar) {
  std::string text;
  for (std::size_t at = 0; at < calendar.size();) {
    const std::size_t end = calendar.find("\r\n", at);
    EXPECT_NE(end, std::string::npos) << "every line ends with both";
    EXPECT_LE(end - at, 75U);
    if (calendar[at] == ' ') text.pop_back();
    text +=
        calendar.substr(calendar[at] == ' ' ? at + 1 : at, end - at - (calendar[at] == ' ' ? 1 : 0))
        + "\n";
    at = end + 2;
  }
  return text;
}

TEST(Calendar, HasAWholeDayForEachItemWithItsSource) {
  EXPECT_EQ(
      unfolded(due_calendar(one("decide"), "letter")),
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Muster//What falls due//EN\nCALSCALE:GREGORIAN\n"
      "BEGIN:VEVENT\nUID:offers.NLD-MQ9.option@letter\nDTSTAMP:20231025T000000Z\n"
      "DTSTART;VALUE=DATE:20240229\nDTEND;VALUE=DATE:20240301\nSUMMARY:NLD: NLD-MQ9 (option)\n"
      "DESCRIPTION:decide\\nSource: paper#p1\nTRANSP:TRANSPARENT\nEND:VEVENT\nEND:VCALENDAR\n");
}

TEST(Calendar, EscapesAndFoldsBetweenLetters) {
  std::string what = "a, b; c \\ ";
  std::string escaped = "a\\, b\\; c \\\\ ";
  for (int k = 0; k < 60; ++k) {
    what += "\xC3\xA9";
    escaped += "\xC3\xA9";
  }
  const std::string calendar = due_calendar(one(what), "letter");
  EXPECT_NE(unfolded(calendar).find("DESCRIPTION:" + escaped + "\\n"), std::string::npos);
  EXPECT_EQ(calendar.find("\xC3\r\n"), std::string::npos) << "a letter is never split";
}

}  // namespace
}  // namespace muster::report
