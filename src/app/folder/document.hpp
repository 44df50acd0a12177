// SPDX-License-Identifier: Apache-2.0
// Markdown as the document that a file's name asks for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace muster::app {

struct DocumentOrder {
  std::filesystem::path target;  // .md, .docx, .html or .pdf
  std::string day;               // ISO date; the only one that the document has
  std::string language;
};
struct NotWritten {
  std::string what, advice;
};
// Nothing: it is written. DOCX, HTML and PDF are made by pandoc, PDF by WeasyPrint or Chromium
// besides; these need not be there until somebody asks for such a document.
[[nodiscard]] std::optional<NotWritten> write_document(const DocumentOrder& order,
                                                       const std::string& markdown);

// A page of HTML printed as PDF on the paper that its style asks for; the only day in it is that of
// the order.
[[nodiscard]] std::optional<NotWritten> print_page(const DocumentOrder& order,
                                                   const std::string& html);

}  // namespace muster::app
