// SPDX-License-Identifier: Apache-2.0
// The days of presence that a unit's policy leaves it within a span of so many days.
#include <algorithm>
#include <vector>

#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

// The unit's own periods of presence with one more, rising; a double use counts once.
std::vector<Period> presences_with(const Question& question, Id<Unit> unit, Period more) {
  const auto& scenario = question.scenario;
  std::vector<Period> periods{more};
  for (const std::size_t index : question.index.tours_of[unit]) {
    const Tour& tour = question.plan.tours[index];
    const bool own = scenario->offers[tour.offer].unit == unit;
    const bool there = scenario->requirements[tour.requirement].kind == RequirementKind::presence;
    if (own && there && std::ranges::find(periods, tour.period) == periods.end())
      periods.push_back(tour.period);
  }
  std::ranges::sort(periods, {}, &Period::from);
  return periods;
}

std::int64_t days_of(const std::vector<Period>& periods, Period span) {
  std::int64_t sum = 0;
  for (const Period& period : periods) sum += days_in(overlap(period, span));
  return sum;
}

}  // namespace

std::optional<Reason> why_not_within_total(const Question& question,
                                           Id<Offer> offer,
                                           Period probe) {
  const auto& scenario = question.scenario;
  const Unit& unit = scenario->units[scenario->offers[offer].unit];
  const auto kind = scenario->requirements[question.requirement].kind;
  if (!unit.policy || unit.divisible || kind != RequirementKind::presence) return std::nullopt;
  const Policy& policy = scenario->policies[*unit.policy];
  if (!policy.total_days || !policy.total_within_days) return std::nullopt;
  const auto periods = presences_with(question, scenario->offers[offer].unit, probe);
  for (const Period& period : periods) {
    const Period span{period.until - Days{*policy.total_within_days}, period.until};
    const std::int64_t served = days_of(periods, span);
    if (days_in(overlap(span, probe)) == 0 || served <= *policy.total_days) continue;
    Reason reason;
    reason.cause = Cause::totals;
    reason.amount = served;
    reason.limit = *policy.total_days;
    reason.days = span;
    reason.source = policy.source;
    return reason;
  }
  return std::nullopt;
}

}  // namespace muster::explain
