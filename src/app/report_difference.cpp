// SPDX-License-Identifier: Apache-2.0
#include "app/report_difference.hpp"

#include "app/folder/document.hpp"
#include "app/folder/kept_plan.hpp"
#include "report/difference.hpp"

namespace muster::app {

Answer report_difference(const ReportedDifference& request, const Speech& speech) {
  const Result<KeptPlan> before = open_kept(request.before);
  if (!before) return refuse(before.error(), speech);
  const Result<KeptPlan> after = open_kept(request.after);
  if (!after) return refuse(after.error(), speech);
  const Day on = after->situation->scenario->as_of;
  const report::DueList due{on, ledger::due(after->situation->draft, on, std::nullopt)};
  const report::DifferenceRequest order{request.language};
  const std::string text = report::difference_report(
      view_of(before->parts, before->record), view_of(after->parts, after->record), due, order);
  if (!request.target.empty()) {
    const DocumentOrder document{request.target, after->record.as_of, request.language};
    if (const auto why = write_document(document, text)) return misuse(why->what, why->advice);
  }
  if (speech.json)
    return {report::difference_json(order, text, request.target.string()), {}, Exit::done};
  return {request.target.empty() ? text : "The report is in " + request.target.string() + ".\n",
          {},
          Exit::done};
}

}  // namespace muster::app
