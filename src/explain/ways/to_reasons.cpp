// SPDX-License-Identifier: Apache-2.0
#include "explain/ways/to_reasons.hpp"

#include <algorithm>

#include "explain/reasons/plan_index.hpp"
#include "explain/reasons/reasons.hpp"

namespace muster::explain {
namespace {

struct Told {
  const Scenario& scenario;
  const Way& way;
  const Plan& beside;
};

// What a violation says, before it is known which cause that is.
Reason as_told(const Way& way, const judge::Violation& violation) {
  Reason reason;
  reason.offer = way.offer;
  reason.days = violation.days;
  reason.amount = violation.measured;
  reason.limit = violation.allowed;
  reason.source = violation.source;
  return reason;
}

Reason with_cause(Reason reason, Cause cause) {
  reason.cause = cause;
  return reason;
}

// Where the time of the offer and its unit begins and ends.
struct Window {
  std::optional<Day> from, until;
};
Window window_of(const Scenario& scenario, Counting counting, Id<Offer> id) {
  const Offer& offer = scenario->offers[id];
  const Unit& unit = scenario->units[offer.unit];
  Window window{offer.from, scenario.usable_until(offer, counting)};
  if (unit.from) window.from = std::max(window.from.value_or(*unit.from), *unit.from);
  if (unit.until) window.until = std::min(window.until.value_or(*unit.until), *unit.until);
  return window;
}

// Days before the window, or after it: as many as it would have to reach further.
Reason outside_reason(const Window& window, Period days, Reason reason) {
  const bool late = window.from && days.from < *window.from;
  reason.days = late ? Period{days.from, *window.from}
                     : Period{window.until.value_or(reason.days.from), days.until};
  reason.amount = days_in(reason.days);
  reason.limit = 0;
  return with_cause(std::move(reason), late ? Cause::window_begins_late : Cause::window_ends_early);
}

// A term that is too short, or days outside of a window.
Reason window_reason(const Told& told, Reason reason) {
  if (reason.limit > 0) {
    std::swap(reason.amount, reason.limit);
    return with_cause(std::move(reason), Cause::term_too_long);
  }
  return outside_reason(window_of(told.scenario, told.beside.counting, told.way.offer),
                        days_of(told.way),
                        std::move(reason));
}

// How many days the unit's time is too short for preparing before, or recovering after, the tour.
Reason edge_reason(const Told& told, Reason reason) {
  const auto& [scenario, way, beside] = told;
  const Unit& unit = scenario->units[scenario->offers[way.offer].unit];
  const Policy& policy = scenario->policies[*unit.policy];
  const Period days = days_of(way);
  const bool late = unit.from && days.from < *unit.from + Days{policy.preparation_days};
  reason.amount = reason.limit - reason.amount;
  reason.limit = 0;
  const Days missing{reason.amount};
  reason.days =
      late ? Period{days.from, days.from + missing} : Period{days.until - missing, days.until};
  return with_cause(std::move(reason), late ? Cause::window_begins_late : Cause::window_ends_early);
}

bool is_about_length(const Told& told, const judge::Violation& violation) {
  const auto& [scenario, way, beside] = told;
  const Policy& policy =
      scenario->policies[*scenario->units[scenario->offers[way.offer].unit].policy];
  return violation.measured == days_in(days_of(way))
         && (violation.allowed == policy.tour_min_days
             || violation.allowed == policy.tour_max_days);
}

// The rest owed between a tour of the unit and this one, whichever comes first.
Reason rest_reason(const Told& told, Reason reason) {
  const auto& [scenario, way, beside] = told;
  const Id<Unit> unit = scenario->offers[way.offer].unit;
  const Tour* other = nullptr;
  for (const Tour& tour : beside.tours) {
    const bool own = scenario->offers[tour.offer].unit == unit;
    const bool next =
        tour.period.until == reason.days.from || tour.period.from == reason.days.until;
    const bool given_up = std::ranges::find(way.move.given_up, tour) != way.move.given_up.end();
    if (own && next && !given_up) other = &tour;
  }
  if (other == nullptr) return with_cause(std::move(reason), Cause::resting);
  reason.elsewhere = other->requirement;
  if (other->period.from >= days_of(way).until) {
    reason.days = other->period;
    return with_cause(std::move(reason), Cause::rest_before);
  }
  reason.days = {other->period.until, other->period.until + Days{reason.limit}};
  return with_cause(std::move(reason), Cause::resting);
}

Reason tempo_reason(const Told& told, const judge::Violation& violation) {
  Reason reason = as_told(told.way, violation);
  if (violation.other) return rest_reason(told, std::move(reason));
  if (!is_about_length(told, violation)) return edge_reason(told, std::move(reason));
  const bool too_short = violation.measured < violation.allowed;
  if (too_short) std::swap(reason.amount, reason.limit);
  if (too_short) return with_cause(std::move(reason), Cause::term_too_long);
  const auto id = told.way.move.added.front().requirement;
  const bool whole = told.scenario->requirements[id].indivisible;
  return with_cause(std::move(reason), whole ? Cause::indivisible : Cause::tour_too_long);
}

Reason condition_reason(const Told& told, Reason reason) {
  const auto& [scenario, way, beside] = told;
  const Offer& offer = scenario->offers[way.offer];
  reason.condition = offer.condition;
  Cause cause = Cause::window_begins_late;  // granted, from a later day on
  for (const Condition::Act& act : scenario->conditions[*offer.condition].acts) {
    if (act.status == ConditionStatus::open && cause == Cause::window_begins_late)
      cause = Cause::condition_open;
    if (act.status == ConditionStatus::refused) cause = Cause::condition_refused;
  }
  return with_cause(std::move(reason), cause);
}

// EUR, or days outside of the budget's period.
Reason budget_reason(const Told& told, Reason reason) {
  const auto& offer = told.scenario->offers[told.way.offer];
  const Budget& budget = told.scenario->budgets[*offer.budget];
  if (reason.limit == 0 && reason.days != budget.period)
    return outside_reason(
        {budget.period.from, budget.period.until}, days_of(told.way), std::move(reason));
  return with_cause(std::move(reason), Cause::budget);
}

// The span in which it would serve too long.
Reason totals_reason(const Told& told, Reason reason) {
  const Unit& unit = told.scenario->units[told.scenario->offers[told.way.offer].unit];
  const Policy& policy = told.scenario->policies[*unit.policy];
  reason.days.from = reason.days.until - Days{policy.total_within_days.value_or(0)};
  return with_cause(std::move(reason), Cause::totals);
}

// What is on offer, and what the floor leaves of the stock beside all that is given already.
Reason stock_reason(const Told& told, Reason reason) {
  std::int64_t asked = 0;
  for (const PlannedDelivery& delivery : told.way.move.delivered) asked += delivery.quantity;
  reason.limit = std::max<std::int64_t>(0, reason.limit - (reason.amount - asked));
  reason.amount = asked;
  return with_cause(std::move(reason), Cause::stock);
}

// Whether it asks for more: what the lead holds must be enough, all else must not be too much.
bool is_further(const Reason& reason, const Reason& than) {
  return reason.cause == Cause::lead_share ? reason.amount < than.amount
                                           : reason.amount > than.amount;
}

// The same thing twice: told by the one that is further away.
void add(Reason reason, std::vector<Reason>& reasons) {
  const auto same = std::ranges::find_if(reasons, [&](const Reason& other) {
    return other.cause == reason.cause && other.caveat == reason.caveat
           && other.elsewhere == reason.elsewhere && other.condition == reason.condition;
  });
  if (same == reasons.end())
    reasons.push_back(std::move(reason));
  else if (is_further(reason, *same))
    *same = std::move(reason);
}

// Of deliveries: rows that come later than the way would have them, and a day outside of the
// offer's time.
void add_delivery_reasons(const Told& told, Reason reason, std::vector<Reason>& reasons) {
  bool is_outside = false;
  const Offer& offer = told.scenario->offers[told.way.offer];
  for (const PlannedDelivery& delivery : told.way.move.delivered) {
    if (!delivery.delivery) {
      is_outside =
          (offer.from && delivery.on < *offer.from) || (offer.until && *offer.until <= delivery.on);
      continue;
    }
    const Delivery& row = told.scenario->deliveries[*delivery.delivery];
    if (!row.on || *row.on == delivery.on) continue;
    Reason late = reason;
    late.amount = (*row.on - delivery.on).count();
    late.days = {*row.on, *row.on + Days{1}};
    add(with_cause(std::move(late), Cause::comes_later), reasons);
  }
  if (is_outside)
    add(outside_reason({offer.from, offer.until}, days_of(told.way), std::move(reason)), reasons);
}

Reason to_reason(const Told& told, const judge::Violation& violation) {
  Reason reason = as_told(told.way, violation);
  switch (violation.rule) {
    case judge::Rule::counting:
      return with_cause(std::move(reason), Cause::status);
    case judge::Rule::window:
      return window_reason(told, std::move(reason));
    case judge::Rule::indivisible:
      return with_cause(std::move(reason), Cause::indivisible);
    case judge::Rule::scope:
      return with_cause(std::move(reason), Cause::scope);
    case judge::Rule::substitution:
      return with_cause(std::move(reason), Cause::no_worth);
    case judge::Rule::caveat:
      reason.caveat = violation.caveat;
      return with_cause(std::move(reason), Cause::caveat);
    case judge::Rule::condition:
      return condition_reason(told, std::move(reason));
    case judge::Rule::readiness:
      return with_cause(std::move(reason), Cause::notice);
    case judge::Rule::tempo:
      return tempo_reason(told, violation);
    case judge::Rule::totals:
      return totals_reason(told, std::move(reason));
    case judge::Rule::handover:
      std::swap(reason.amount, reason.limit);
      return with_cause(std::move(reason), Cause::term_too_long);
    case judge::Rule::availability:
      return with_cause(std::move(reason), Cause::elsewhere);
    case judge::Rule::nations:
      return with_cause(std::move(reason), Cause::nations);
    case judge::Rule::lead_share:
      return with_cause(std::move(reason), Cause::lead_share);
    case judge::Rule::ceiling:
      return with_cause(std::move(reason), Cause::ceiling);
    case judge::Rule::budget:
      return budget_reason(told, std::move(reason));
    case judge::Rule::stock:
      return stock_reason(told, std::move(reason));
    case judge::Rule::delivery:
      break;  // told together
    case judge::Rule::pins:
      return with_cause(std::move(reason), Cause::pinned);
  }
  return reason;
}

Reason given_up_reason(const Scenario& scenario,
                       const Way& way,
                       Id<Offer> offer,
                       Id<Requirement> requirement,
                       Period days) {
  Reason reason;
  reason.cause = Cause::elsewhere;
  reason.offer = way.offer;
  reason.elsewhere = requirement;
  reason.days = days;
  reason.source = scenario->offers[offer].source;
  return reason;
}

// Given up for a longer tour of the same offer on the same requirement.
bool is_lengthened(const Way& way, const Tour& tour) {
  return tour.offer == way.offer && tour.requirement == way.move.added.front().requirement;
}

}  // namespace

std::vector<Reason> to_reasons(const Scenario& scenario,
                               const Way& way,
                               const std::vector<judge::Violation>& breaches,
                               const Plan& beside) {
  std::vector<Reason> reasons;
  for (const judge::Violation& violation : breaches)
    if (violation.rule == judge::Rule::delivery)
      add_delivery_reasons({scenario, way, beside}, as_told(way, violation), reasons);
    else
      add(to_reason({scenario, way, beside}, violation), reasons);
  for (const Tour& tour : way.move.given_up)
    if (!is_lengthened(way, tour))
      add(given_up_reason(scenario, way, tour.offer, tour.requirement, tour.period), reasons);
  const auto& delivered = way.move.delivered;
  for (const PlannedDelivery& delivery : way.move.taken_back)
    if (delivery.requirement != delivered.front().requirement)
      add(given_up_reason(scenario,
                          way,
                          delivery.offer,
                          delivery.requirement,
                          {delivery.on, delivery.on + Days{1}}),
          reasons);
  return reasons;
}

}  // namespace muster::explain
