// SPDX-License-Identifier: Apache-2.0
#include "source/document.hpp"

#include <algorithm>
#include <array>

#include "source/reading/blocks.hpp"
#include "source/reading/letters.hpp"
#include "source/reading/sentences.hpp"

namespace muster::source {
namespace {

constexpr std::size_t longest_heading = 100;  // bytes

constexpr auto dutch_words = std::to_array<std::string_view>(
    {"de", "het", "een", "van", "en", "voor", "aan", "met", "op", "zijn", "te", "dat"});
constexpr auto english_words = std::to_array<std::string_view>(
    {"the", "of", "and", "to", "a", "for", "with", "on", "will", "that", "is", "by"});

Language language_of(std::string_view text) {
  std::size_t dutch = 0, english = 0;
  const std::string small = folded(text);
  std::string_view rest = small;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" \n\f.,;:()"), rest.size());
    const std::string_view word = rest.substr(0, end);
    if (std::ranges::find(dutch_words, word) != dutch_words.end()) ++dutch;
    if (std::ranges::find(english_words, word) != english_words.end()) ++english;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return dutch > english ? Language::dutch : Language::english;
}

// One short line that no full stop ends, and that is no item of a list.
bool is_heading(const Block& block) {
  if (block.lines != 1 || block.text.size() > longest_heading) return false;
  const bool is_item = block.text.starts_with("- ") || block.text.starts_with("\u2022")
                       || block.text.starts_with("\u2013");
  return !is_item && !is_small_at(block.text, 0)
         && std::string_view{".!?:;,"}.find(block.text.back()) == std::string_view::npos;
}

}  // namespace

Document read_document(std::string_view text, std::optional<Language> language) {
  const std::string plain = plain_letters(text);
  Document document{language ? *language : language_of(plain), {}};
  int paragraphs = 0, headings = 0;
  for (const Block& block : blocks_of(plain)) {
    if (block.footnote != 0) {
      document.sentences.push_back({"fn" + std::to_string(block.footnote), block.text});
    } else if (is_heading(block)) {
      document.sentences.push_back({"h" + std::to_string(++headings), block.text});
    } else {
      const std::string paragraph = "p" + std::to_string(++paragraphs) + "s";
      int number = 0;
      for (std::string& sentence : sentences_of(block.text))
        document.sentences.push_back({paragraph + std::to_string(++number), std::move(sentence)});
    }
  }
  return document;
}

const Sentence* find_place(const Document& document, std::string_view place) {
  const auto found = std::ranges::find(document.sentences, place, &Sentence::place);
  return found == document.sentences.end() ? nullptr : &*found;
}

std::string_view to_text(Language language) {
  return language == Language::dutch ? "nl" : "en";
}

}  // namespace muster::source
