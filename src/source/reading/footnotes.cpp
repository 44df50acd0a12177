// SPDX-License-Identifier: Apache-2.0
#include "source/reading/footnotes.hpp"

#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

constexpr std::string_view before_mark = ".,;:)\"'!?";

bool ends_a_word(std::string_view text, std::size_t at) {
  if (at < 2 || !is_letter_at(text, at - 1) || !is_letter_at(text, at - 2)) return false;
  return !is_capital_at(text, at - 1);  // F16, Q3, CO2 are names
}

bool follows_punctuation(std::string_view text, std::size_t at) {
  if (at < 2 || before_mark.find(text[at - 1]) == before_mark.npos) return false;
  return !is_digit(text[at - 2]) || text[at - 1] == ')';  // 4.1 and 4,1 are numbers
}

// "2024/583.1", "2024,1": behind a number only where a sentence ends there or the number is a year.
bool follows_number(std::string_view text, std::size_t at, std::size_t end) {
  if (at < 3 || !is_digit(text[at - 2])) return false;
  const bool ends_sentence = text[at - 1] == '.'
                             && (end == text.size() || text[end] == '\n'
                                 || (text[end] == ' ' && is_capital_at(text, end + 1)));
  const bool is_year = at > 5 && text.substr(at - 5, 2) == "20" && !is_digit(text[at - 6]);
  return ends_sentence || (is_year && text[at - 1] == ',');
}

bool ends_there(std::string_view text, std::size_t at) {
  return at >= text.size() || is_space(text[at]) || before_mark.find(text[at]) != before_mark.npos;
}

}  // namespace

std::optional<Mark> find_mark(std::string_view text, int number) {
  const std::string digits = std::to_string(number);
  const std::string bracketed = "[" + digits + "]";
  if (const auto at = text.find(bracketed); at != text.npos) return Mark{at, bracketed.size()};
  std::optional<Mark> after_word, after_number;
  for (auto at = text.find(digits); at != text.npos; at = text.find(digits, at + 1)) {
    if (!ends_there(text, at + digits.size())) continue;
    if (follows_punctuation(text, at)) return Mark{at, digits.size()};
    if (!after_word && ends_a_word(text, at)) after_word = Mark{at, digits.size()};
    if (!after_number && follows_number(text, at, at + digits.size()))
      after_number = Mark{at, digits.size()};
  }
  return after_word ? after_word : after_number;
}

std::optional<std::string> footnote_beginning(std::string_view line, int number) {
  line = trimmed(line);
  const std::string digits = std::to_string(number);
  for (const std::string& start : {digits + " ", "[" + digits + "] ", digits + ". "}) {
    if (!line.starts_with(start)) continue;
    const std::string_view rest = trimmed(line.substr(start.size()));
    if (!rest.empty() && !is_digit(rest.front())) return std::string{rest};
  }
  return std::nullopt;
}

}  // namespace muster::source
