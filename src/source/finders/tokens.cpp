// SPDX-License-Identifier: Apache-2.0
#include "source/finders/tokens.hpp"

#include <algorithm>

#include "source/reading/letters.hpp"

namespace muster::source {
namespace {

bool is_inner_mark(char byte) {
  return byte == '-' || byte == '\'';
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_letter_at(text, at)) {
      at += length_at(text, at);
    } else if (is_digit(text[at])) {
      ++at;
    } else if (is_inner_mark(text[at]) && at + 1 < text.size()
               && (is_letter_at(text, at + 1) || is_digit(text[at + 1]))) {
      ++at;
    } else {
      return at;
    }
  }
  return at;
}

// "2024,1": a year with the mark of a footnote behind it, not a number with a decimal.
bool is_year_with_mark(std::string_view text, std::size_t begin, std::size_t at) {
  const std::string_view digits = text.substr(begin, at - begin);
  if (digits.size() != 4 || (!digits.starts_with("19") && !digits.starts_with("20"))) return false;
  std::size_t behind = at + 1;
  while (behind < text.size() && is_digit(text[behind])) ++behind;
  return behind - at <= 3;
}

// Letters behind a number that multiply it: "$90m".
bool is_multiplier(std::string_view letters) {
  return letters == "m" || letters == "bn" || letters == "mln" || letters == "mld";
}

// A number, or a word that begins with digits ("16s", "1e").
Token::Kind take_digits(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size()) {
    const bool goes_on =
        (text[at] == '.' || text[at] == ',') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && (!goes_on || is_year_with_mark(text, begin, at))) break;
    ++at;
  }
  if (!is_letter_at(text, at)) return Token::Kind::number;
  const std::size_t end = end_of_word(text, at);
  if (is_multiplier(text.substr(at, end - at))) return Token::Kind::number;
  at = end;
  return Token::Kind::word;
}

const Token& nothing() {
  static const Token empty;
  return empty;
}

}  // namespace

bool Token::is_capital() const {
  return is_capital_at(text, 0);
}

bool Token::is_one_of(std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, std::string_view{small}) != words.end();
}

Tokens::Tokens(std::string_view sentence) : sentence_{sentence} {
  bool is_spaced = false;
  for (std::size_t at = 0; at < sentence.size();) {
    if (is_space(sentence[at])) {
      is_spaced = true;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    Token token;
    if (is_digit(sentence[at])) {
      token.kind = take_digits(sentence, at);
    } else if (is_letter_at(sentence, at)) {
      token.kind = Token::Kind::word;
      at = end_of_word(sentence, at);
    } else {
      at += length_at(sentence, at);
    }
    token.text = sentence.substr(begin, at - begin);
    token.small = folded(token.text);
    token.at = begin;
    token.is_spaced = is_spaced;
    tokens_.push_back(std::move(token));
    is_spaced = false;
  }
}

const Token& Tokens::operator[](std::size_t index) const {
  return index < tokens_.size() ? tokens_[index] : nothing();
}

const Token& Tokens::before(std::size_t index, std::size_t steps) const {
  return index >= steps ? (*this)[index - steps] : nothing();
}

std::string_view Tokens::text(std::size_t from, std::size_t until) const {
  until = std::min(until, tokens_.size());
  if (from >= until) return {};
  const std::size_t begin = tokens_[from].at;
  return sentence_.substr(begin, tokens_[until - 1].end() - begin);
}

bool Tokens::says(std::size_t index, std::string_view words) const {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (!(*this)[index++].is(words.substr(0, end))) return false;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return true;
}

std::size_t Tokens::index_at(std::size_t byte) const {
  const auto found = std::ranges::lower_bound(tokens_, byte, {}, &Token::at);
  return static_cast<std::size_t>(found - tokens_.begin());
}

}  // namespace muster::source
