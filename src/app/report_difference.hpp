// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

struct ReportedDifference {
  std::filesystem::path before, after;  // folders of plans
  std::string language = "en";          // one of report::letter_languages()
  std::filesystem::path target;         // .md, .docx, .html or .pdf; empty: printed as Markdown
};
[[nodiscard]] Answer report_difference(const ReportedDifference& request, const Speech& speech);

}  // namespace muster::app
