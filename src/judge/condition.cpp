// SPDX-License-Identifier: Apache-2.0
// condition: an offer that waits for an act of somebody. Granted: usable from the day of the last
// act. Refused: never. Open: only in a plan that counts the best case, from the latest day expected
// where every open act names one. Measured: 1 condition not met, or the days too early; allowed: 0.
#include "judge/rules/rules.hpp"

namespace muster::judge {
namespace {

std::optional<Day> day_of(const Condition::Act& act) {
  return act.status == ConditionStatus::granted ? act.on : act.expected_on;
}

const Condition::Act* first_with(const Condition& condition, ConditionStatus status) {
  for (const Condition::Act& act : condition.acts)
    if (act.status == status) return &act;
  return nullptr;
}

const Condition::Act* latest(const Condition& condition) {
  const Condition::Act* last = nullptr;
  for (const Condition::Act& act : condition.acts)
    if (day_of(act) && (last == nullptr || *day_of(*last) < *day_of(act))) last = &act;
  return last;
}

bool names_no_day(const Condition& condition) {
  for (const Condition::Act& act : condition.acts)
    if (act.status == ConditionStatus::open && !act.expected_on) return true;
  return false;
}

}  // namespace

ConditionState condition_state(const Scenario& scenario, const Offer& offer) {
  if (!offer.condition) return {};
  const Condition& condition = scenario->conditions[*offer.condition];
  if (const auto* act = first_with(condition, ConditionStatus::refused); act != nullptr)
    return {.refused = true, .open = false, .usable_from = {}, .act = act};
  const auto* open = first_with(condition, ConditionStatus::open);
  const auto* last = latest(condition);
  if (names_no_day(condition) || last == nullptr)
    return {.refused = false, .open = open != nullptr, .usable_from = {}, .act = open};
  return {.refused = false, .open = open != nullptr, .usable_from = day_of(*last), .act = last};
}

void check_condition(const Candidate& candidate, Findings& found) {
  const ConditionState state = condition_state(candidate.scenario, candidate.offer);
  if (state.refused || (state.open && candidate.counting != Counting::best))
    found.add({Rule::condition, candidate.tour.period, 1, 0, state.act->source});
}

void check_condition_day(const Candidate& candidate, Findings& found) {
  const ConditionState state = condition_state(candidate.scenario, candidate.offer);
  if (!state.usable_from || candidate.tour.period.from >= *state.usable_from) return;
  const Period& period = candidate.tour.period;
  const Period early{period.from, std::min(period.until, *state.usable_from)};
  found.add({Rule::condition, early, early.length().count(), 0, state.act->source});
}

}  // namespace muster::judge
