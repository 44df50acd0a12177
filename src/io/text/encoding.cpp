// SPDX-License-Identifier: Apache-2.0
#include "io/text/encoding.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace muster::io {
namespace {

constexpr char32_t replacement = 0xFFFD;
enum class Order : std::uint8_t { little, big };

std::uint8_t byte(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

// The length of the valid UTF-8 character at `at`; 0 where there is none.
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
  const std::uint8_t first = byte(bytes, at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > bytes.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(bytes, at + i) & 0xC0U) != 0x80U) return 0;
  }
  const std::uint8_t second = byte(bytes, at + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool surrogate = first == 0xED && second >= 0xA0;
  const bool beyond = first == 0xF4 && second >= 0x90;
  return overlong || surrogate || beyond ? 0 : length;
}

// What Windows-1252 means by the bytes 0x80 to 0x9F; 0: nothing.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_windows_1252(std::uint8_t value) {
  if (value < 0x80 || value > 0x9F) return value;
  const char32_t meant = windows_1252[value - 0x80U];
  return meant == 0 ? replacement : meant;
}

std::string hexadecimal(std::uint8_t value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[value >> 4U], digits[value & 15U]};
}

struct Place {
  std::uint32_t line = 1, character = 1;
};

Place place_in(std::string_view text) {
  Place place;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'));
    if (ends) {
      place = {place.line + 1, 1};
    } else if ((byte(text, i) & 0xC0U) != 0x80U) {
      ++place.character;
    }
  }
  return place;
}

Problem not_utf8(std::string_view bytes,
                 std::size_t at,
                 std::string_view file,
                 std::string_view before) {
  const Place place = place_in(before);
  std::string meant;
  append_utf8(meant, from_windows_1252(byte(bytes, at)));
  return {.file = std::string{file},
          .line = place.line,
          .column = "",
          .what = "byte " + hexadecimal(byte(bytes, at)) + " at character "
                  + std::to_string(place.character)
                  + " is not UTF-8; the file is probably Windows-1252, where it is " + meant,
          .advice = "Save the file as UTF-8 (\"CSV UTF-8\" in a spreadsheet)."};
}

Decoded decode_utf8(std::string_view bytes, std::string_view file) {
  Decoded decoded;
  decoded.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0) {
      if (decoded.problems.empty()) {
        decoded.problems.push_back(not_utf8(bytes, at, file, decoded.text));
      }
      append_utf8(decoded.text, from_windows_1252(byte(bytes, at)));
      ++at;
    } else {
      decoded.text.append(bytes.substr(at, length));
      at += length;
    }
  }
  return decoded;
}

// The unit of 16 bits at `at`; a last odd byte counts as a unit of its own.
char32_t unit_at(std::string_view bytes, std::size_t at, Order order) {
  const char32_t first = byte(bytes, at);
  const char32_t second = at + 1 < bytes.size() ? byte(bytes, at + 1) : 0;
  return order == Order::little ? first | (second << 8U) : (first << 8U) | second;
}

bool is_high(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

Problem not_utf16(std::string_view file, std::string_view before) {
  const Place place = place_in(before);
  return {.file = std::string{file},
          .line = place.line,
          .column = "",
          .what = "the file is UTF-16, and broken at character " + std::to_string(place.character),
          .advice = "Save the file as UTF-8 (\"CSV UTF-8\" in a spreadsheet)."};
}

Decoded decode_utf16(std::string_view bytes, Order order, std::string_view file) {
  Decoded decoded;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t unit = unit_at(bytes, at, order);
    bool broken = at + 1 >= bytes.size() || is_low(unit);
    if (is_high(unit)) {
      const char32_t next = at + 2 < bytes.size() ? unit_at(bytes, at + 2, order) : 0;
      broken = !is_low(next);
      if (!broken) {
        unit = 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00);
        at += 2;
      }
    }
    if (broken && decoded.problems.empty())
      decoded.problems.push_back(not_utf16(file, decoded.text));
    append_utf8(decoded.text, broken ? replacement : unit);
  }
  return decoded;
}

// UTF-16 without a mark shows by a zero byte in every other place of what is mostly Latin text.
std::optional<Order> zeros_of_utf16(std::string_view bytes) {
  constexpr std::size_t looked_at = 4096;
  const std::string_view sample = bytes.substr(0, looked_at);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (odd > sample.size() / 4 && even < odd / 4) return Order::little;
  if (even > sample.size() / 4 && odd < even / 4) return Order::big;
  return std::nullopt;
}

}  // namespace

void append_utf8(std::string& text, char32_t character) {
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((character >> shift) & 0x3FU));
  };
  if (character < 0x80) {
    text += static_cast<char>(character);
  } else if (character < 0x800) {
    text += static_cast<char>(0xC0U | (character >> 6U));
    tail(0);
  } else if (character < 0x10000) {
    text += static_cast<char>(0xE0U | (character >> 12U));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0U | (character >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

Decoded decode(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return decode_utf8(bytes.substr(3), file);
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes.substr(2), Order::little, file);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes.substr(2), Order::big, file);
  if (const auto order = zeros_of_utf16(bytes)) return decode_utf16(bytes, *order, file);
  return decode_utf8(bytes, file);
}

}  // namespace muster::io
