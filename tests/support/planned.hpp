// SPDX-License-Identifier: Apache-2.0
// Planning in tests, and what must hold of every plan.
#pragma once

#include <utility>

#include <gtest/gtest.h>

#include "judge/judge.hpp"
#include "model/draft.hpp"
#include "plan/plan.hpp"
#include "verify/verify.hpp"

namespace muster::support {

class Silent : public plan::Observer {
 public:
  void progress(const plan::Progress& /*progress*/) override {}
};

inline plan::Outcome solve(const Scenario& scenario, const plan::Options& options) {
  Silent silent;
  return plan::solve(scenario, options, silent, std::stop_token{});
}

inline Scenario built(const Draft& draft) {
  auto scenario = Scenario::build(draft);
  if (!scenario)
    for (const Problem& problem : scenario.error()) ADD_FAILURE() << problem.what;
  return std::move(scenario).value();
}

// No rule is broken, judge sums what the optimiser claims, and verify proves the same bound.
inline void expect_lawful(const Scenario& scenario,
                          const plan::Options& options,
                          const plan::Outcome& outcome) {
  const auto verdict = judge::evaluate(scenario, outcome.plan, options.in_force);
  for (const auto& violation : verdict.violations)
    ADD_FAILURE() << judge::to_text(violation.rule) << " from " << to_text(violation.days.from)
                  << " until " << to_text(violation.days.until) << " measured "
                  << violation.measured << " allowed " << violation.allowed;
  EXPECT_TRUE(verdict.goals.points == outcome.value)
      << to_text(verdict.goals.points) << " judged, " << to_text(outcome.value) << " claimed";
  EXPECT_TRUE(outcome.certificate.bound <= outcome.value);
  const Grid grid = make_grid(scenario, options.grid, options.in_force);
  const Points proved =
      verify::prove(scenario, options.counting, options.in_force, grid, outcome.certificate);
  EXPECT_TRUE(proved == outcome.certificate.bound)
      << to_text(proved) << " proved, " << to_text(outcome.certificate.bound) << " claimed";
}

}  // namespace muster::support
