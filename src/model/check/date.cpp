// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <vector>

#include "base/day.hpp"

#include "model/cell_value.hpp"
#include "model/check/cell.hpp"

namespace muster::check {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;
constexpr std::string_view how_written = "Dates are written year-month-day.";

int year_of(Day day) {
  return static_cast<int>(std::chrono::year_month_day{day}.year());
}

// The whole numbers of up to eight digits that anything but digits separates, in order.
std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  std::string digits;
  const auto close = [&] {
    if (!digits.empty() && digits.size() <= 8) numbers.push_back(std::stoi(digits));
    digits.clear();
  };
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else {
      close();
    }
  }
  close();
  return numbers;
}

void add_date(std::vector<std::string>& dates, int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (year < first_year || year > last_year || !date.ok()) return;
  std::string text = to_text(Day{date});
  if (std::ranges::find(dates, text) == dates.end()) dates.push_back(std::move(text));
}

// The last day of a month that has fewer days than were written.
void add_month_end(std::vector<std::string>& dates, int year, int month, int day) {
  if (month < 1 || month > 12 || day < 29 || day > 31) return;
  const std::chrono::year_month_day_last end{
      std::chrono::year{year},
      std::chrono::month_day_last{std::chrono::month(static_cast<unsigned>(month))}};
  add_date(dates, year, month, static_cast<int>(static_cast<unsigned>(end.day())));
}

std::vector<std::string> dates_meant(std::string_view text) {
  std::vector<std::string> dates;
  const std::vector<int> n = numbers_in(text);
  if (n.size() == 1 && n[0] > 9'999'999) {
    add_date(dates, n[0] / 10'000, n[0] / 100 % 100, n[0] % 100);
  }
  if (n.size() < 3) return dates;
  if (n[0] >= first_year) {
    add_date(dates, n[0], n[1], n[2]);
    if (dates.empty()) add_date(dates, n[0], n[2], n[1]);
    if (dates.empty()) add_month_end(dates, n[0], n[1], n[2]);
  } else if (n[2] >= first_year) {  // day first, as most write it; else month first
    add_date(dates, n[2], n[1], n[0]);
    add_date(dates, n[2], n[0], n[1]);
  }
  return dates;
}

}  // namespace

std::optional<Fault> check_date(std::string_view text) {
  if (const auto day = parse_day(text); day && text.find_first_not_of("0123456789-") == text.npos) {
    if (year_of(*day) >= first_year && year_of(*day) <= last_year) return std::nullopt;
    return Fault{in_quotes(text) + " is outside the years 1900 to 2199", ""};
  }
  std::string meant;
  for (const std::string& date : dates_meant(text)) meant += (meant.empty() ? "" : " or ") + date;
  return Fault{in_quotes(text) + " is not a date", join(maybe(meant), how_written)};
}

}  // namespace muster::check
