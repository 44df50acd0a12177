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
#include "app/planning/robust.hpp"

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

// Tier by tier futures are not measured.
std::string objection_to_strict(const PlanRequest& request, const Scenario& scenario) {
  const bool has_futures = request.robust || scenario->futures.size() > 0;
  return request.strict && has_futures ? "--strict does not plan for futures" : "";
}

// Plans without futures, draws them, and plans for them.
Answer plan_for_futures(Planning planning,
                        const Speech& speech,
                        Watcher& watcher,
                        const std::stop_token& stop) {
  const PlanRequest& request = *planning.request;
  const Situation& plain = *planning.situation;
  const Result<Situation> in_futures = draw_futures_for(plain, request);
  if (!in_futures) return refuse(in_futures.error(), speech);
  const auto observer = observer_for(watcher, "without futures");
  const Plan without = plan::solve(plain.scenario, planning.options, *observer, stop).plan;
  planning.situation = &*in_futures;
  planning.options.start = without;
  planning.weigh_robust = [&](const PlanParts& parts) {
    return weigh_robust({&plain, &*in_futures, &parts.plan, &without}, request);
  };
  return carry_out(planning, speech, watcher, stop);
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
  if (const std::string strict = objection_to_strict(request, situation->scenario); !strict.empty())
    return misuse(strict, "Plan by weights, without --strict.");
  Planning planning{&request, &*situation, options_of(request), {}, {}};
  planning.options.in_force = with_preferred(*in_force, situation->scenario);
  if (request.robust) return plan_for_futures(std::move(planning), speech, watcher, stop);
  return carry_out(planning, speech, watcher, stop);
}

}  // namespace muster::app
