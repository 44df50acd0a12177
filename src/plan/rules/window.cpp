// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "plan/rules/rules.hpp"

namespace muster::plan {
namespace {

void narrow_to_unit(const Scenario& scenario, const Unit& unit, bool presence, Period& window) {
  Days preparation{0};
  Days recovery{0};
  if (presence && unit.policy) {
    preparation = Days{scenario->policies[*unit.policy].preparation_days};
    recovery = Days{scenario->policies[*unit.policy].recovery_days};
  }
  if (unit.from) window.from = std::max(window.from, *unit.from + preparation);
  if (unit.until) window.until = std::min(window.until, *unit.until - recovery);
}

void narrow_to_offer(const Scenario& scenario,
                     const Offer& offer,
                     Counting counting,
                     Period& window) {
  if (offer.from) window.from = std::max(window.from, *offer.from);
  if (const auto until = scenario.usable_until(offer, counting))
    window.until = std::min(window.until, *until);
  if (!offer.budget) return;
  const Period& paid = scenario->budgets[*offer.budget].period;
  window.from = std::max(window.from, paid.from);
  window.until = std::min(window.until, paid.until);
}

}  // namespace

Period tour_window(const Scenario& scenario,
                   const Offer& offer,
                   const Requirement& requirement,
                   Counting counting) {
  Period window = requirement.period;
  const bool presence = requirement.kind == RequirementKind::presence;
  narrow_to_offer(scenario, offer, counting, window);
  narrow_to_unit(scenario, scenario->units[offer.unit], presence, window);
  const auto from = usable_from(scenario, offer, counting);
  if (!from) return {window.from, window.from};
  window.from = std::max(window.from, *from);
  if (window.until < window.from) window.until = window.from;
  return window;
}

}  // namespace muster::plan
