// SPDX-License-Identifier: Apache-2.0
// Stress tests as text, JSON, tables and a page.
#pragma once

#include <string>
#include <vector>

#include "report/text.hpp"
#include "simulate/stress.hpp"

namespace muster::report {

struct StressView {
  const Scenario* scenario = nullptr;
  const simulate::Uncertainty* uncertainty = nullptr;
  simulate::StressOptions options;
  simulate::StressResult result;
  std::vector<simulate::Criticality> critical;
  std::vector<simulate::Firming> firming;
  std::string target;  // where tables and page were written; empty: nowhere
};
[[nodiscard]] std::string stress_text(const StressView& view, const Terminal& terminal);
[[nodiscard]] std::string stress_json(const StressView& view);  // stress.json
[[nodiscard]] std::string stress_page(const StressView& view);

// Rows of tables, the heading first.
using CsvRows = std::vector<std::vector<std::string>>;
[[nodiscard]] CsvRows stress_lines(const StressView& view);
[[nodiscard]] CsvRows stress_groups(const StressView& view);
[[nodiscard]] CsvRows stress_months(const StressView& view);
[[nodiscard]] CsvRows stress_criticality(const StressView& view);
[[nodiscard]] CsvRows stress_firming(const StressView& view);
[[nodiscard]] CsvRows stress_arrivals(const StressView& view);
// The likelihoods that counted, those of the data and those assumed; in the columns of the table.
[[nodiscard]] CsvRows stress_assumptions(const StressView& view);
[[nodiscard]] CsvRows assumed_rows();

}  // namespace muster::report
