// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/answer.hpp"

namespace muster::app {

struct ReportRequest {
  std::filesystem::path plan;
  std::filesystem::path page, workbook, geojson;  // files to write; empty: none
  std::filesystem::path base_map;                 // below the map of the page; empty: ours
};
// Prints a plan's folder again, from its data, tours and deliveries as they stand; writes the
// report as a page and as a workbook where files are named.
[[nodiscard]] Answer report_plan(const ReportRequest& request, const Speech& speech);

}  // namespace muster::app
