// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace muster {

// Exact whole numbers of 128 bits: sums of points over a plan exceed 64 bits.
__extension__ typedef __int128 Wide;

[[nodiscard]] std::string to_text(Wide value);
// Digits with an optional leading '-'; anything else, or a value out of range, is refused.
[[nodiscard]] bool parse_wide(const std::string& text, Wide& value);

}  // namespace muster
