// SPDX-License-Identifier: Apache-2.0
#include "app/report_plan.hpp"

#include <string>

#include "app/folder/kept_plan.hpp"
#include "io/file.hpp"
#include "report/json.hpp"
#include "report/page.hpp"

namespace muster::app {

Answer report_plan(const std::filesystem::path& folder,
                   const std::optional<std::filesystem::path>& page,
                   const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(folder);
  if (!kept) return refuse(kept.error(), speech);
  const report::PlanView view = view_of(kept->parts, kept->record);
  if (page) io::write_file(*page, report::plan_page(view));
  if (speech.json) return {report::plan_json(view), {}, Exit::done};
  const std::string where = page ? "\nThe report is in " + page->string() + ".\n" : std::string{};
  return {report::plan_text(view, speech.terminal) + where, {}, Exit::done};
}

}  // namespace muster::app
