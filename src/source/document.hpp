// SPDX-License-Identifier: Apache-2.0
// A text, read into places that can be cited: paragraphs of sentences, headings, footnotes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

namespace muster::source {

enum class Language : std::uint8_t { dutch, english };

// A place is "p3s2" (paragraph 3, sentence 2), "h1" (a heading, or the line of place and day) or
// "fn2" (a footnote, whole). Headings are not counted as paragraphs. Places are unique.
struct Sentence {
  std::string place;
  std::string text;  // UTF-8, one line, without hyphenation, line breaks and marks of footnotes
};

// In the order of the text, footnotes after the paragraph that they interrupt.
struct Document {
  Language language = Language::english;
  std::vector<Sentence> sentences;
};

// Reads UTF-8 (never fails, whatever the bytes): lines that were broken or hyphenated are joined,
// footnotes are taken out of the flow where their mark stands in the text before, lines of nothing
// but a page number are left out. A form feed is a page break. No language: the one whose small
// words are the most.
[[nodiscard]] Document read_document(std::string_view text, std::optional<Language> language);

// The sentence at a place; none: there is no such place.
[[nodiscard]] const Sentence* find_place(const Document& document, std::string_view place);

// "nl", "en" (ISO 639-1).
[[nodiscard]] std::string_view to_text(Language language);

}  // namespace muster::source
