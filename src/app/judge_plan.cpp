// SPDX-License-Identifier: Apache-2.0
#include "app/judge_plan.hpp"

#include "app/folder/plan_folder.hpp"
#include "app/folder/plan_sheets.hpp"
#include "io/file.hpp"
#include "report/json.hpp"

namespace muster::app {
namespace {

Answer judge(const Scenario& scenario, const Plan& plan, const Speech& speech) {
  const judge::Verdict verdict = judge::evaluate(scenario, plan, {});
  const std::string text = speech.json
                               ? report::verdict_json(scenario, verdict)
                               : report::violations_text(scenario, verdict, speech.terminal);
  return {text, {}, verdict.violations.empty() ? Exit::done : Exit::does_not_hold};
}

}  // namespace

Answer judge_plan(const std::filesystem::path& folder,
                  const std::optional<DataSet>& data,
                  const Speech& speech) {
  const Result<OpenedPlan> opened = open_plan(folder);
  if (!opened) return refuse(opened.error(), speech);
  const Result<Situation> situation = load(data.value_or(snapshot_of(folder)));
  if (!situation) return refuse(situation.error(), speech);
  const Result<Plan> plan = read_plan(situation->scenario, opened->texts, opened->record.counting);
  if (!plan) return refuse(plan.error(), speech);
  return judge(situation->scenario, *plan, speech);
}

Answer judge_files(const PlanFiles& files, const DataSet& data, const Speech& speech) {
  const Result<Situation> situation = load(data);
  if (!situation) return refuse(situation.error(), speech);
  Texts texts{{tours_file, io::read_file(files.tours)}};
  texts[deliveries_file] = files.deliveries.empty()
                               ? to_csv(deliveries_sheet(situation->scenario, {}))
                               : io::read_file(files.deliveries);
  const Result<Plan> plan = read_plan(situation->scenario, texts, files.counting);
  if (!plan) return refuse(plan.error(), speech);
  return judge(situation->scenario, *plan, speech);
}

}  // namespace muster::app
