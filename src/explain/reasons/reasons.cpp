// SPDX-License-Identifier: Apache-2.0
#include "explain/reasons/reasons.hpp"

#include <algorithm>
#include <tuple>

#include "base/demand.hpp"

namespace muster::explain {
namespace {

// Causes whose amount is days away from the shortfall.
bool counts_days(Cause cause) {
  return cause == Cause::window_ends_early || cause == Cause::window_begins_late
         || cause == Cause::comes_later;
}

}  // namespace

bool is_live(const Scenario& scenario, const Offer& offer) {
  return !is_ended(offer.status) && !(offer.valid_until && *offer.valid_until < scenario->as_of);
}

std::optional<Reason> why_not(const Question& question, Id<Offer> offer) {
  if (auto reason = why_not_allowed(question, offer)) return reason;
  const auto kind = question.scenario->requirements[question.requirement].kind;
  if (kind == RequirementKind::delivery) return why_not_delivered(question, offer);
  if (auto reason = why_not_in_time(question, offer)) return reason;
  return why_not_free(question, offer);
}

int effort_of(Cause cause) {
  switch (cause) {
    case Cause::nobody_offers:
    case Cause::all_given:
    case Cause::none_could:
      return 0;
    case Cause::comes_later:
      return 1;
    case Cause::handover:
      return 2;
    case Cause::not_worth_it:
      return 3;
    case Cause::condition_open:
      return 4;
    case Cause::status:
      return 5;
    case Cause::window_ends_early:
    case Cause::window_begins_late:
      return 6;
    case Cause::term_too_long:
    case Cause::tour_too_long:
    case Cause::indivisible:
      return 7;
    case Cause::notice:
      return 8;
    case Cause::resting:
    case Cause::rest_before:
    case Cause::totals:
      return 9;
    case Cause::elsewhere:
      return 10;
    case Cause::budget:
    case Cause::ceiling:
    case Cause::stock:
    case Cause::nations:
    case Cause::lead_share:
      return 11;
    case Cause::caveat:
      return 12;
    case Cause::condition_refused:
      return 13;
    case Cause::scope:
      return 14;
    case Cause::pinned:
    case Cause::no_worth:
      return 15;
  }
  throw Defect{"every cause has its effort"};
}

void keep_nearest(const Scenario& scenario,
                  Id<Requirement> requirement,
                  std::size_t most,
                  std::vector<Reason>& reasons) {
  const auto nearness = [&](std::size_t place) {
    const Reason& reason = reasons[place];
    const Amount gives =
        reason.offer ? scenario.contribution(
                           *reason.offer, requirement, scenario->offers[*reason.offer].quantity)
                     : Amount{};
    const std::int64_t days = counts_days(reason.cause) ? reason.amount : 0;
    return std::tuple{effort_of(reason.cause), days, -gives.count(), reason.offer, place};
  };
  std::vector<decltype(nearness(0))> order;
  for (std::size_t place = 0; place < reasons.size(); ++place) order.push_back(nearness(place));
  most = std::min(most, order.size());
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(most));
  std::vector<Reason> kept;
  for (std::size_t k = 0; k < most; ++k) kept.push_back(std::move(reasons[std::get<4>(order[k])]));
  reasons = std::move(kept);
}

}  // namespace muster::explain
