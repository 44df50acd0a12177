// SPDX-License-Identifier: Apache-2.0
// Rules that keep an offer away on whatever days: asked of judge with a probing tour.
#include <algorithm>

#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

// A tour over those days of the shortfall that the offer has, else over all of them.
Tour probing_tour(const Question& question, Id<Offer> offer) {
  const Period shared = overlap(question.days, usable_days(question, offer));
  const Period days = days_in(shared) > 0 ? shared : question.days;
  return {offer, question.requirement, days, question.scenario->offers[offer].quantity};
}

bool is_refused(const Scenario& scenario, const Offer& offer) {
  const auto& acts = scenario->conditions[*offer.condition].acts;
  return std::ranges::any_of(
      acts, [](const Condition::Act& act) { return act.status == ConditionStatus::refused; });
}

bool is_met(const Scenario& scenario, const Offer& offer) {
  const auto& acts = scenario->conditions[*offer.condition].acts;
  return std::ranges::all_of(
      acts, [](const Condition::Act& act) { return act.status == ConditionStatus::granted; });
}

bool is_off_the_list(const Offer& offer, Id<Requirement> requirement) {
  const auto& only = offer.only_requirements;
  return !only.empty() && !std::ranges::binary_search(only, requirement);
}

// None: the offer's list of requirements, which is no caveat of Offer::caveats.
std::optional<std::size_t> broken_caveat(const Question& question,
                                         const judge::Violation& violation,
                                         const Offer& offer) {
  if (is_off_the_list(offer, question.requirement)) return std::nullopt;
  const auto same_source = [&](const Caveat& caveat) {
    return caveat.rule != CaveatRule::task && caveat.source == violation.source;
  };
  const auto found = std::ranges::find_if(offer.caveats, same_source);
  if (found == offer.caveats.end()) return std::nullopt;
  return static_cast<std::size_t>(found - offer.caveats.begin());
}

std::string source_of_condition(const Scenario& scenario, const Offer& offer) {
  for (const Condition::Act& act : scenario->conditions[*offer.condition].acts) {
    if (act.status != ConditionStatus::granted && !act.source.empty()) return act.source;
  }
  return offer.source;
}

std::optional<Reason> condition_reason(const Question& question, const Offer& offer) {
  if (!offer.condition || is_met(question.scenario, offer)) return std::nullopt;
  Reason reason;
  reason.cause =
      is_refused(question.scenario, offer) ? Cause::condition_refused : Cause::condition_open;
  reason.condition = offer.condition;
  reason.source = source_of_condition(question.scenario, offer);
  return reason;
}

std::optional<Reason> to_reason(const Question& question,
                                const judge::Violation& violation,
                                const Offer& offer) {
  Reason reason;
  reason.source = violation.source.empty() ? offer.source : violation.source;
  switch (violation.rule) {
    case judge::Rule::counting:
      reason.cause = Cause::status;
      return reason;
    case judge::Rule::condition:
      return condition_reason(question, offer);
    case judge::Rule::scope:
      reason.cause = Cause::scope;
      return reason;
    case judge::Rule::caveat:
      reason.cause = Cause::caveat;
      reason.caveat = broken_caveat(question, violation, offer);
      return reason;
    case judge::Rule::readiness:
      reason.cause = Cause::notice;
      reason.amount = violation.measured;
      reason.limit = violation.allowed;
      return reason;
    case judge::Rule::window:
    case judge::Rule::indivisible:
    case judge::Rule::substitution:
    case judge::Rule::tempo:
    case judge::Rule::totals:
    case judge::Rule::handover:
    case judge::Rule::availability:
    case judge::Rule::nations:
    case judge::Rule::lead_share:
    case judge::Rule::ceiling:
    case judge::Rule::budget:
    case judge::Rule::stock:
    case judge::Rule::delivery:
    case judge::Rule::pins:
      return std::nullopt;  // asked with the right days elsewhere
  }
  return std::nullopt;
}

// The condition is part of the offer's time as soon as a day is known for it.
bool only_later(const Question& question, Id<Offer> offer) {
  return days_in(usable_days(question, offer)) > 0;
}

}  // namespace

std::optional<Reason> why_not_allowed(const Question& question, Id<Offer> offer_id) {
  const Offer& offer = question.scenario->offers[offer_id];
  // Without caveats and a condition, what may serve at all may on any day.
  const bool on_any_day = offer.caveats.empty() && !offer.condition;
  if (on_any_day
      && judge::may_serve(
          question.scenario, question.plan.counting, offer_id, question.requirement))
    return std::nullopt;
  const auto violations = judge::check_tour(
      question.scenario, question.plan.counting, probing_tour(question, offer_id));
  for (const judge::Rule rule : {judge::Rule::scope,
                                 judge::Rule::counting,
                                 judge::Rule::condition,
                                 judge::Rule::caveat,
                                 judge::Rule::readiness}) {
    const auto broken = std::ranges::find(violations, rule, &judge::Violation::rule);
    if (broken == violations.end()) continue;
    if (rule == judge::Rule::condition && only_later(question, offer_id)) continue;
    auto reason = to_reason(question, *broken, offer);
    if (!reason) continue;
    reason->offer = offer_id;
    reason->days = question.days;
    return reason;
  }
  return std::nullopt;
}

}  // namespace muster::explain
