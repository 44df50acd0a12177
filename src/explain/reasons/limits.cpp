// SPDX-License-Identifier: Apache-2.0
// Limits that several offers share: nations and the lead's share on a requirement, a nation's
// ceiling, a budget. Each is asked what one more tour would do to it.
#include <algorithm>
#include <ranges>
#include <set>

#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

struct Probe {
  const Question& question;
  Id<Offer> id;
  const Offer& offer;
  Period days;
  // The days on which something may change: those on which a tour begins, and the probe's first.
  [[nodiscard]] std::vector<Day> days_of_change() const {
    const std::vector<Day>& starts = question.index.starts;
    const auto first = std::ranges::upper_bound(starts, days.from);
    const auto end = std::ranges::lower_bound(starts, days.until);
    std::vector<Day> changes{days.from};
    if (first < end) changes.insert(changes.end(), first, end);
    return changes;
  }
  // The tours on the requirement in question.
  [[nodiscard]] auto tours() const {
    return question.index.tours_on[question.requirement]
           | std::views::transform(
               [this](std::size_t i) -> const Tour& { return question.plan.tours[i]; });
  }
};

Reason limit_reason(Cause cause, std::int64_t amount, std::int64_t limit, std::string source) {
  Reason reason;
  reason.cause = cause;
  reason.amount = amount;
  reason.limit = limit;
  reason.source = std::move(source);
  return reason;
}

std::optional<Reason> too_many_nations(const Probe& probe) {
  const auto& scenario = probe.question.scenario;
  const Requirement& requirement = scenario->requirements[probe.question.requirement];
  if (!requirement.max_nations) return std::nullopt;
  for (const Day day : probe.days_of_change()) {
    std::set<Id<Nation>> nations{probe.offer.nation};
    for (const Tour& tour : probe.tours())
      if (tour.period.contains(day)) nations.insert(scenario->offers[tour.offer].nation);
    const auto count = static_cast<std::int64_t>(nations.size());
    if (count > *requirement.max_nations) {
      return limit_reason(Cause::nations, count, *requirement.max_nations, requirement.source);
    }
  }
  return std::nullopt;
}

std::optional<Reason> too_little_of_the_lead(const Probe& probe) {
  const auto& scenario = probe.question.scenario;
  const Requirement& requirement = scenario->requirements[probe.question.requirement];
  const auto lead = scenario->activities[requirement.activity].lead;
  if (!requirement.lead_share_permille || !lead || *lead == probe.offer.nation) return std::nullopt;
  const std::int64_t share = *requirement.lead_share_permille;
  for (const Day day : probe.days_of_change()) {
    Amount filled =
        scenario.contribution(probe.id, probe.question.requirement, probe.offer.quantity);
    Amount by_lead;
    for (const Tour& tour : probe.tours()) {
      if (!judge::counted_days(scenario, tour).contains(day)) continue;
      const Amount gives = scenario.contribution(tour.offer, tour.requirement, tour.quantity);
      filled += gives;
      if (scenario->offers[tour.offer].nation == *lead) by_lead += gives;
    }
    if (by_lead.count() * 1000 < filled.count() * share) {
      return limit_reason(
          Cause::lead_share, by_lead.count() * 1000 / filled.count(), share, requirement.source);
    }
  }
  return std::nullopt;
}

std::int64_t deployed(const Probe& probe, Day day) {
  return people_of(probe.question.scenario, probe.offer, probe.offer.quantity)
         + probe.question.index.deployed(probe.offer.nation, day);
}

std::optional<Reason> above_ceiling(const Probe& probe) {
  const auto& scenario = probe.question.scenario;
  const auto kind = scenario->requirements[probe.question.requirement].kind;
  if (kind != RequirementKind::presence) return std::nullopt;
  for (const Id<Ceiling> id : scenario->ceilings.ids()) {
    const Ceiling& ceiling = scenario->ceilings[id];
    if (ceiling.nation != probe.offer.nation) continue;
    for (const Day day : probe.days_of_change()) {
      if (!ceiling.period.contains(day)) continue;
      const std::int64_t sum = deployed(probe, day);
      if (sum > ceiling.personnel.count()) {
        return limit_reason(Cause::ceiling, sum, ceiling.personnel.count(), ceiling.source);
      }
    }
  }
  return std::nullopt;
}

std::int64_t spent(const Probe& probe) {
  const PlanIndex& index = probe.question.index;
  const std::int64_t sum = index.spent(*probe.offer.budget);
  if (probe.offer.cost_per == CostPer::once && index.is_on_tour(probe.id)) return sum;
  return sum
         + cost_of(probe.question.scenario, probe.offer, days_in(probe.days), probe.offer.quantity);
}

std::optional<Reason> beyond_budget(const Probe& probe) {
  if (!probe.offer.budget) return std::nullopt;
  const Budget& budget = probe.question.scenario->budgets[*probe.offer.budget];
  const bool inside =
      budget.period.from <= probe.days.from && probe.days.until <= budget.period.until;
  const std::int64_t sum = spent(probe);
  if (inside && sum <= budget.amount) return std::nullopt;
  Reason reason = limit_reason(Cause::budget, sum, budget.amount, budget.source);
  reason.days = budget.period;
  return reason;
}

}  // namespace

std::optional<Reason> why_not_within_limits(const Question& question,
                                            Id<Offer> offer,
                                            Period probe_days) {
  const Probe probe{question, offer, question.scenario->offers[offer], probe_days};
  for (const auto ask : {too_many_nations, too_little_of_the_lead, above_ceiling, beyond_budget}) {
    auto reason = ask(probe);
    if (!reason) continue;
    if (reason->days.from == reason->days.until) reason->days = probe_days;
    return reason;
  }
  return std::nullopt;
}

}  // namespace muster::explain
