// SPDX-License-Identifier: Apache-2.0
#include "app/folder/quotations.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "io/document_text.hpp"
#include "source/document.hpp"

namespace muster::app {
namespace {

// "p7s2", "h1", "fn2": such a place is a sentence; a paragraph or a page is not.
bool is_sentence(std::string_view place) {
  const auto is_number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (place.starts_with("fn")) return is_number(place.substr(2));
  if (place.starts_with('h')) return is_number(place.substr(1));
  const auto sentence = place.find('s');
  return place.starts_with('p') && sentence != std::string_view::npos
         && is_number(place.substr(1, sentence - 1)) && is_number(place.substr(sentence + 1));
}

Problems quote(const std::string& key,
               const std::filesystem::path& file,
               std::vector<ledger::Entry>& entries) {
  const Result<std::string> text = io::read_document_text(file);
  if (!text) return text.error();
  const source::Document document = source::read_document(*text, std::nullopt);
  Problems problems;
  std::set<std::string> missing;
  for (ledger::Entry& entry : entries) {
    if (!entry.source.starts_with(key + "#")) continue;
    const std::string place = entry.source.substr(key.size() + 1);
    if (!is_sentence(place)) continue;
    const source::Sentence* sentence = source::find_place(document, place);
    if (sentence != nullptr)
      entry.quotation = sentence->text;
    else if (missing.insert(place).second)
      problems.push_back(
          {file.filename().string(),
           0,
           {},
           "it has no sentence " + place + ", which " + entry.table + " " + entry.key + " names",
           "muster source read shows the places of a document."});
  }
  return problems;
}

}  // namespace

Problems add_quotations(const std::vector<std::string>& documents,
                        std::vector<ledger::Entry>& entries) {
  Problems problems;
  for (const std::string& word : documents) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == word.size()) {
      problems.push_back(
          {{},
           0,
           {},
           "\"" + word + "\" is not KEY=FILE",
           "Maybe a key of sources before the file, as in kb-2023-10-25=letter.txt?"});
      continue;
    }
    const Problems found = quote(word.substr(0, equals), word.substr(equals + 1), entries);
    problems.insert(problems.end(), found.begin(), found.end());
  }
  return problems;
}

}  // namespace muster::app
