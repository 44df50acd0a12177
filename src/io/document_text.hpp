// SPDX-License-Identifier: Apache-2.0
// The text of a document that people wrote: plain text or PDF.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace muster::io {

// UTF-8. A PDF (known by its first bytes) gives the text of its pages, line by line as it is laid
// out (so columns side by side are not told apart), divided by form feeds. Problems: the text is
// not UTF-8 or UTF-16; the PDF cannot be read, is locked by a password, or holds no text (a scan).
// `file` is what problems are to call it.
[[nodiscard]] Result<std::string> document_text(std::string_view bytes, std::string_view file);

// The same, of a file.
[[nodiscard]] Result<std::string> read_document_text(const std::filesystem::path& path);

}  // namespace muster::io
