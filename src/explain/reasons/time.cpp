// SPDX-License-Identifier: Apache-2.0
// The days that an offer has for a requirement, and what a tour obliges its unit to.
#include <algorithm>
#include <string>

#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

constexpr Period no_days(Day day) {
  return {day, day};
}

bool all_granted(const Condition& condition) {
  return std::ranges::all_of(condition.acts, [](const Condition::Act& act) {
    return act.status == ConditionStatus::granted;
  });
}

// From when the condition lets the offer be used; none: not under this counting.
std::optional<Day> condition_day(const Condition& condition, Counting counting, Day earliest) {
  const bool met = all_granted(condition);
  if (!met && counting != Counting::best) return std::nullopt;
  Day from = earliest;
  bool every_day_known = true;
  for (const Condition::Act& act : condition.acts) {
    if (act.status == ConditionStatus::refused) return std::nullopt;
    const bool open = act.status == ConditionStatus::open;
    const std::optional<Day> day = open ? act.expected_on : act.on;
    if (day) from = std::max(from, *day);
    if (open && !day) every_day_known = false;
  }
  return every_day_known ? from : earliest;
}

const Policy* policy_of(const Scenario& scenario, Id<Unit> unit, RequirementKind kind) {
  const auto& policy = scenario->units[unit].policy;
  if (!policy || kind != RequirementKind::presence) return nullptr;
  return &scenario->policies[*policy];
}

Period within_unit(const Question& question, const Offer& offer, Period days) {
  const Unit& unit = question.scenario->units[offer.unit];
  const auto kind = question.scenario->requirements[question.requirement].kind;
  const Policy* policy = policy_of(question.scenario, offer.unit, kind);
  const Days before{policy == nullptr ? 0 : policy->preparation_days};
  const Days after{policy == nullptr ? 0 : policy->recovery_days};
  if (unit.from) days.from = std::max(days.from, *unit.from + before);
  if (unit.until) days.until = std::min(days.until, *unit.until - after);
  return days;
}

}  // namespace

Period usable_days(const Question& question, Id<Offer> offer_id) {
  const Offer& offer = question.scenario->offers[offer_id];
  Period days = question.scenario->requirements[question.requirement].period;
  if (offer.from) days.from = std::max(days.from, *offer.from);
  if (const auto until = question.scenario.usable_until(offer, question.plan.counting))
    days.until = std::min(days.until, *until);
  days = within_unit(question, offer, days);
  if (offer.condition) {
    const Condition& condition = question.scenario->conditions[*offer.condition];
    const auto from = condition_day(condition, question.plan.counting, days.from);
    if (!from) return no_days(days.from);
    days.from = *from;
  }
  return days.from < days.until ? days : no_days(days.from);
}

int rest_after(const Scenario& scenario,
               Id<Unit> unit,
               Id<Requirement> requirement,
               std::int64_t length) {
  const Policy* policy = policy_of(scenario, unit, scenario->requirements[requirement].kind);
  if (policy == nullptr || scenario->units[unit].divisible) return 0;
  const auto dwell = static_cast<int>((length * policy->dwell_permille + 999) / 1000);
  return std::max(dwell, policy->recovery_days + policy->preparation_days);
}

int shortest_tour(const Question& question, Id<Offer> offer_id) {
  const Offer& offer = question.scenario->offers[offer_id];
  const Requirement& requirement = question.scenario->requirements[question.requirement];
  const Policy* policy = policy_of(question.scenario, offer.unit, requirement.kind);
  int least = std::max(1, offer.minimum_days.value_or(1));
  if (policy != nullptr) least = std::max(least, policy->tour_min_days.value_or(1));
  if (requirement.indivisible)
    least = std::max(least, static_cast<int>(days_in(requirement.period)));
  const bool later = question.days.from > requirement.period.from;
  return later ? std::max(least, requirement.overlap_days + 1) : least;
}

std::optional<int> longest_tour(const Question& question, Id<Offer> offer_id) {
  const Offer& offer = question.scenario->offers[offer_id];
  const auto kind = question.scenario->requirements[question.requirement].kind;
  const Policy* policy = policy_of(question.scenario, offer.unit, kind);
  if (policy == nullptr) return std::nullopt;
  std::optional<int> longest = policy->tour_max_days;
  const bool limits = policy->total_days && policy->total_within_days
                      && *policy->total_days < *policy->total_within_days;
  if (limits) longest = std::min(longest.value_or(*policy->total_days), *policy->total_days);
  return longest;
}

std::optional<Reason> why_not_in_time(const Question& question, Id<Offer> offer_id) {
  const Requirement& requirement = question.scenario->requirements[question.requirement];
  const Period asked = requirement.indivisible ? requirement.period : question.days;
  const Period usable = usable_days(question, offer_id);
  const std::int64_t shared = days_in(overlap(asked, usable));
  const std::int64_t enough = requirement.indivisible ? days_in(asked) : (days_in(asked) + 1) / 2;
  if (shared >= enough) return std::nullopt;
  Reason reason;
  reason.offer = offer_id;
  reason.source = question.scenario->offers[offer_id].source;
  const auto early = (asked.until - usable.until).count();
  const auto late = (usable.from - asked.from).count();
  if (early >= late) {
    reason.cause = Cause::window_ends_early;
    reason.amount = early;
    reason.days = {std::max(usable.until, asked.from), asked.until};
  } else {
    reason.cause = Cause::window_begins_late;
    reason.amount = late;
    reason.days = {asked.from, std::min(usable.from, asked.until)};
  }
  return reason;
}

}  // namespace muster::explain
