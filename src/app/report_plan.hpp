// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "app/answer.hpp"
#include "app/data_set.hpp"

namespace muster::app {

struct ReportRequest {
  DataSet data;  // the folder of a plan; or a ledger or data set, of which the state is told
  // Files to write; empty: none.
  std::filesystem::path page, print, workbook, calendar, geojson;
  std::filesystem::path base_map;  // below the map of the page; empty: ours
  std::filesystem::path ledger;    // that the workbook is to find its way back into; empty: none
  std::string nation;              // whose own view it is; empty: all is told
  std::string marking;             // stands on every sheet; empty: nothing
  bool on_a3 = false;              // the paper of page and print
};
// Of a ledger or data set: what is stated, as text, page, print and calendar.
// Prints a plan's folder again, from its data, tours and deliveries as they stand; writes the
// report as a page and as a workbook where files are named.
[[nodiscard]] Answer report_plan(const ReportRequest& request, const Speech& speech);

}  // namespace muster::app
