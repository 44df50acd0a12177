// SPDX-License-Identifier: Apache-2.0
#include "app/report_plan.hpp"

#include <string>

#include "app/folder/kept_plan.hpp"
#include "app/folder/plan_book.hpp"
#include "io/file.hpp"
#include "report/json.hpp"
#include "report/map.hpp"
#include "report/page.hpp"

namespace muster::app {

Answer report_plan(const ReportRequest& request, const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  Result<report::BaseMap> base_map;
  if (!request.base_map.empty()) {
    base_map = report::read_base_map(io::read_file(request.base_map),
                                     request.base_map.filename().string());
    if (!base_map) return refuse(base_map.error(), speech);
  }
  report::PlanView view = view_of(kept->parts, kept->record);
  if (!request.base_map.empty()) view.base_map = &*base_map;
  std::string where;
  if (!request.page.empty()) {
    io::write_file(request.page, report::plan_page(view));
    where += "\nThe report is in " + request.page.string() + ".\n";
  }
  if (!request.workbook.empty()) {
    io::write_workbook(request.workbook, plan_book(*kept, view));
    where += "\nThe workbook is in " + request.workbook.string() + ".\n";
  }
  if (!request.geojson.empty()) {
    io::write_file(request.geojson, report::plan_geojson(view));
    where += "\nThe places are in " + request.geojson.string() + ".\n";
  }
  if (speech.json) return {report::plan_json(view), {}, Exit::done};
  return {report::plan_text(view, speech.terminal) + where, {}, Exit::done};
}

}  // namespace muster::app
