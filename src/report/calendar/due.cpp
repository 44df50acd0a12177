// SPDX-License-Identifier: Apache-2.0
// RFC 5545, sections 3.1 (lines of at most 75 octets, folded), 3.3.11 (text escaped), 3.6.1
// (events).
#include "report/calendar/calendar.hpp"

namespace muster::report {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line break

// Not within a letter of several octets.
std::size_t place_to_fold(std::string_view line, std::size_t longest) {
  std::size_t at = longest;
  while (at > 1 && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

void add_line(std::string& calendar, std::string_view line) {
  bool is_first = true;
  while (line.size() > longest_line - (is_first ? 0 : 1)) {
    const std::size_t at = place_to_fold(line, longest_line - (is_first ? 0 : 1));
    calendar += is_first ? "" : " ";
    calendar += line.substr(0, at);
    calendar += "\r\n";
    line.remove_prefix(at);
    is_first = false;
  }
  calendar += is_first ? "" : " ";
  calendar += line;
  calendar += "\r\n";
}

std::string text_value(std::string_view text) {
  std::string value;
  for (const char letter : text) {
    if (letter == '\n') {
      value += "\\n";
      continue;
    }
    if (letter == '\\' || letter == ';' || letter == ',') value += '\\';
    if (letter != '\r') value += letter;
  }
  return value;
}

std::string date_value(Day day) {
  std::string text;
  for (const char letter : to_text(day))
    if (letter != '-') text += letter;
  return text;
}

void add_event(std::string& calendar, const CalendarEvent& event, Day stamp) {
  add_line(calendar, "BEGIN:VEVENT");
  add_line(calendar, "UID:" + text_value(event.uid));
  add_line(calendar, "DTSTAMP:" + date_value(stamp) + "T000000Z");
  add_line(calendar, "DTSTART;VALUE=DATE:" + date_value(event.days.from));
  add_line(calendar, "DTEND;VALUE=DATE:" + date_value(event.days.until));
  add_line(calendar, "SUMMARY:" + text_value(event.summary));
  add_line(calendar, "DESCRIPTION:" + text_value(event.description));
  add_line(calendar, "TRANSP:TRANSPARENT");
  add_line(calendar, "END:VEVENT");
}

}  // namespace

CalendarEvent event_of(const ledger::Due& item, const std::string& name) {
  const std::string kind{ledger::to_text(item.kind)};
  return {{item.on, item.on + Days{1}},
          item.table + "." + item.key + "." + kind + "@" + name,
          (item.who.empty() ? "" : item.who + ": ") + item.key + " (" + kind + ")",
          item.what + (item.source.empty() ? "" : "\nSource: " + item.source)};
}

std::string calendar(std::string_view about, const std::vector<CalendarEvent>& events, Day stamp) {
  std::string text;
  add_line(text, "BEGIN:VCALENDAR");
  add_line(text, "VERSION:2.0");
  add_line(text, "PRODID:-//Muster//" + text_value(about) + "//EN");
  add_line(text, "CALSCALE:GREGORIAN");
  for (const CalendarEvent& event : events) add_event(text, event, stamp);
  add_line(text, "END:VCALENDAR");
  return text;
}

std::string due_calendar(const DueList& list, const std::string& name) {
  std::vector<CalendarEvent> events;
  for (const ledger::Due& item : list.items) events.push_back(event_of(item, name));
  return calendar("What falls due", events, list.on);
}

}  // namespace muster::report
