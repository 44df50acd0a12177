// SPDX-License-Identifier: Apache-2.0
#include "report/difference.hpp"

#include "report/json/shapes.hpp"

namespace muster::report {

std::string difference_json(const DifferenceRequest& request,
                            const std::string& markdown,
                            const std::string& target) {
  return to_document({{"answer", "diff-report"},
                      {"language", request.language},
                      {"markdown", markdown},
                      {"target", text_or_null(target)}});
}

}  // namespace muster::report
