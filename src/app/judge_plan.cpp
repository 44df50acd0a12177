// SPDX-License-Identifier: Apache-2.0
#include "app/judge_plan.hpp"

#include "app/folder/plan_folder.hpp"
#include "app/folder/plan_sheets.hpp"
#include "report/json.hpp"

namespace muster::app {

Answer judge_plan(const std::filesystem::path& folder,
                  const std::optional<DataSet>& data,
                  const Speech& speech) {
  const Result<OpenedPlan> opened = open_plan(folder);
  if (!opened) return refuse(opened.error(), speech);
  const Result<Situation> situation = load(data.value_or(snapshot_of(folder)));
  if (!situation) return refuse(situation.error(), speech);
  const Scenario& scenario = situation->scenario;
  const Result<Plan> plan = read_plan(scenario, opened->texts, opened->record.counting);
  if (!plan) return refuse(plan.error(), speech);

  const judge::Verdict verdict = judge::evaluate(scenario, *plan, {});
  const std::string text = speech.json
                               ? report::verdict_json(scenario, verdict)
                               : report::violations_text(scenario, verdict, speech.terminal);
  return {text, {}, verdict.violations.empty() ? Exit::done : Exit::does_not_hold};
}

}  // namespace muster::app
