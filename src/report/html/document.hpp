// SPDX-License-Identifier: Apache-2.0
// A whole page around its parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/page.hpp"

namespace muster::report {

struct DocumentPart {
  std::string_view id, title;
  std::string html;  // empty: left out
};
// One file, readable without script, without a request to anywhere. `facts` stand below the title.
[[nodiscard]] std::string document_html(std::string_view title,
                                        std::string_view facts_html,
                                        std::string_view before_parts_html,
                                        const std::vector<DocumentPart>& parts,
                                        const PageLook& look = {});

}  // namespace muster::report
