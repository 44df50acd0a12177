// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "sheets/nations.hpp"
#include "sheets/written.hpp"

namespace muster::sheets {
namespace {

constexpr std::size_t most_digits = 30;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// Words for nothing, for what is kept back, and for what is not counted; folded.
constexpr std::array<std::string_view, 16> words_for_nothing{"na",
                                                             "nb",
                                                             "nvt",
                                                             "none",
                                                             "notgiven",
                                                             "notavailable",
                                                             "noprice",
                                                             "geen",
                                                             "nil",
                                                             "keine",
                                                             "keineangabe",
                                                             "aucun",
                                                             "unknown",
                                                             "onbekend",
                                                             "unbekannt",
                                                             "inconnu"};
constexpr std::array<std::string_view, 11> words_for_undisclosed{"undisclosed",
                                                                 "notdisclosed",
                                                                 "confidential",
                                                                 "classified",
                                                                 "vertrouwelijk",
                                                                 "nietopenbaar",
                                                                 "geheim",
                                                                 "vertraulich",
                                                                 "nichtbekanntgegeben",
                                                                 "confidentiel",
                                                                 "noncommunique"};
constexpr std::array<std::string_view, 20> words_for_vague{
    "dozens",  "several",    "some",      "many",      "hundreds", "thousands", "partially",
    "partly",  "tientallen", "enkele",    "meerdere",  "deels",    "honderden", "dutzende",
    "mehrere", "einige",     "teilweise", "plusieurs", "dizaines", "enpartie"};

struct Multiplier {
  std::string_view word;
  int zeros;
};
constexpr std::array<Multiplier, 22> multipliers{Multiplier{"thousand", 3},
                                                 {"duizend", 3},
                                                 {"tausend", 3},
                                                 {"mille", 3},
                                                 {"k", 3},
                                                 {"million", 6},
                                                 {"millions", 6},
                                                 {"mio", 6},
                                                 {"mln", 6},
                                                 {"mn", 6},
                                                 {"m", 6},
                                                 {"miljoen", 6},
                                                 {"millionen", 6},
                                                 {"billion", 9},
                                                 {"billions", 9},
                                                 {"bn", 9},
                                                 {"miljard", 9},
                                                 {"mld", 9},
                                                 {"mrd", 9},
                                                 {"milliard", 9},
                                                 {"milliards", 9},
                                                 {"milliarden", 9}};

constexpr std::array<std::string_view, 10> words_about{"ca",
                                                       "circa",
                                                       "about",
                                                       "approx",
                                                       "approximately",
                                                       "around",
                                                       "ongeveer",
                                                       "etwa",
                                                       "environ",
                                                       "over"};

// Digits and the marks between them, with what stands before and behind.
struct Parts {
  std::string before, digits, behind;
};
std::optional<Parts> parts_of(std::string_view text) {
  const auto first = std::ranges::find_if(text, is_digit);
  if (first == text.end()) return std::nullopt;
  auto last = first;
  for (auto at = first; at != text.end(); ++at) {
    if (is_digit(*at)) {
      last = at;
      continue;
    }
    const bool is_between = at + 1 != text.end() && is_digit(*(at + 1));
    if (!is_between || (*at != '.' && *at != ',' && *at != ' ' && *at != '\'')) break;
  }
  return Parts{std::string{text.begin(), first},
               std::string{first, last + 1},
               std::string{last + 1, text.end()}};
}

// "1.000.00" as 1000.00; the rule that was needed.
std::optional<std::pair<std::string, std::string_view>> plain_decimal(std::string digits) {
  const auto marks = std::ranges::count_if(digits, [](char letter) { return !is_digit(letter); });
  if (marks == 0) return std::pair{digits, std::string_view{}};
  const std::size_t last = digits.find_last_of(".,' ");
  const std::size_t behind = digits.size() - last - 1;
  const char mark = digits[last];
  const bool is_one_kind =
      std::ranges::all_of(digits, [&](char letter) { return is_digit(letter) || letter == mark; });
  // A workbook's number has no noughts behind its decimals: "1.000" was written by hand, for 1000.
  const bool is_thousands =
      behind == 3 && last <= 3 && digits.front() != '0' && digits.back() == '0';
  if (marks == 1 && mark == '.' && !is_thousands) return std::pair{digits, std::string_view{}};
  std::string_view rule = "thousands_separators";
  bool has_decimals = false;
  if (behind != 3 || (!is_one_kind && mark != ' ')) {
    if (mark != '.' && mark != ',') return std::nullopt;
    has_decimals = true;
    rule = is_one_kind && marks > 1 ? "odd_separators"
           : mark == ','            ? "decimal_comma"
                                    : "thousands_separators";
  }
  std::string plain;
  std::size_t group = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) {
      plain += digits[i];
      ++group;
    } else {
      if (!plain.empty() && i != digits.find_first_of(".,' ") && group != 3) return std::nullopt;
      group = 0;
      if (has_decimals && i == last) plain += '.';
    }
  }
  return std::pair{plain, rule};
}

// The decimal times ten to the power `places`.
std::optional<Wide> scaled(std::string_view decimal, int places) {
  Wide value = 0;
  std::size_t digits = 0;
  int behind = -1;
  bool rounds_up = false;
  for (const char letter : decimal) {
    if (letter == '.') {
      behind = 0;
      continue;
    }
    if (behind >= places) {
      if (behind == places) rounds_up = letter >= '5';
      ++behind;
      continue;
    }
    if (++digits > most_digits) return std::nullopt;
    value = value * 10 + (letter - '0');
    if (behind >= 0) ++behind;
  }
  for (int place = std::max(behind, 0); place < places; ++place) value *= 10;
  return value + (rounds_up ? 1 : 0);
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// What stands before and behind a number: how many zeros it adds, and whether it only says "about".
struct Surroundings {
  int zeros = 0;
  bool is_about = false;
};
std::optional<Surroundings> surroundings(const Parts& parts) {
  Surroundings found;
  const std::string before = folded(parts.before), behind = folded(parts.behind);
  if (is_one_of(words_about, before) || parts.before.find('~') != std::string::npos
      || parts.before.find('>') != std::string::npos || parts.behind.find('+') != std::string::npos)
    found.is_about = true;
  else if (!before.empty() && before != "eur" && before != "euro")
    return std::nullopt;
  std::string_view rest = behind;
  for (const std::string_view unit : {"euro", "euros", "eur"})
    if (rest.ends_with(unit)) rest.remove_suffix(unit.size());
  if (rest.empty()) return found;
  const auto word = std::ranges::find(multipliers, rest, &Multiplier::word);
  if (word == multipliers.end()) return std::nullopt;
  found.zeros = word->zeros;
  return found;
}

}  // namespace

std::string scaled_text(Wide scaled, int places) {
  std::string text = to_text(scaled < 0 ? -scaled : scaled);
  const auto behind = static_cast<std::size_t>(places);
  if (text.size() <= behind) text.insert(0, behind + 1 - text.size(), '0');
  if (behind > 0) text.insert(text.size() - behind, 1, '.');
  while (behind > 0 && text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return scaled < 0 ? "-" + text : text;
}

std::string trimmed(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_fixed_blank = text.substr(i, 2) == "\xC2\xA0";
    const bool is_blank =
        is_fixed_blank || text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r';
    if (!is_blank)
      kept += text[i];
    else if (!kept.empty() && kept.back() != ' ')
      kept += ' ';
    if (is_fixed_blank) ++i;
  }
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == '\'')) kept.pop_back();
  const std::size_t first = kept.find_first_not_of("' ");
  return first == std::string::npos ? std::string{} : kept.substr(first);
}

Untold untold(std::string_view text) {
  const std::string word = folded(text);
  if (word.empty() || is_one_of(words_for_nothing, word)) return Untold::empty;
  if (is_one_of(words_for_undisclosed, word)) return Untold::undisclosed;
  return is_one_of(words_for_vague, word) ? Untold::vague : Untold::no;
}

std::optional<WrittenAmount> written_amount(std::string_view text, int places) {
  const std::string bare_text = trimmed(text);
  const bool is_negative = bare_text.starts_with('-');
  const auto parts = parts_of(is_negative ? std::string_view{bare_text}.substr(1) : bare_text);
  if (!parts) return std::nullopt;
  const auto around = surroundings(*parts);
  const auto plain = plain_decimal(parts->digits);
  if (!around || !plain) return std::nullopt;
  const auto value = scaled(plain->first, places + around->zeros);
  if (!value) return std::nullopt;
  WrittenAmount amount{is_negative ? -*value : *value, plain->second};
  if (around->zeros > 0)
    amount.rule = "multiplied";
  else if (around->is_about)
    amount.rule = "approximate";
  else if (amount.rule.empty() && (bare_text != text || !folded(parts->before).empty()))
    amount.rule = "marks_around";
  return amount;
}

}  // namespace muster::sheets
