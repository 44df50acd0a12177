// SPDX-License-Identifier: Apache-2.0
#include "model/cell_value.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace muster {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_sign(std::string_view text) {
  return text.starts_with('-') ? text.substr(1) : text;
}

}  // namespace

std::optional<std::int64_t> parse_whole(std::string_view text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parse_decimal(std::string_view text, int places) {
  const std::string_view digits = without_sign(text);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::string_view whole = digits.substr(0, point);
  if (whole.empty() || !std::ranges::all_of(whole, is_digit)) return std::nullopt;
  std::string scaled{text.substr(0, text.size() - digits.size() + point)};
  std::size_t decimals = 0;
  if (point < digits.size()) {
    const std::string_view fraction = digits.substr(point + 1);
    decimals = fraction.size();
    if (decimals == 0 || decimals > static_cast<std::size_t>(places)) return std::nullopt;
    if (!std::ranges::all_of(fraction, is_digit)) return std::nullopt;
    scaled += fraction;
  }
  scaled.append(static_cast<std::size_t>(places) - decimals, '0');
  return parse_whole(scaled);
}

std::string to_decimal(std::int64_t scaled, int places) {
  std::string digits = std::to_string(scaled);
  const bool negative = digits.starts_with('-');
  if (negative) digits.erase(0, 1);
  const auto wanted = static_cast<std::size_t>(places) + 1;
  if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
  if (places > 0) {
    digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
  }
  return negative ? "-" + digits : digits;
}

std::optional<bool> parse_boolean(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}

}  // namespace muster
