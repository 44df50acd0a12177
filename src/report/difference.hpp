// SPDX-License-Identifier: Apache-2.0
// What has changed since the last report, for the next letter: Markdown with the sources of what is
// new. Rows of both plans are told by their keys.
#pragma once

#include <string>
#include <string_view>

#include "report/memory.hpp"
#include "report/view.hpp"

namespace muster::report {

struct DifferenceRequest {
  std::string language = "en";  // one of letter_languages()
};
// `due`: what falls due after the later of the two.
[[nodiscard]] std::string difference_report(const PlanView& before,
                                            const PlanView& after,
                                            const DueList& due,
                                            const DifferenceRequest& request);
// diff-report.json; `target`: where it was written, empty: nowhere.
[[nodiscard]] std::string difference_json(const DifferenceRequest& request,
                                          const std::string& markdown,
                                          const std::string& target);

}  // namespace muster::report
