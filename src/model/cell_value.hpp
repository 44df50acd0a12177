// SPDX-License-Identifier: Apache-2.0
// What the text of a cell says, exactly; nothing passes through floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muster {

// Digits with an optional leading '-', within 64 bits; no sign '+', no spaces.
[[nodiscard]] std::optional<std::int64_t> parse_whole(std::string_view text);

// A decimal number times 10^places: parse_decimal("0.75", 3) is 750. Refused: more decimals than
// `places` (0 to 9), an exponent, a lone or trailing point, anything beyond 64 bits.
[[nodiscard]] std::optional<std::int64_t> parse_decimal(std::string_view text, int places);

// The shortest text that parse_decimal reads as `scaled`: to_decimal(750, 3) is "0.75".
[[nodiscard]] std::string to_decimal(std::int64_t scaled, int places);

// "true" or "false".
[[nodiscard]] std::optional<bool> parse_boolean(std::string_view text);

}  // namespace muster
