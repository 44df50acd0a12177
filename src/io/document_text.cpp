// SPDX-License-Identifier: Apache-2.0
#include "io/document_text.hpp"

#include <limits>
#include <memory>
#include <utility>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include "io/file.hpp"
#include "io/text/encoding.hpp"

namespace muster::io {
namespace {

std::unexpected<Problems> refused(std::string_view file, std::string what, std::string advice) {
  return std::unexpected(Problems{{std::string{file}, 0, "", std::move(what), std::move(advice)}});
}

// What poppler has to say of a broken file is said by us, once.
void say_nothing(const std::string& /*message*/, void* /*unused*/) {}

// The layout on the page keeps the blank lines between paragraphs, by which places are counted.
std::string text_of_page(const poppler::page& page) {
  const poppler::byte_array bytes =
      page.text(poppler::rectf{}, poppler::page::physical_layout).to_utf8();
  return {bytes.begin(), bytes.end()};
}

Result<std::string> pdf_text(std::string_view bytes, std::string_view file) {
  poppler::set_debug_error_function(say_nothing, nullptr);
  const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  const std::unique_ptr<poppler::document> document{
      fits ? poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()))
           : nullptr};
  if (document == nullptr) return refused(file, "the PDF cannot be read", "");
  if (document->is_locked())
    return refused(file, "the PDF is locked by a password", "Save a copy without it.");
  std::string text;
  for (int number = 0; number < document->pages(); ++number) {
    const std::unique_ptr<poppler::page> page{document->create_page(number)};
    if (number > 0) text += '\f';
    if (page != nullptr) text += text_of_page(*page);
  }
  if (text.find_first_not_of(" \n\f") == std::string::npos)
    return refused(file, "the PDF holds no text", "A scan has to be made text first.");
  return text;
}

}  // namespace

Result<std::string> document_text(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with("%PDF-")) return pdf_text(bytes, file);
  Decoded decoded = decode(bytes, file);
  if (!decoded.problems.empty()) return std::unexpected(std::move(decoded.problems));
  return std::move(decoded.text);
}

Result<std::string> read_document_text(const std::filesystem::path& path) {
  return document_text(read_file(path), path.filename().string());
}

}  // namespace muster::io
