// SPDX-License-Identifier: Apache-2.0
#include "source/finders/numbers.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

using Named = std::pair<std::string_view, std::int64_t>;

constexpr auto dutch = std::to_array<Named>({
    {"één", 1},      {"twee", 2},       {"drie", 3},      {"vier", 4},       {"vijf", 5},
    {"zes", 6},      {"zeven", 7},      {"acht", 8},      {"negen", 9},      {"tien", 10},
    {"elf", 11},     {"twaalf", 12},    {"dertien", 13},  {"veertien", 14},  {"vijftien", 15},
    {"zestien", 16}, {"zeventien", 17}, {"achttien", 18}, {"negentien", 19}, {"twintig", 20},
    {"dertig", 30},  {"veertig", 40},   {"vijftig", 50},  {"zestig", 60},    {"zeventig", 70},
    {"tachtig", 80}, {"negentig", 90},
});
constexpr auto english = std::to_array<Named>({
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},
});

std::optional<std::int64_t> value_in(std::span<const Named> words, std::string_view word) {
  const auto found = std::ranges::find(words, word, &Named::first);
  return found == words.end() ? std::nullopt : std::optional{found->second};
}

// "vijfendertig", "eenentwintig", "tweeëntwintig": a unit, "en" and a ten.
std::optional<std::int64_t> dutch_ten(std::string_view word) {
  for (const Named& ten : dutch) {
    if (ten.second < 20 || !word.ends_with(ten.first)) continue;
    std::string_view rest = word.substr(0, word.size() - ten.first.size());
    for (const std::string_view link : {std::string_view{"en"}, std::string_view{"ën"}}) {
      if (!rest.ends_with(link)) continue;
      const std::string_view unit = rest.substr(0, rest.size() - link.size());
      const auto value = unit == "een" ? std::optional<std::int64_t>{1} : value_in(dutch, unit);
      if (value && *value < 10) return *value + ten.second;
    }
  }
  return std::nullopt;
}

// "twenty-five".
std::optional<std::int64_t> hyphenated(std::string_view word) {
  const auto hyphen = word.find('-');
  if (hyphen == word.npos) return std::nullopt;
  const auto ten = value_in(english, word.substr(0, hyphen));
  const auto unit = value_in(english, word.substr(hyphen + 1));
  if (!ten || !unit || *ten < 20 || *ten % 10 != 0 || *unit >= 10) return std::nullopt;
  return *ten + *unit;
}

std::optional<std::int64_t> dutch_word(std::string_view word);

// "tweehonderdvijftig", "vijftienhonderd", "tienduizend": a factor, the word, and what is below it.
std::optional<std::int64_t> around(std::string_view word, std::string_view middle, int factor) {
  const auto at = word.find(middle);
  if (at == word.npos) return std::nullopt;
  const std::string_view before = word.substr(0, at), after = word.substr(at + middle.size());
  const auto times = before.empty() ? std::optional<std::int64_t>{1} : dutch_word(before);
  const auto more = after.empty() ? std::optional<std::int64_t>{0} : dutch_word(after);
  if (!times || !more || *more >= factor || *times >= 1000) return std::nullopt;
  return *times * factor + *more;
}

std::optional<std::int64_t> dutch_word(std::string_view word) {
  if (const auto value = value_in(dutch, word)) return value;
  if (const auto value = dutch_ten(word)) return value;
  if (const auto value = around(word, "duizend", 1000)) return value;
  return around(word, "honderd", 100);
}

// Whether every group behind the first has three digits, and the first has one to three.
bool is_grouped(std::string_view text, char separator) {
  std::size_t digits = 0;
  bool is_first = true;
  for (const char byte : text) {
    if (byte != separator) {
      ++digits;
      continue;
    }
    if (digits == 0 || digits > 3 || (!is_first && digits != 3)) return false;
    digits = 0;
    is_first = false;
  }
  return digits == 3 && !is_first;
}

// The byte of the decimal separator; npos: there is none.
std::size_t decimal_separator(std::string_view text, Language language) {
  const auto last = text.find_last_of(".,");
  if (last == text.npos) return text.npos;
  const char separator = text[last];
  const char other = separator == '.' ? ',' : '.';
  if (text.find(other) != text.npos) return last;  // both: the last one is decimal
  const char decimal = language == Language::dutch ? ',' : '.';
  if (separator == decimal) return text.find(separator) == last ? last : text.npos;
  return is_grouped(text, separator) ? text.npos : last;
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text, Language language) {
  const std::size_t point = decimal_separator(text, language);
  Decimal value;
  int digits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    if (++digits > 15) return std::nullopt;
    value.digits = value.digits * 10 + (text[at] - '0');
    if (point != text.npos && at > point) ++value.places;
  }
  if (digits == 0) return std::nullopt;
  return value;
}

std::optional<std::string> plain_number(Decimal value, int zeros) {
  int shift = zeros - value.places;
  std::string digits = std::to_string(value.digits);
  for (; shift < 0 && digits.size() > 1 && digits.ends_with('0'); ++shift) digits.pop_back();
  if (value.digits == 0) return "0";
  if (shift >= 0) {
    digits.append(static_cast<std::size_t>(shift), '0');
    return digits.size() <= 18 ? std::optional{digits} : std::nullopt;
  }
  const auto places = static_cast<std::size_t>(-shift);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, ".");
  return digits;
}

std::optional<std::int64_t> read_number_word(std::string_view small, Language language) {
  if (small.empty() || small.size() > 60) return std::nullopt;
  if (language == Language::dutch) return dutch_word(small);
  const auto value = value_in(english, small);
  return value ? value : hyphenated(small);
}

int zeros_of(std::string_view small, Language language) {
  if (small == "thousand" || small == "duizend") return 3;
  if (small == "hundred") return 2;
  for (const std::string_view word : {"miljoen", "million", "mln", "mio", "millions"})
    if (small == word) return 6;
  for (const std::string_view word : {"miljard", "billion", "mld", "bn", "billions"})
    if (small == word) return 9;
  if (small == "m" && language == Language::english) return 6;
  if (small == "biljoen" || small == "trillion") return 12;
  return 0;
}

std::optional<NumberAt> number_at(const Tokens& tokens, std::size_t index, Language language) {
  const Token& first = tokens[index];
  NumberAt number;
  number.until = index + 1;
  if (first.is_number()) {
    const auto value = read_decimal(first.text, language);
    if (!value) return std::nullopt;
    number.value = *value;
    number.has_separator = first.text.find_first_of(".,") != first.text.npos;
  } else if (first.is_word()) {
    const auto value = read_number_word(first.small, language);
    if (!value) return std::nullopt;
    number.value.digits = *value;
    number.in_words = true;
  } else {
    return std::nullopt;
  }
  while (const int zeros = zeros_of(tokens[number.until].small, language)) {
    if (number.zeros + zeros > 15) break;
    number.zeros += zeros;
    ++number.until;
    if (tokens[number.until].is(".") && tokens[number.until - 1].is_one_of({"mln", "mld"}))
      ++number.until;
  }
  // "one hundred and twenty", "two hundred fifty".
  if (number.in_words && number.zeros == 2) {
    const std::size_t next = number.until + (tokens[number.until].is("and") ? 1 : 0);
    const auto more = read_number_word(tokens[next].small, language);
    if (more && *more < 100) {
      number.value = {number.value.digits * 100 + *more, 0};
      number.zeros = 0;
      number.until = next + 1;
    }
  }
  return number;
}

}  // namespace muster::source
