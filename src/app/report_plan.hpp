// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

struct ReportRequest {
  std::filesystem::path plan;
  // Files to write; empty: none.
  std::filesystem::path page, print, workbook, calendar;
  std::filesystem::path ledger;  // that the workbook is to find its way back into; empty: none
  std::string nation;   // whose own view it is; empty: all is told
  std::string marking;  // stands on every sheet; empty: nothing
  bool on_a3 = false;   // the paper of page and print
};
// Prints a plan's folder again, from its data, tours and deliveries as they stand; writes the
// report as a page and as a workbook where files are named.
[[nodiscard]] Answer report_plan(const ReportRequest& request, const Speech& speech);

}  // namespace muster::app
