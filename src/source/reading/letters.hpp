// SPDX-License-Identifier: Apache-2.0
// Characters of UTF-8, as far as reading Dutch and English needs them. Foreign bytes count as
// letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::source {

// How many bytes the character at `at` has; at least 1, never beyond the end.
[[nodiscard]] std::size_t length_at(std::string_view text, std::size_t at);

[[nodiscard]] bool is_digit(char byte);
[[nodiscard]] bool is_space(char byte);
// Letters of any alphabet: ASCII letters, and all beyond ASCII that is no mark.
[[nodiscard]] bool is_letter_at(std::string_view text, std::size_t at);
// A capital of ASCII or of the two Latin blocks after it.
[[nodiscard]] bool is_capital_at(std::string_view text, std::size_t at);
// A small letter of the same.
[[nodiscard]] bool is_small_at(std::string_view text, std::size_t at);

// Small letters for capitals of ASCII and of the two Latin blocks after it.
[[nodiscard]] std::string folded(std::string_view text);

// Spaces of any kind become one kind, ligatures letters, curly apostrophes straight, superscript
// digits a mark ("[2]"); soft hyphens at the end of a line become hyphens, elsewhere nothing; line
// breaks become LF.
[[nodiscard]] std::string plain_letters(std::string_view text);

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace muster::source
