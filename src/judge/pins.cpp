// SPDX-License-Identifier: Apache-2.0
// pins: a plan has every tour that is fixed, and none that is forbidden; an indivisible unit that
// is fixed does nothing else on those days but a declared double use. Of a tour that may not be:
// measured its days, allowed 0. Of a fixed one that is missing: measured the quantity that is
// there, allowed the least.
#include <algorithm>
#include <vector>

#include "base/table.hpp"

#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"

namespace muster::judge {
namespace {

bool names(const Pin& pin, const Tour& tour) {
  return pin.offer == tour.offer && (!pin.requirement || *pin.requirement == tour.requirement);
}

bool may_be_beside(const Candidate& candidate, const Pin& fixed) {
  const auto id = candidate.offer.unit;
  const auto here = candidate.tour.requirement;
  const auto there = *fixed.requirement;
  return std::ranges::any_of(candidate.scenario->double_uses, [&](const DoubleUse& use) {
    return use.unit == id
           && ((use.requirement == here && use.also == there)
               || (use.requirement == there && use.also == here));
  });
}

bool is_against(const Candidate& candidate, const Pin& pin) {
  if (pin.kind == PinKind::forbid) return names(pin, candidate.tour);
  return pin.kind == PinKind::fix && !candidate.unit.divisible && !names(pin, candidate.tour)
         && !may_be_beside(candidate, pin);
}

std::int64_t quantity_there(const Plan& plan, const Pin& pin, const Period& days) {
  std::int64_t sum = 0;
  for (const Tour& tour : plan.tours)
    if (names(pin, tour) && overlaps(tour.period, days)) sum += tour.quantity;
  return sum;
}

}  // namespace

void check_pins(const Candidate& candidate, Findings& found) {
  for (const std::size_t index : candidate.scenario->pins_of[candidate.offer.unit]) {
    const Pin& pin = candidate.scenario->pins[index];
    const Period days = shared_days(pin.period, candidate.tour.period);
    if (days.length() > Days{0} && is_against(candidate, pin))
      found.add({Rule::pins, days, days.length().count(), 0, pin.source});
  }
}

std::vector<Violation> check_fixed(const Plan& plan, const Pin& pin) {
  std::vector<Violation> missing;
  if (pin.kind != PinKind::fix) return missing;
  const auto period_of = [&](const Tour& tour) {
    return names(pin, tour) ? tour.period : Period{pin.period.from, pin.period.from};
  };
  for (const Period& days : stretches_of(pin.period, plan.tours, period_of)) {
    const std::int64_t there = quantity_there(plan, pin, days);
    if (there < pin.quantity)
      add_joined(missing,
                 {.rule = Rule::pins,
                  .offer = pin.offer,
                  .other = {},
                  .requirement = pin.requirement,
                  .days = days,
                  .measured = there,
                  .allowed = pin.quantity,
                  .source = pin.source});
  }
  return missing;
}

void check_all_fixed(const Scenario& scenario,
                     const Plan& plan,
                     std::vector<Violation>& violations) {
  if (scenario->pins.empty()) return;
  Table<Offer, std::vector<Tour>> tours_of{scenario->offers.size()};
  for (const Tour& tour : plan.tours) tours_of[tour.offer].push_back(tour);
  Plan part{plan.counting, {}, {}};
  for (const Pin& pin : scenario->pins) {
    part.tours = tours_of[pin.offer];
    std::ranges::move(check_fixed(part, pin), std::back_inserter(violations));
  }
}

}  // namespace muster::judge
