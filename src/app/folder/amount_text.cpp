// SPDX-License-Identifier: Apache-2.0
#include "app/folder/amount_text.hpp"

#include <cstddef>

#include "base/demand.hpp"

namespace muster::app {

std::string decimal(Wide value, int places) {
  if (value < 0) return "-" + decimal(-value, places);
  const auto after = static_cast<std::size_t>(places);
  std::string digits = to_text(value);
  if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
  digits.insert(digits.size() - after, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

std::string gap_text(Wide value, Wide bound) {
  demand(bound <= value, "the bound of a plan is not above its value");
  if (value <= 0) return "0";
  constexpr Wide millionths = 1'000'000;
  return decimal(((value - bound) * millionths + value - 1) / value, 6);
}

}  // namespace muster::app
