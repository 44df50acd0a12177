// SPDX-License-Identifier: Apache-2.0
// The line of every value of a JSON text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace muster::io {

// "resources[2].path" → the line on which that value begins (of an object or list) or stands. The
// text must be right.
using JsonLines = std::map<std::string, std::uint32_t, std::less<>>;
[[nodiscard]] JsonLines json_lines(std::string_view text);

// The line of a byte, both counted from 1.
[[nodiscard]] std::uint32_t line_of_byte(std::string_view text, std::size_t byte);

}  // namespace muster::io
