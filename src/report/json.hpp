// SPDX-License-Identifier: Apache-2.0
// The same answers for machines. Shapes: docs/schema/<answer>.json (JSON Schema 2020-12). Amounts
// are strings of decimals with at most three places in counting units; points and sums of
// requirement-days are decimal strings, because they may exceed what a JSON reader holds exactly.
// Every text ends with a line break.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/text.hpp"
#include "report/view.hpp"

namespace muster::report {

[[nodiscard]] std::string plan_json(const PlanView& view);                           // plan.json
[[nodiscard]] std::string check_json(const Draft& draft, const Problems& problems);  // check.json
[[nodiscard]] std::string problems_json(const Problems& problems);  // check.json, no tables
[[nodiscard]] std::string verdict_json(const Scenario& scenario,
                                       const judge::Verdict& verdict);         // judge.json
[[nodiscard]] std::string checks_json(const std::vector<ClaimCheck>& checks);  // verify.json
[[nodiscard]] std::optional<std::string> table_json(const Draft& draft,
                                                    std::string_view table,
                                                    std::string_view key);  // show.json

}  // namespace muster::report
