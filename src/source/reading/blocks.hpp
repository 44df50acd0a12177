// SPDX-License-Identifier: Apache-2.0
// Lines of a text → blocks: what lies between blank lines, footnotes apart, broken lines joined.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muster::source {

struct Block {
  int footnote = 0;       // its number; 0: body
  std::size_t lines = 0;  // how many lines it had
  std::string text;       // one line; marks of footnotes and hyphenation are gone
};

// `text` as plain_letters gives it. A block that begins with the number of the next footnote, whose
// mark stands in the body before, is that footnote. A paragraph that a footnote or a page break
// interrupts is one block, and stands before the footnote.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view text);

// Lines joined into one. A word broken by a hyphen is put together; the hyphen stays after
// abbreviations in capitals, before capitals, and where `whole` has the word with its hyphen.
[[nodiscard]] std::string joined(const std::vector<std::string>& lines, std::string_view whole);

}  // namespace muster::source
