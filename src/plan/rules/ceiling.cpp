// SPDX-License-Identifier: Apache-2.0
#include "plan/rules/rules.hpp"

namespace muster::plan {

std::int64_t counted_persons(const Scenario& scenario,
                             const Unit& unit,
                             const Requirement& requirement) {
  if (requirement.kind != RequirementKind::presence) return 0;
  const bool is_people = scenario->capabilities[unit.capability].measure == Measure::person;
  const std::int64_t whole =
      unit.personnel ? unit.personnel->count() : (is_people ? unit.quantity : 0);
  return unit.divisible ? whole / unit.quantity : whole;
}

}  // namespace muster::plan
