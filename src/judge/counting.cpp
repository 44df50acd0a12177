// SPDX-License-Identifier: Apache-2.0
// counting: an offer is used only where its status is firm enough for what the plan counts.
// Measured and allowed are steps of softness (0 committed or in place … 4 explored, 5 ended).
#include "judge/rules/rules.hpp"
#include "model/goals.hpp"

namespace muster::judge {
namespace {

constexpr int ended = 5;

int softness_today(const Scenario& scenario, const Offer& offer) {
  const bool lapsed = offer.valid_until && *offer.valid_until < scenario->as_of;
  return is_ended(offer.status) || lapsed ? ended : softness(offer.status);
}

int softest_allowed(Counting counting) {
  switch (counting) {
    case Counting::firm:
      return softness(OfferStatus::committed);
    case Counting::expected:
      return softness(OfferStatus::accepted);
    case Counting::best:
      return softness(OfferStatus::explored);
  }
  return 0;
}

}  // namespace

bool counts(const Scenario& scenario, Counting counting, const Offer& offer) {
  return softness_today(scenario, offer) <= softest_allowed(counting);
}

void check_counting(const Candidate& candidate, Findings& found) {
  const int measured = softness_today(candidate.scenario, candidate.offer);
  const int allowed = softest_allowed(candidate.counting);
  if (measured > allowed)
    found.add({Rule::counting, candidate.tour.period, measured, allowed, candidate.offer.source});
}

}  // namespace muster::judge
