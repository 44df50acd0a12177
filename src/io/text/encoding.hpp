// SPDX-License-Identifier: Apache-2.0
// Bytes of a file → UTF-8 without a byte order mark.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace muster::io {

struct Decoded {
  std::string text;   // always valid UTF-8
  Problems problems;  // at most one: what the file is instead, and where that first shows
};

// UTF-8 with or without a byte order mark, and UTF-16 of either order, with one or recognised by
// its zero bytes, are read. Windows-1252 is refused by name, at the first byte that is not UTF-8;
// `text` is then what was probably meant, so that the rest can be checked all the same.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view file);

// Appends a character's UTF-8.
void append_utf8(std::string& text, char32_t character);

}  // namespace muster::io
