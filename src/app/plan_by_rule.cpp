// SPDX-License-Identifier: Apache-2.0
#include "app/plan_by_rule.hpp"

#include <string>

#include "app/folder/situation.hpp"
#include "app/folder/target.hpp"
#include "app/planning/carry_out.hpp"
#include "simulate/fill_by_rule.hpp"

namespace muster::app {
namespace {

std::string preface_of(const Plan& by_rule, const Plan& kept) {
  std::string text =
      "By rule, without an optimiser: day by day, the most urgent first, by whoever has rested "
      "longest.\n";
  if (kept.tours.size() < by_rule.tours.size())
    text += std::to_string(by_rule.tours.size() - kept.tours.size()) + " of "
            + std::to_string(by_rule.tours.size())
            + " tours are left out, which break a rule together with others.\n";
  return text;
}

}  // namespace

Answer plan_by_rule(const PlanRequest& request,
                    const Speech& speech,
                    Watcher& watcher,
                    const std::stop_token& stop) {
  const std::string why =
      request.dry_run ? "" : objection_to_plan(request.target, request.data, request.force);
  if (!why.empty()) return misuse(why, "Name another folder, or replace it with --force.");
  const Result<Situation> situation = load(request.data);
  if (!situation) return refuse(situation.error(), speech);
  const Problems problems = problems_of_fixed(situation->scenario, request.counting);
  if (!problems.empty()) return refuse(problems, speech);
  const Grid grid = make_grid(situation->scenario, request.grid, {});
  Planning planning{&request, &*situation, options_of(request), {}, {}};
  planning.options.start = simulate::fill_by_rule(
      situation->scenario, request.counting, grid, {request.counting, {}, {}});
  planning.options.descent = planning.options.neighbourhoods = planning.options.exact =
      planning.options.polish = false;
  planning.preface = [&](const PlanParts& parts) {
    return preface_of(planning.options.start, parts.plan);
  };
  return carry_out(planning, speech, watcher, stop);
}

}  // namespace muster::app
