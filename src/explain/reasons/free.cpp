// SPDX-License-Identifier: Apache-2.0
// What the unit's own tours, and those of its kin, leave of its time.
#include <algorithm>
#include <array>
#include <limits>

#include "explain/reasons/reasons.hpp"
#include "explain/ways/probes.hpp"

namespace muster::explain {
namespace {

// Days (times quantity, of a divisible unit) of the shortfall that go to each use; `at` is the tour
// that takes most of that use.
struct Use {
  std::int64_t days = 0, most = 0;
  std::optional<std::size_t> tour;
  void add(std::int64_t taken, std::size_t index) {
    days += taken;
    if (taken > most) {
      most = taken;
      tour = index;
    }
  }
};
struct Uses {
  Use here, handover, elsewhere, resting;
  std::int64_t available = 0;
  [[nodiscard]] std::int64_t free() const {
    return available - here.days - handover.days - elsewhere.days - resting.days;
  }
};

Uses uses_of(const Question& question, const Offer& offer, Period days) {
  Uses uses;
  const bool divisible = question.scenario->units[offer.unit].divisible;
  uses.available = days_in(days) * (divisible ? offer.quantity : 1);
  for (const std::size_t index : question.index.tours_of[offer.unit]) {
    const Tour& tour = question.plan.tours[index];
    const std::int64_t pieces = divisible ? tour.quantity : 1;
    const std::int64_t there = days_in(overlap(tour.period, days)) * pieces;
    if (tour.requirement == question.requirement) {
      const Period counted = judge::counted_days(question.scenario, tour);
      const std::int64_t counts = days_in(overlap(counted, days)) * pieces;
      uses.here.add(counts, index);
      uses.handover.add(there - counts, index);
    } else {
      uses.elsewhere.add(there, index);
    }
    if (question.scenario->offers[tour.offer].unit != offer.unit) continue;
    const int rest =
        rest_after(question.scenario, offer.unit, tour.requirement, days_in(tour.period));
    const Period dwell{tour.period.until, tour.period.until + Days{rest}};
    uses.resting.add(days_in(overlap(dwell, days)), index);
  }
  return uses;
}

Reason busy_reason(const Question& question, Cause cause, const Use& use) {
  const Tour& tour = question.plan.tours[*use.tour];
  Reason reason;
  reason.cause = cause;
  reason.days = tour.period;
  reason.elsewhere = tour.requirement;
  const Id<Unit> unit = question.scenario->offers[tour.offer].unit;
  reason.source = question.scenario->offers[tour.offer].source;
  if (cause == Cause::resting) {
    const int rest = rest_after(question.scenario, unit, tour.requirement, days_in(tour.period));
    reason.days = {tour.period.until, tour.period.until + Days{rest}};
    if (const auto& policy = question.scenario->units[unit].policy) {
      reason.source = question.scenario->policies[*policy].source;
    }
  }
  if (cause == Cause::handover) {
    const Requirement& requirement = question.scenario->requirements[question.requirement];
    reason.amount = requirement.overlap_days;
    reason.days.until = judge::counted_days(question.scenario, tour).from;
    reason.source = requirement.source;
  }
  return reason;
}

// A tour of the least length within the gap that shares most days with the shortfall.
Period probe_within(Period gap, Period shortfall, int shortest) {
  const Period shared = overlap(gap, shortfall);
  if (days_in(shared) >= shortest) return shared;
  const Day from = std::min(shared.from, gap.until - Days{shortest});
  return {from, from + Days{shortest}};
}

constexpr int most_days = std::numeric_limits<int>::max();

Reason free_reason(const Question& question, Id<Offer> offer_id, Period usable) {
  const Offer& offer = question.scenario->offers[offer_id];
  const int shortest = shortest_tour(question, offer_id);
  const bool divisible = question.scenario->units[offer.unit].divisible;
  const Period gap = divisible ? usable : widest_gap(question, offer, usable, shortest);
  Reason reason;
  reason.days = gap;
  reason.source = offer.source;
  const bool whole = question.scenario->requirements[question.requirement].indivisible;
  const auto longest = longest_tour(question, offer_id);
  const std::int64_t at_most = std::min(days_in(gap), std::int64_t{longest.value_or(most_days)});
  if (days_in(gap) < shortest || (whole && at_most < shortest)) {
    reason.cause = whole ? Cause::indivisible : Cause::term_too_long;
    reason.amount = shortest;
    reason.limit = whole ? at_most : days_in(gap);
    return reason;
  }
  const Period probe = probe_within(gap, question.days, shortest);
  if (const auto total = why_not_within_total(question, offer_id, probe)) return *total;
  if (const auto limit = why_not_within_limits(question, offer_id, probe)) return *limit;
  reason.cause = Cause::not_worth_it;
  reason.days = overlap(gap, question.days);
  return reason;
}

}  // namespace

std::optional<Reason> why_not_free(const Question& question, Id<Offer> offer_id) {
  const Offer& offer = question.scenario->offers[offer_id];
  const Period usable = usable_days(question, offer_id);
  const Uses uses = uses_of(question, offer, overlap(usable, question.days));
  const std::array<std::pair<std::int64_t, Cause>, 4> kinds{
      {{uses.handover.days, Cause::handover},
       {uses.elsewhere.days, Cause::elsewhere},
       {uses.resting.days, Cause::resting},
       {uses.free(), Cause::not_worth_it}}};
  const auto most = std::ranges::max_element(kinds, {}, &std::pair<std::int64_t, Cause>::first);
  if (most->first <= 0) return std::nullopt;
  Reason reason;
  if (most->second == Cause::handover) reason = busy_reason(question, most->second, uses.handover);
  if (most->second == Cause::elsewhere)
    reason = busy_reason(question, most->second, uses.elsewhere);
  if (most->second == Cause::resting) reason = busy_reason(question, most->second, uses.resting);
  if (most->second == Cause::not_worth_it) reason = free_reason(question, offer_id, usable);
  reason.offer = offer_id;
  return reason;
}

}  // namespace muster::explain
