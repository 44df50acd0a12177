// SPDX-License-Identifier: Apache-2.0
#include "asks/confirm.hpp"

#include <algorithm>

#include "model/futures.hpp"

namespace muster::asks {
namespace {

class Silent : public plan::Observer {
 public:
  void progress(const plan::Progress& /*progress*/) override {}
};

std::optional<Scenario> changed(const Ground& ground, const std::vector<Change>& changes) {
  if (changes.empty()) return ground.scenario;
  Result<Draft> draft = apply(ground.draft, overlay_of("asks", changes));
  if (!draft) return std::nullopt;
  Result<Scenario> scenario = Scenario::build(*draft);
  if (!scenario) return std::nullopt;
  return *std::move(scenario);
}

// Searches on from the plan, without a bound.
void improve(const Ground& ground, Replanned& again) {
  if (!ground.search_on) return;
  plan::Options options = ground.options;
  options.start = again.plan;
  options.bound = false;
  Silent silent;
  Plan plan = plan::solve(again.scenario, options, silent, std::stop_token{}).plan;
  judge::Verdict verdict = judge::evaluate(again.scenario, plan, {});
  if (counted_unmet(again.scenario, verdict.goals)
          >= counted_unmet(again.scenario, again.verdict.goals)
      || verdict.violations.size() > again.verdict.violations.size())
    return;
  again.plan = std::move(plan);
  again.verdict = std::move(verdict);
}

}  // namespace

Wide counted_unmet(const Scenario& scenario, const judge::Goals& goals) {
  if (scenario->futures.size() == 0) return goals.unmet;
  return goals.unmet_in_futures / counted_futures(*scenario);
}

std::optional<Replanned> plan_with(const Ground& ground,
                                   const std::vector<Change>& changes,
                                   const explain::Move& move) {
  auto scenario = changed(ground, changes);
  if (!scenario) return std::nullopt;
  Plan plan = explain::after(ground.plan, move);
  judge::Verdict verdict = judge::evaluate(*scenario, plan, {});
  if (verdict.violations.size() > ground.verdict.violations.size()) return std::nullopt;
  return Replanned{*std::move(scenario), std::move(plan), std::move(verdict)};
}

std::optional<Replanned> plan_again(const Ground& ground,
                                    const std::vector<Change>& changes,
                                    const explain::Move& move) {
  auto again = plan_with(ground, changes, move);
  if (again) improve(ground, *again);
  return again;
}

void confirm(const Ground& ground, const explain::Shortfall& shortfall, Ask& ask) {
  auto again = plan_with(ground, ask.changes, ask.way.move);
  if (!again) return;
  const Id<Requirement> line = shortfall.requirement;
  ask.fills = judge::unmet_in(ground.verdict.coverage[line], shortfall.period)
              - judge::unmet_in(again->verdict.coverage[line], shortfall.period);
  improve(ground, *again);
  ask.gains = counted_unmet(ground.scenario, ground.verdict.goals)
              - counted_unmet(again->scenario, again->verdict.goals);
  ask.confirmed = ask.fills > 0 && ask.gains > 0;
}

}  // namespace muster::asks
