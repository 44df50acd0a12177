// SPDX-License-Identifier: Apache-2.0
#include "app/report_plan.hpp"

#include <string>

#include "app/folder/kept_plan.hpp"
#include "app/folder/plan_book.hpp"
#include "io/file.hpp"
#include "report/json.hpp"
#include "report/page.hpp"

namespace muster::app {

Answer report_plan(const ReportRequest& request, const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const report::PlanView view = view_of(kept->parts, kept->record);
  std::string where;
  if (!request.page.empty()) {
    io::write_file(request.page, report::plan_page(view));
    where += "\nThe report is in " + request.page.string() + ".\n";
  }
  if (!request.workbook.empty()) {
    io::write_workbook(request.workbook, plan_book(*kept, view));
    where += "\nThe workbook is in " + request.workbook.string() + ".\n";
  }
  if (speech.json) return {report::plan_json(view), {}, Exit::done};
  return {report::plan_text(view, speech.terminal) + where, {}, Exit::done};
}

}  // namespace muster::app
