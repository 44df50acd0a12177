// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "app/planning/carry_out.hpp"
#include "judge/judge.hpp"
#include "report/text.hpp"

namespace muster::app {

namespace {

Problem problem(std::string what, std::string advice) {
  return {"pins.csv", 0, "kind", std::move(what), std::move(advice)};
}

}  // namespace

Plan with_preferred(Plan in_force, const Scenario& scenario) {
  for (const Pin& pin : scenario->pins)
    if (pin.kind == PinKind::prefer)
      in_force.tours.push_back({pin.offer, *pin.requirement, pin.period, pin.quantity});
  std::sort(in_force.tours.begin(), in_force.tours.end());
  return in_force;
}

Problems problems_of_fixed(const Scenario& scenario, Counting counting) {
  Plan fixed{counting, {}, {}};
  for (const Pin& pin : scenario->pins)
    if (pin.kind == PinKind::fix)
      fixed.tours.push_back({pin.offer, *pin.requirement, pin.period, pin.quantity});
  std::sort(fixed.tours.begin(), fixed.tours.end());
  Problems problems;
  for (const judge::Violation& violation :
       judge::evaluate(scenario, fixed, Plan{counting, {}, {}}).violations)
    problems.push_back(problem("what is fixed breaks the rule "
                                   + std::string{judge::to_text(violation.rule)} + ": "
                                   + report::violation_sentence(scenario, violation),
                               "Fix less of it, or prefer it."));
  return problems;
}

Problems problems_of_pins(const Scenario& scenario, const judge::Verdict& verdict) {
  Problems problems;
  for (const judge::Violation& violation : verdict.violations)
    if (violation.rule == judge::Rule::pins)
      problems.push_back(problem("no tour of the grid holds what is fixed: "
                                     + report::violation_sentence(scenario, violation),
                                 "Plan on a finer grid (--grid), or fix other days."));
  return problems;
}

}  // namespace muster::app
