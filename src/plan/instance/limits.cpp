// SPDX-License-Identifier: Apache-2.0
#include "plan/instance/limits.hpp"

#include <algorithm>

#include "base/wide.hpp"

#include "model/certificate.hpp"

namespace muster::plan {
namespace {

bool pays_for_tours(const Offer& offer) {
  return offer.budget && offer.cost && offer.cost->count() > 0 && offer.cost_per != CostPer::once;
}

// Days of presence over the whole grid: as many spans as fit into it, and what is left of it.
std::int64_t most_presence(const TotalRule& rule, std::int64_t days) {
  return days / rule.within_days * rule.most_days
         + std::min(rule.most_days, days % rule.within_days);
}

}  // namespace

LabelScale::LabelScale(std::int64_t limit) {
  for (std::int64_t k = 0; k <= most_label; ++k)
    least_.push_back(static_cast<std::int64_t>(Wide{limit} * (k + 1) / (most_label + 1)) + 1);
}

ScheduleLimits schedule_limits(const Scenario& scenario,
                               std::span<const Id<Offer>> offers,
                               const std::optional<TotalRule>& total,
                               std::int64_t days) {
  ScheduleLimits limits;
  const auto paid = std::ranges::find_if(
      offers, [&](Id<Offer> id) { return pays_for_tours(scenario->offers[id]); });
  if (paid != offers.end()) {
    limits.budget = scenario->offers[*paid].budget;
    limits.money = LabelScale{scenario->budgets[*limits.budget].amount};
  }
  if (total && most_presence(*total, days) < days)
    limits.presence = LabelScale{most_presence(*total, days)};
  return limits;
}

}  // namespace muster::plan
