// SPDX-License-Identifier: Apache-2.0
// Numbers in digits and in words, Dutch and English, exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "source/document.hpp"
#include "source/finders/tokens.hpp"

namespace muster::source {

// digits × 10^-places; not normal: 1.50 is {150, 2}.
struct Decimal {
  std::int64_t digits = 0;
  int places = 0;
};

// "19.000", "4,2", "1,200", "61.5". Points and commas are read as the language writes them, unless
// that makes no number ("1.5" in Dutch). None: more than fifteen digits.
[[nodiscard]] std::optional<Decimal> read_decimal(std::string_view text, Language language);

// "4200000", "0.5": times 10^zeros; no surplus zeros. None: it does not fit 18 digits.
[[nodiscard]] std::optional<std::string> plain_number(Decimal value, int zeros);

// "veertien", "tweehonderdvijftig", "twenty-five": a number in one word, below 10^6. "een" is an
// article, "één" a number.
[[nodiscard]] std::optional<std::int64_t> read_number_word(std::string_view small,
                                                           Language language);

// How many zeros a word adds: thousand 3, miljoen 6, mld 9; 0: it is no such word.
[[nodiscard]] int zeros_of(std::string_view small, Language language);

// A number that begins at a token, with the words that multiply it: "102 miljoen", "two hundred".
struct NumberAt {
  Decimal value;
  int zeros = 0;
  std::size_t until = 0;  // the token after it
  bool in_words = false;
  bool has_separator = false;  // written with points or commas between digits
};
[[nodiscard]] std::optional<NumberAt> number_at(const Tokens& tokens,
                                                std::size_t index,
                                                Language language);

}  // namespace muster::source
