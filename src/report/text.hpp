// SPDX-License-Identifier: Apache-2.0
// Results as text for a terminal: tables that fit its width, colour only where told. Every text
// ends with a line break.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

#include "model/draft.hpp"
#include "report/view.hpp"

namespace muster::report {

struct Terminal {
  std::size_t width = 80;  // columns; less than 40 is taken as 40
  bool colour = false;
};

[[nodiscard]] std::string plan_text(const PlanView& view, const Terminal& terminal);

// file:line:column: what / advice, one after the other, then how many there are.
[[nodiscard]] std::string problems_text(const Problems& problems, const Terminal& terminal);
// What `muster check` says of data without problems: how many rows every table holds.
[[nodiscard]] std::string check_text(const Draft& draft, const Terminal& terminal);
// "One day of this data stands for one minute."; empty where a day is a day, or nothing is said.
[[nodiscard]] std::string clock_sentence(std::string_view clock);

[[nodiscard]] std::string violations_text(const Scenario& scenario,
                                          const judge::Verdict& verdict,
                                          const Terminal& terminal);
// One violation as a sentence, without a full stop.
[[nodiscard]] std::string violation_sentence(const Scenario& scenario,
                                             const judge::Violation& violation);

// One claim of a plan's folder and what came of checking it.
struct ClaimCheck {
  std::string claim;
  bool holds = false;
  std::string finding;
};
[[nodiscard]] std::string checks_text(const std::vector<ClaimCheck>& checks,
                                      const Terminal& terminal);

// The rows of a table; with a key (its parts joined by a comma) only the rows of that key, as field
// lists. Empty optional: there is no such row.
[[nodiscard]] std::optional<std::string> table_text(const Draft& draft,
                                                    std::string_view table,
                                                    std::string_view key,
                                                    const Terminal& terminal);
// Every table in one line each; with a table its columns.
[[nodiscard]] std::string schemas_text(const Terminal& terminal);
[[nodiscard]] std::string schema_text(const TableSchema& schema, const Terminal& terminal);

// Why an offer does not fill a shortfall, as a sentence without a full stop: "the window of
// nld-mq9 ends 21 days early (2024-07-01)". Also the `reason` column of shortfalls.csv.
[[nodiscard]] std::string reason_sentence(const Scenario& scenario,
                                          const Plan& plan,
                                          const explain::Reason& reason);

}  // namespace muster::report
