// SPDX-License-Identifier: Apache-2.0
// RFC 5545, sections 3.1 (lines of at most 75 octets, folded), 3.3.11 (text escaped), 3.6.1
// (events).
#include <string_view>

#include "report/memory.hpp"

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

void add_event(std::string& calendar,
               const ledger::Due& item,
               const DueList& list,
               const std::string& name) {
  add_line(calendar, "BEGIN:VEVENT");
  add_line(calendar,
           "UID:"
               + text_value(item.table + "." + item.key + "."
                            + std::string{ledger::to_text(item.kind)} + "@" + name));
  add_line(calendar, "DTSTAMP:" + date_value(list.on) + "T000000Z");
  add_line(calendar, "DTSTART;VALUE=DATE:" + date_value(item.on));
  add_line(calendar, "DTEND;VALUE=DATE:" + date_value(item.on + Days{1}));
  add_line(calendar,
           "SUMMARY:"
               + text_value((item.who.empty() ? "" : item.who + ": ") + item.key + " ("
                            + std::string{ledger::to_text(item.kind)} + ")"));
  add_line(calendar,
           "DESCRIPTION:"
               + text_value(item.what + (item.source.empty() ? "" : "\nSource: " + item.source)));
  add_line(calendar, "TRANSP:TRANSPARENT");
  add_line(calendar, "END:VEVENT");
}

}  // namespace

std::string due_calendar(const DueList& list, const std::string& name) {
  std::string calendar;
  add_line(calendar, "BEGIN:VCALENDAR");
  add_line(calendar, "VERSION:2.0");
  add_line(calendar, "PRODID:-//Muster//What falls due//EN");
  add_line(calendar, "CALSCALE:GREGORIAN");
  for (const ledger::Due& item : list.items) add_event(calendar, item, list, name);
  add_line(calendar, "END:VCALENDAR");
  return calendar;
}

}  // namespace muster::report
