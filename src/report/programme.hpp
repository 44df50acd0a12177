// SPDX-License-Identifier: Apache-2.0
// Training programmes as text and JSON (docs/schema/programme.json).
#pragma once

#include <string>
#include <vector>

#include "explain/programme.hpp"
#include "report/text.hpp"

namespace muster::report {

[[nodiscard]] std::string programmes_text(const Scenario& scenario,
                                          const std::vector<explain::Outlook>& outlooks,
                                          const Terminal& terminal);
[[nodiscard]] std::string programmes_json(const Scenario& scenario,
                                          const std::vector<explain::Outlook>& outlooks);

}  // namespace muster::report
