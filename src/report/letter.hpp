// SPDX-License-Identifier: Apache-2.0
// The report to a parliament: what a plan and its data say, as a letter in Markdown, made from a
// template that people may edit (Mustache, without logic). Equal input gives equal bytes.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/view.hpp"

namespace muster::report {

// Languages that letters are written in: "en", "nl".
[[nodiscard]] std::vector<std::string_view> letter_languages();
// The template that counts where nobody gives another. Demands a language of those above.
[[nodiscard]] std::string_view letter_template(std::string_view language);

struct LetterRequest {
  std::string language = "en";
  Id<Nation> from{0};         // whose government writes
  std::string template_text;  // Mustache
};
// Refused: why the template cannot be read.
[[nodiscard]] std::expected<std::string, std::string> letter(const PlanView& view,
                                                             const LetterRequest& request);

// letter.json; `target`: where it was written, empty: nowhere.
[[nodiscard]] std::string letter_json(const LetterRequest& request,
                                      const std::string& markdown,
                                      const std::string& target);

}  // namespace muster::report
