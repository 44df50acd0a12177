// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "plan/rules/rules.hpp"

namespace muster::plan {

std::optional<Day> usable_from(const Scenario& scenario, const Offer& offer, Counting counting) {
  const Day always = Day::min();
  if (!offer.condition) return always;
  Day from = always;
  bool all_dated = true;
  bool open = false;
  for (const Condition::Act& act : scenario->conditions[*offer.condition].acts) {
    if (act.status == ConditionStatus::refused) return std::nullopt;
    open = open || act.status == ConditionStatus::open;
    const auto day = act.status == ConditionStatus::granted ? act.on : act.expected_on;
    if (day) from = std::max(from, *day);
    if (!day && act.status == ConditionStatus::open) all_dated = false;
  }
  if (!open) return from;
  if (counting != Counting::best) return std::nullopt;
  return all_dated ? from : always;
}

}  // namespace muster::plan
