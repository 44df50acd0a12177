// SPDX-License-Identifier: Apache-2.0
// A document of any bytes is read or refused; what is found stands at its place. (PDF is poppler's
// to read, and is left to its own fuzzing.)
#include <cstdlib>
#include <string>

#include "io/document_text.hpp"
#include "source/finding.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace muster;
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  if (bytes.starts_with("%PDF-")) return 0;
  const auto text = io::document_text(bytes, "letter.txt");
  const source::Document document = source::read_document(text ? *text : bytes, std::nullopt);
  for (const source::Finding& found : source::find_all(document)) {
    const source::Sentence* const sentence = source::find_place(document, found.place);
    if (sentence == nullptr) std::abort();
    if (sentence->text.substr(found.at, found.words.size()) != found.words) std::abort();
  }
  return 0;
}
