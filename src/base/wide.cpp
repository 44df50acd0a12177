// SPDX-License-Identifier: Apache-2.0
#include "base/wide.hpp"

#include <algorithm>

namespace muster {

std::string to_text(Wide value) {
  if (value == 0) return "0";
  const bool negative = value < 0;
  std::string digits;
  while (value != 0) {
    const int digit = static_cast<int>(value % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    value /= 10;
  }
  if (negative) digits += '-';
  std::ranges::reverse(digits);
  return digits;
}

bool parse_wide(const std::string& text, Wide& value) {
  constexpr std::size_t most_digits = 37;  // 10^37 fits in 127 bits
  const bool negative = text.starts_with('-');
  const std::size_t first = negative ? 1 : 0;
  if (text.size() == first || text.size() - first > most_digits) return false;
  Wide sum = 0;
  for (std::size_t i = first; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    sum = sum * 10 + (text[i] - '0');
  }
  value = negative ? -sum : sum;
  return true;
}

}  // namespace muster
