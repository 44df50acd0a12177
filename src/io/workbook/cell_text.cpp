// SPDX-License-Identifier: Apache-2.0
#include "io/workbook/cell_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <system_error>

namespace muster::io {
namespace {

constexpr std::int64_t seconds_of_day = 86400;
constexpr double most_days = 3'000'000;  // beyond the year 9999 from any day zero

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string clock_text(std::int64_t seconds) {
  return two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60) + ':'
         + two_digits(seconds % 60);
}

// The letters of a format that stand for parts of a date or a time: what is quoted, escaped or in
// brackets is left out.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    if (code[i] == '"' || code[i] == '[') {
      const std::size_t end = code.find(code[i] == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else if (code[i] >= 'A' && code[i] <= 'Z') {
      letters += static_cast<char>(code[i] - 'A' + 'a');
    } else {
      letters += code[i];
    }
  }
  return letters;
}

std::string number_text(double number) {
  std::array<char, 400> text{};
  if (!std::isfinite(number)) return "#NUM!";
  const auto written =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  std::string shown{text.data(), written.ptr};
  return shown == "-0" ? "0" : shown;
}

std::string day_text(double number, Day day_zero) {
  if (!std::isfinite(number) || std::fabs(number) > most_days) return number_text(number);
  const auto seconds = std::llround(number * static_cast<double>(seconds_of_day));
  const std::int64_t days = (seconds - (seconds < 0 ? seconds_of_day - 1 : 0)) / seconds_of_day;
  const Day day = day_zero + Days{days};
  const std::string text = to_text(day);
  if (text.size() != std::string_view{"2022-03-01"}.size()) return number_text(number);
  const std::int64_t rest = seconds - days * seconds_of_day;
  return rest == 0 ? text : text + 'T' + clock_text(rest);
}

std::string time_text(double number) {
  if (!std::isfinite(number) || number < 0 || number >= 1) return number_text(number);
  return clock_text(std::llround(number * static_cast<double>(seconds_of_day)) % seconds_of_day);
}

}  // namespace

Shows shown_by_format(std::size_t identifier, std::string_view code) {
  if ((identifier >= 14 && identifier <= 17) || identifier == 22
      || (identifier >= 27 && identifier <= 31) || identifier == 36
      || (identifier >= 50 && identifier <= 58))
    return Shows::day;
  if ((identifier >= 18 && identifier <= 21) || (identifier >= 32 && identifier <= 35)
      || (identifier >= 45 && identifier <= 47))
    return Shows::time;
  const std::string letters = letters_of(code);
  if (letters.find("general") != std::string::npos
      || letters.find_first_of("0#?") != std::string::npos)
    return Shows::number;
  if (letters.find_first_of("yd") != std::string::npos || letters.find("mmm") != std::string::npos)
    return Shows::day;
  return letters.find_first_of("hs") == std::string::npos ? Shows::number : Shows::time;
}

std::string cell_text(std::string_view number, Shows shows, Day day_zero) {
  double value = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
  if (number.empty() || read.ec != std::errc{} || read.ptr != number.data() + number.size())
    return std::string{number};
  if (shows == Shows::day) return day_text(value, day_zero);
  return shows == Shows::time ? time_text(value) : number_text(value);
}

}  // namespace muster::io
