// SPDX-License-Identifier: Apache-2.0
#include "app/folder/kept_plan.hpp"

#include <utility>

#include "app/folder/plan_sheets.hpp"

namespace muster::app {

Result<KeptPlan> open_kept(const std::filesystem::path& folder) {
  Result<OpenedPlan> opened = open_plan(folder);
  if (!opened) return std::unexpected{std::move(opened.error())};
  Result<Situation> situation = load(snapshot_of(folder));
  if (!situation) return std::unexpected{std::move(situation.error())};

  KeptPlan kept{std::make_unique<Situation>(*std::move(situation)), {}, std::move(opened->record)};
  const Scenario& scenario = kept.situation->scenario;
  Result<Plan> plan = read_plan(scenario, opened->texts, kept.record.counting);
  Result<Plan> in_force = read_in_force(scenario, opened->texts);
  if (!plan) return std::unexpected{std::move(plan.error())};
  if (!in_force) return std::unexpected{std::move(in_force.error())};

  kept.parts.situation = kept.situation.get();
  kept.parts.plan = *std::move(plan);
  kept.parts.in_force = *std::move(in_force);
  kept.parts.verdict = judge::evaluate(scenario, kept.parts.plan, kept.parts.in_force);
  return kept;
}

}  // namespace muster::app
