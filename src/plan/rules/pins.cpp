// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "plan/rules/rules.hpp"

namespace muster::plan {
namespace {

bool is_declared(const Scenario& scenario,
                 Id<Unit> unit,
                 Id<Requirement> one,
                 Id<Requirement> other) {
  return std::ranges::any_of(scenario->double_uses, [&](const DoubleUse& use) {
    const bool as_said = use.requirement == one && use.also == other;
    const bool turned = use.requirement == other && use.also == one;
    return use.unit == unit && (as_said || turned);
  });
}

bool closes(const Scenario& scenario,
            const Pin& pin,
            Id<Offer> offer,
            Id<Requirement> requirement) {
  const Id<Unit> unit = scenario->offers[offer].unit;
  switch (pin.kind) {
    case PinKind::forbid:
      return pin.offer == offer && pin.requirement.value_or(requirement) == requirement;
    case PinKind::fix:
      if (scenario->units[unit].divisible) return false;
      if (pin.offer == offer && *pin.requirement == requirement) return false;
      return !is_declared(scenario, unit, *pin.requirement, requirement);
    case PinKind::prefer:
      return false;
  }
  return false;
}

}  // namespace

std::vector<Period> outside_pins(const Scenario& scenario,
                                 Id<Offer> offer,
                                 Id<Requirement> requirement,
                                 std::vector<Period> windows) {
  for (const std::size_t index : scenario->pins_of[scenario->offers[offer].unit]) {
    const Pin& pin = scenario->pins[index];
    if (!closes(scenario, pin, offer, requirement)) continue;
    std::vector<Period> left;
    for (const Period& window : windows) {
      const Period before{window.from, std::min(window.until, pin.period.from)};
      const Period after{std::max(window.from, pin.period.until), window.until};
      if (before.from < before.until) left.push_back(before);
      if (after.from < after.until) left.push_back(after);
    }
    windows = std::move(left);
  }
  return windows;
}

}  // namespace muster::plan
