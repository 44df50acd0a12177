// SPDX-License-Identifier: Apache-2.0
// Whole days as an iCalendar (RFC 5545). Nothing in it but what is given: same events, same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/memory.hpp"

namespace muster::report {

struct CalendarEvent {
  Period days{};
  std::string uid, summary, description;
};
[[nodiscard]] CalendarEvent event_of(const ledger::Due& item, const std::string& name);
[[nodiscard]] std::string calendar(std::string_view about,
                                   const std::vector<CalendarEvent>& events,
                                   Day stamp);

}  // namespace muster::report
