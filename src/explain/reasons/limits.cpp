// SPDX-License-Identifier: Apache-2.0
// Limits that several offers share: nations and the lead's share on a requirement, a nation's
// ceiling, a budget. Each is asked what one more tour would do to it.
#include <algorithm>
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
    std::vector<Day> starts{days.from};
    for (const Tour& tour : question.plan.tours) {
      if (days.contains(tour.period.from)) starts.push_back(tour.period.from);
    }
    std::ranges::sort(starts);
    starts.erase(std::ranges::unique(starts).begin(), starts.end());
    return starts;
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
    for (const Tour& tour : probe.question.plan.tours) {
      if (tour.requirement == probe.question.requirement && tour.period.contains(day)) {
        nations.insert(scenario->offers[tour.offer].nation);
      }
    }
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
    for (const Tour& tour : probe.question.plan.tours) {
      if (tour.requirement != probe.question.requirement) continue;
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

std::int64_t people(const Scenario& scenario, const Offer& offer, std::int64_t quantity) {
  const Unit& unit = scenario->units[offer.unit];
  const bool counted_in_people = scenario->capabilities[unit.capability].measure == Measure::person;
  const std::int64_t whole =
      unit.personnel ? unit.personnel->count() : (counted_in_people ? unit.quantity : 0);
  return unit.divisible && unit.quantity > 0 ? whole / unit.quantity * quantity : whole;
}

std::int64_t deployed(const Probe& probe, Day day) {
  const auto& scenario = probe.question.scenario;
  std::int64_t sum = people(scenario, probe.offer, probe.offer.quantity);
  for (const Tour& tour : probe.question.plan.tours) {
    const Offer& offer = scenario->offers[tour.offer];
    const bool counts =
        offer.nation == probe.offer.nation && tour.period.contains(day)
        && scenario->requirements[tour.requirement].kind == RequirementKind::presence;
    if (counts) sum += people(scenario, offer, tour.quantity);
  }
  return sum;
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

std::int64_t cost_of(const Scenario& scenario,
                     const Offer& offer,
                     std::int64_t days,
                     std::int64_t quantity) {
  if (!offer.cost) return 0;
  const std::int64_t pieces = scenario->units[offer.unit].divisible ? quantity : 1;
  if (offer.cost_per == CostPer::day) return offer.cost->count() * days * pieces;
  return offer.cost->count() * (offer.cost_per == CostPer::tour ? pieces : 1);
}

std::int64_t spent(const Probe& probe) {
  const auto& scenario = probe.question.scenario;
  std::set<Id<Offer>> once;
  std::int64_t sum = 0;
  for (const Tour& tour : probe.question.plan.tours) {
    const Offer& offer = scenario->offers[tour.offer];
    if (offer.budget != probe.offer.budget) continue;
    if (offer.cost_per == CostPer::once && !once.insert(tour.offer).second) continue;
    sum += cost_of(scenario, offer, days_in(tour.period), tour.quantity);
  }
  if (probe.offer.cost_per == CostPer::once && once.contains(probe.id)) return sum;
  return sum + cost_of(scenario, probe.offer, days_in(probe.days), probe.offer.quantity);
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
