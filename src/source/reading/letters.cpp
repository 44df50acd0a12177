// SPDX-License-Identifier: Apache-2.0
#include "source/reading/letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace muster::source {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// What is beyond ASCII and no letter.
constexpr auto marks = std::to_array<std::string_view>(
    {"\u2018", "\u2019", "\u201C", "\u201D", "\u201E", "\u2010", "\u2011", "\u2012",
     "\u2013", "\u2014", "\u2026", "\u2022", "\u20AC", "\u00A3", "\u00A7", "\u00B0",
     "\u00AB", "\u00BB", "\u00D7", "\u00BD", "\u00B7", "\u25CF", "\u25AA", "\u2212"});

constexpr auto replacements = std::to_array<Replacement>({
    {"\r\n", "\n"},    {"\r", "\n"},        {"\t", " "},          {"\u00A0", " "},
    {"\u2007", " "},   {"\u2009", " "},     {"\u202F", " "},      {"\u200B", ""},
    {"\uFEFF", ""},    {"\uFB00", "ff"},    {"\uFB01", "fi"},     {"\uFB02", "fl"},
    {"\uFB03", "ffi"}, {"\uFB04", "ffl"},   {"\u2019", "'"},      {"\u2010", "-"},
    {"\u2011", "-"},   {"\u00AD\n", "-\n"}, {"\u00AD \n", "-\n"}, {"\u00AD", ""},
    {"\u00B9", "[1]"}, {"\u00B2", "[2]"},   {"\u00B3", "[3]"},    {"\u2074", "[4]"},
    {"\u2075", "[5]"}, {"\u2076", "[6]"},   {"\u2077", "[7]"},    {"\u2078", "[8]"},
});

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// A character of two bytes in U+00C0 to U+017F, else 0.
unsigned latin_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 0;
  const unsigned first = byte_at(text, at);
  if (first < 0xC3 || first > 0xC5 || (byte_at(text, at + 1) & 0xC0U) != 0x80U) return 0;
  return ((first & 0x1FU) << 6U) | (byte_at(text, at + 1) & 0x3FU);
}

// The small letter of a capital of those blocks; the same number where it is none.
unsigned small_of(unsigned character) {
  if (character >= 0xC0 && character <= 0xDE && character != 0xD7) return character + 0x20;
  const bool odd_capitals = (character >= 0x139 && character <= 0x148) || character >= 0x179;
  if (character < 0x100 || character == 0x130 || character == 0x138 || character == 0x149
      || character == 0x178 || character == 0x17F)
    return character;
  return (character % 2 == 1) == odd_capitals ? character + 1 : character;
}

}  // namespace

std::size_t length_at(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const std::size_t stated = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  std::size_t length = 1;
  while (length < stated && at + length < text.size()
         && (byte_at(text, at + length) & 0xC0U) == 0x80U)
    ++length;
  return length;
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool is_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\f' || byte == '\v';
}

bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char byte = text[at];
  if (byte_at(text, at) < 0x80) return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return std::ranges::find(marks, text.substr(at, length_at(text, at))) == marks.end();
}

bool is_capital_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (text[at] >= 'A' && text[at] <= 'Z') return true;
  const unsigned latin = latin_at(text, at);
  return latin != 0 && small_of(latin) != latin;
}

bool is_small_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (text[at] >= 'a' && text[at] <= 'z') return true;
  const unsigned latin = latin_at(text, at);
  return latin >= 0xDF && latin != 0xF7 && small_of(latin) == latin;
}

std::string folded(std::string_view text) {
  std::string small;
  small.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const unsigned latin = latin_at(text, at); latin != 0) {
      const unsigned letter = small_of(latin);
      small += static_cast<char>(0xC0U | (letter >> 6U));
      small += static_cast<char>(0x80U | (letter & 0x3FU));
      at += 2;
      continue;
    }
    const char byte = text[at++];
    small += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
  }
  return small;
}

std::string plain_letters(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const auto found = std::ranges::find_if(
        replacements, [&](const Replacement& one) { return text.starts_with(one.first); });
    if (found != replacements.end()) {
      plain += found->second;
      text.remove_prefix(found->first.size());
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  return plain;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace muster::source
