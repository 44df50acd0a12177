// SPDX-License-Identifier: Apache-2.0
// Why an offer of equipment or money is not there by the days of a shortfall.
#include <algorithm>

#include "explain/reasons/reasons.hpp"
#include "explain/tree.hpp"

namespace muster::explain {
namespace {

struct Given {
  std::int64_t in_all = 0;       // of the offer, to anybody
  std::optional<Day> next_here;  // the first delivery here after the shortfall begins
  std::optional<Id<Requirement>> elsewhere;
  std::string source;
};

Given given_by(const Question& question, Id<Offer> offer) {
  Given given;
  for (const std::size_t i : question.index.deliveries_of[offer]) {
    const PlannedDelivery& delivery = question.plan.deliveries[i];
    given.in_all += delivery.quantity;
    if (delivery.requirement != question.requirement) given.elsewhere = delivery.requirement;
    const bool later = delivery.requirement == question.requirement
                       && delivery.on > question.days.from
                       && (!given.next_here || delivery.on < *given.next_here);
    if (!later) continue;
    given.next_here = delivery.on;
    if (delivery.delivery) given.source = question.scenario->deliveries[*delivery.delivery].source;
  }
  return given;
}

std::optional<Reason> below_floor(const Question& question,
                                  const Offer& offer,
                                  std::int64_t undelivered) {
  for (const StockState& state : question.index.stocks) {
    const Stock& stock = question.scenario->stocks[state.stock];
    const bool concerns = stock.nation == offer.nation
                          && lies_below(question.scenario, offer.capability, stock.capability)
                          && days_in(overlap(state.period, question.days)) > 0;
    const std::int64_t above = std::max<std::int64_t>(0, state.left - stock.floor);
    if (!concerns || above >= undelivered) continue;
    Reason reason;
    reason.cause = Cause::stock;
    reason.amount = undelivered;
    reason.limit = above;
    reason.days = state.period;
    reason.source = stock.source;
    return reason;
  }
  return std::nullopt;
}

// What comes once stays: only an offer whose time begins after the shortfall does is too late.
std::optional<Reason> begins_late(const Question& question, Id<Offer> offer) {
  const Period usable = usable_days(question, offer);
  if (days_in(usable) > 0 && usable.from <= question.days.from) return std::nullopt;
  Reason reason;
  reason.cause = days_in(usable) > 0 ? Cause::window_begins_late : Cause::window_ends_early;
  const auto late = usable.from - question.days.from;
  const auto early = question.days.until - usable.until;
  reason.amount = (days_in(usable) > 0 ? late : early).count();
  reason.days = question.days;
  return reason;
}

std::optional<Reason> first_reason(const Question& question, Id<Offer> id, const Given& given) {
  const Offer& offer = question.scenario->offers[id];
  Reason reason;
  reason.days = question.days;
  if (given.elsewhere) {
    reason.cause = Cause::elsewhere;
    reason.elsewhere = given.elsewhere;
    return reason;
  }
  if (given.next_here) {
    reason.cause = Cause::comes_later;
    reason.amount = (*given.next_here - question.days.from).count();
    reason.days = {*given.next_here, *given.next_here + Days{1}};
    reason.source = given.source;
    return reason;
  }
  if (given.in_all >= offer.quantity) return std::nullopt;
  if (auto late = begins_late(question, id)) return late;
  if (auto floor = below_floor(question, offer, offer.quantity - given.in_all)) return floor;
  reason.cause = Cause::not_worth_it;
  return reason;
}

}  // namespace

std::optional<Reason> why_not_delivered(const Question& question, Id<Offer> offer) {
  auto reason = first_reason(question, offer, given_by(question, offer));
  if (!reason) return std::nullopt;
  reason->offer = offer;
  if (reason->source.empty()) reason->source = question.scenario->offers[offer].source;
  return reason;
}

}  // namespace muster::explain
