// SPDX-License-Identifier: Apache-2.0
// The report to a parliament as a letter.
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

struct LetterRequest {
  std::filesystem::path plan;
  std::string language = "en";          // one of report::letter_languages()
  std::string from;                     // the trigraph of the nation whose government writes
  std::filesystem::path template_file;  // empty: ours
  std::filesystem::path target;  // .md, .docx (by pandoc) or .pdf (by pandoc and WeasyPrint or
                                 // Chromium); empty: printed as Markdown
};
[[nodiscard]] Answer write_letter(const LetterRequest& request, const Speech& speech);

// Our template of a language, to be changed.
[[nodiscard]] Answer show_letter_template(const std::string& language);

}  // namespace muster::app
