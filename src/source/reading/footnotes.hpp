// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muster::source {

// Where the mark of a footnote stands in running text, and how many bytes it has: its number behind
// a full stop, a comma, a bracket or a word ("beschermen.1"), or "[1]".
struct Mark {
  std::size_t at = 0, length = 0;
};
[[nodiscard]] std::optional<Mark> find_mark(std::string_view text, int number);

// The text after the number, where a line begins as the footnote of this number would: "1 See",
// "[1] See", "1. See".
[[nodiscard]] std::optional<std::string> footnote_beginning(std::string_view line, int number);

}  // namespace muster::source
