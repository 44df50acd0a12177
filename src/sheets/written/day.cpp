// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "sheets/nations.hpp"
#include "sheets/written.hpp"

namespace muster::sheets {
namespace {

using std::chrono::last;
using std::chrono::month;
using std::chrono::year;

constexpr unsigned first_serial = 20000, last_serial = 80000;  // 1954 to 2119

struct Number {
  unsigned value = 0;
  std::size_t digits = 0;
};
struct Words {
  std::vector<Number> numbers;
  std::optional<unsigned> month;  // named
  std::size_t numbers_before_month = 0;
  std::string_view rule;  // of a word before
  std::size_t strange = 0;
};

// Each month by the first letters of its names in English, Dutch, French and German, folded.
constexpr std::array<std::pair<std::string_view, unsigned>, 22> months{
    {{"jan", 1},  {"feb", 2},  {"fev", 2},  {"mar", 3}, {"maart", 3}, {"mrt", 3},
     {"apr", 4},  {"avr", 4},  {"may", 5},  {"mei", 5}, {"mai", 5},   {"juin", 6},
     {"jun", 6},  {"juil", 7}, {"jul", 7},  {"aug", 8}, {"aou", 8},   {"sep", 9},
     {"oct", 10}, {"okt", 10}, {"nov", 11}, {"de", 12}}};

std::optional<unsigned> month_called(std::string_view word) {
  if (word.size() < 3 || word.starts_with("der") || word == "den") return std::nullopt;
  for (const auto& [begin, number] : months)
    if (word.starts_with(begin)) return number;
  return std::nullopt;
}

std::string_view rule_of(std::string_view word) {
  constexpr std::array<std::string_view, 10> until{
      "until", "till", "by", "tot", "uiterlijk", "bis", "vor", "jusquau", "jusque", "before"};
  constexpr std::array<std::string_view, 7> since{
      "since", "from", "sinds", "vanaf", "seit", "ab", "depuis"};
  constexpr std::array<std::string_view, 4> between{"between", "tussen", "zwischen", "entre"};
  if (std::ranges::find(until, word) != until.end()) return "until_day";
  if (std::ranges::find(since, word) != since.end()) return "since_day";
  return std::ranges::find(between, word) != between.end() ? "between_days" : "";
}

bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 22> fillers{
      "of", "the", "de", "le", "den", "der", "am",  "op",  "on",        "th",      "st",
      "nd", "rd",  "er", "en", "und", "et",  "and", "not", "specified", "unclear", "unspecified"};
  return std::ranges::find(fillers, word) != fillers.end();
}

void take_word(std::string_view text, Words& words) {
  const std::string word = folded(text);
  if (word.empty()) return;
  if (const auto rule = rule_of(word); !rule.empty())
    words.rule = rule;
  else if (is_filler(word))
    return;
  else if (const auto found = month_called(word)) {
    words.month = found;
    words.numbers_before_month = words.numbers.size();
  } else
    ++words.strange;
}

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    const auto is_digit = [&](std::size_t at) {
      return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    if (is_digit(i)) {
      Number number;
      for (; is_digit(end) && end - i < 9; ++end)
        number.value = number.value * 10 + static_cast<unsigned>(text[end] - '0');
      number.digits = end - i;
      words.numbers.push_back(number);
    } else {
      const auto is_mark = [&](std::size_t at) {
        return std::string_view{" ./-,&:"}.find(text[at]) != std::string_view::npos;
      };
      if (is_mark(i)) {
        ++i;
        continue;
      }
      while (end < text.size() && !is_digit(end) && !is_mark(end)) ++end;
      take_word(text.substr(i, end - i), words);
    }
    i = end;
  }
  return words;
}

int full_year(const Number& number) {
  return static_cast<int>(number.digits == 2 ? 2000 + number.value : number.value);
}

std::optional<Day> day_of(int in_year, unsigned in_month, unsigned on_day) {
  const std::chrono::year_month_day date{year{in_year}, month{in_month}, std::chrono::day{on_day}};
  if (in_year < 1900 || in_year > 9999 || !date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<Day> last_of(int in_year, unsigned in_month) {
  if (in_year < 1900 || in_year > 2999 || in_month < 1 || in_month > 12) return std::nullopt;
  return Day{year{in_year} / month{in_month} / last};
}

std::optional<WrittenDay> by_named_month(const Words& words) {
  const auto& numbers = words.numbers;
  if (numbers.size() == 1)
    if (const auto day = last_of(full_year(numbers[0]), *words.month))
      return WrittenDay{*day, "month_only"};
  if (numbers.size() != 2) return std::nullopt;
  const bool year_first = numbers[0].digits == 4;
  const auto day = day_of(
      full_year(numbers[year_first ? 0 : 1]), *words.month, numbers[year_first ? 1 : 0].value);
  return day ? std::optional{WrittenDay{*day, "text_date"}} : std::nullopt;
}

std::optional<WrittenDay> by_numbers(const std::vector<Number>& numbers,
                                     const DayWriting& writing) {
  std::optional<Day> day;
  if (numbers.size() == 1 && numbers[0].digits == 5 && numbers[0].value >= first_serial
      && numbers[0].value <= last_serial)
    return WrittenDay{writing.day_zero + Days{numbers[0].value}, "serial_date"};
  if (numbers.size() == 2 && numbers[0].digits <= 2 && numbers[1].digits >= 2) {
    day = last_of(full_year(numbers[1]), numbers[0].value);
    return day ? std::optional{WrittenDay{*day, "month_only"}} : std::nullopt;
  }
  if (numbers.size() != 3) return std::nullopt;
  if (numbers[0].digits == 4)
    day = day_of(full_year(numbers[0]), numbers[1].value, numbers[2].value);
  else {
    const bool month_first =
        numbers[1].value > 12 || (numbers[0].value <= 12 && writing.month_first);
    day = day_of(full_year(numbers[2]),
                 numbers[month_first ? 0 : 1].value,
                 numbers[month_first ? 1 : 0].value);
  }
  return day ? std::optional{WrittenDay{*day, "text_date"}} : std::nullopt;
}

}  // namespace

std::optional<WrittenDay> written_day(std::string_view text, const DayWriting& writing) {
  if (const auto day = parse_day(text)) return WrittenDay{*day, {}};
  if (text.size() > 10 && text[10] == 'T')
    if (const auto day = parse_day(text.substr(0, 10))) return WrittenDay{*day, "time_of_day"};
  Words words = words_of(trimmed(text));
  if (words.strange > 0) return std::nullopt;
  if (words.rule == "between_days" && words.numbers.size() % 2 == 0)
    words.numbers.erase(
        words.numbers.begin(),
        words.numbers.begin() + static_cast<std::ptrdiff_t>(words.numbers.size() / 2));
  auto found = words.month ? by_named_month(words) : by_numbers(words.numbers, writing);
  if (found && !words.rule.empty() && found->rule != "month_only") found->rule = words.rule;
  return found;
}

}  // namespace muster::sheets
