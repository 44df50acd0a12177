// SPDX-License-Identifier: Apache-2.0
// A sentence as words, numbers and marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace muster::source {

struct Token {
  enum class Kind : std::uint8_t {
    word,    // letters, and digits and hyphens among them: "MQ-9", "NAVO-top", "Q1", "euro's"
    number,  // digits, with points and commas between digits: "19.000", "4,2"
    mark     // one character of anything else
  };
  Kind kind = Kind::mark;
  std::string_view text;   // of the sentence
  std::string small;       // in small letters
  std::size_t at = 0;      // byte where it begins
  bool is_spaced = false;  // white space before it

  [[nodiscard]] std::size_t end() const { return at + text.size(); }
  [[nodiscard]] bool is(std::string_view word) const { return small == word; }
  [[nodiscard]] bool is_number() const { return kind == Kind::number; }
  [[nodiscard]] bool is_word() const { return kind == Kind::word; }
  [[nodiscard]] bool is_capital() const;  // begins with a capital
  [[nodiscard]] bool is_one_of(std::initializer_list<std::string_view> words) const;
};

// The tokens look into `sentence`, which must outlive them. Reading beyond the ends gives an empty
// mark.
class Tokens {
 public:
  explicit Tokens(std::string_view sentence);
  [[nodiscard]] const Token& operator[](std::size_t index) const;
  [[nodiscard]] const Token& before(std::size_t index, std::size_t steps = 1) const;
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  // What stands from the first token up to and without the second.
  [[nodiscard]] std::string_view text(std::size_t from, std::size_t until) const;
  // Whether the words stand there, one after the other, in small letters: "tot en met".
  [[nodiscard]] bool says(std::size_t index, std::string_view words) const;
  // The first token at or after a byte of the sentence.
  [[nodiscard]] std::size_t index_at(std::size_t byte) const;

 private:
  std::string_view sentence_;
  std::vector<Token> tokens_;
};

}  // namespace muster::source
