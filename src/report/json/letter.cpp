// SPDX-License-Identifier: Apache-2.0
#include "report/letter.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {

std::string letter_json(const LetterRequest& request,
                        const std::string& markdown,
                        const std::string& target) {
  return to_document({{"answer", "letter"},
                      {"language", request.language},
                      {"markdown", markdown},
                      {"target", text_or_null(target)}});
}

}  // namespace muster::report
