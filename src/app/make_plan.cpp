// SPDX-License-Identifier: Apache-2.0
#include "app/make_plan.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

#include "app/folder/plan_folder.hpp"
#include "app/folder/plan_sheets.hpp"
#include "app/folder/target.hpp"
#include "app/planning/carry_out.hpp"

namespace muster::app {
namespace {

Result<Plan> plan_to_stay_near(const PlanRequest& request, const Scenario& scenario) {
  if (!request.near) return Plan{request.counting, {}, {}};
  const Result<OpenedPlan> opened = open_plan(*request.near);
  if (!opened) return std::unexpected{opened.error()};
  const Result<Situation> then = load(snapshot_of(*request.near));
  if (!then) return std::unexpected{then.error()};
  const Result<Plan> read = read_plan(then->scenario, opened->texts, opened->record.counting);
  if (!read) return std::unexpected{read.error()};
  return translate(*read, then->scenario, scenario);
}

}  // namespace

plan::Options options_of(const PlanRequest& request) {
  plan::Options options;
  options.counting = request.counting;
  options.grid = request.grid;
  options.seed = request.seed;
  options.threads =
      request.threads != 0 ? request.threads : std::max(1U, std::thread::hardware_concurrency());
  options.effort = request.effort.value_or(1);
  return options;
}

Answer make_plan(const PlanRequest& request,
                 const Speech& speech,
                 Watcher& watcher,
                 const std::stop_token& stop) {
  const std::string why =
      request.dry_run ? "" : objection_to_plan(request.target, request.data, request.force);
  if (!why.empty()) {
    return misuse(why, "Name another folder, or replace it with --force.");
  }
  const Result<Situation> situation = load(request.data);
  if (!situation) return refuse(situation.error(), speech);
  const Result<Plan> in_force = plan_to_stay_near(request, situation->scenario);
  if (!in_force) return refuse(in_force.error(), speech);
  const Problems problems = problems_of_fixed(situation->scenario, request.counting);
  if (!problems.empty()) return refuse(problems, speech);
  Planning planning{&request, &*situation, options_of(request), {}};
  planning.options.in_force = with_preferred(*in_force, situation->scenario);
  return carry_out(planning, speech, watcher, stop);
}

}  // namespace muster::app
