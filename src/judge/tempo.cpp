// SPDX-License-Identifier: Apache-2.0
// tempo: how a unit may be used over time. A presence tour lasts within the policy's limits, leaves
// days to prepare after the unit becomes available and to recover before it ceases to be, and is
// followed by rest before the unit's next tour. Measured and allowed are days; of a tour too long,
// `days` are those that it lasts too long; of a rest too short, those that it lasts.
#include <algorithm>

#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"

namespace muster::judge {
namespace {

constexpr std::int64_t permille = 1000;

void check_length(const Candidate& candidate, const Policy& policy, Findings& found) {
  const Period& period = candidate.tour.period;
  const std::int64_t length = period.length().count();
  if (policy.tour_min_days && length < *policy.tour_min_days)
    found.add({Rule::tempo, period, length, *policy.tour_min_days, policy.source});
  if (!policy.tour_max_days || length <= *policy.tour_max_days) return;
  const Period excess{period.from + Days{*policy.tour_max_days}, period.until};
  found.add({Rule::tempo, excess, length, *policy.tour_max_days, policy.source});
}

void check_edges(const Candidate& candidate, const Policy& policy, Findings& found) {
  const Period& period = candidate.tour.period;
  const Unit& unit = candidate.unit;
  const Days preparation{policy.preparation_days};
  const Days recovery{policy.recovery_days};
  if (unit.from && period.from < *unit.from + preparation)
    found.add({Rule::tempo,
               period,
               (period.from - *unit.from).count(),
               preparation.count(),
               policy.source});
  if (unit.until && *unit.until < period.until + recovery)
    found.add({Rule::tempo,
               period,
               (*unit.until - period.until).count(),
               recovery.count(),
               policy.source});
}

// Tours by unit, then in time.
std::vector<Tour> by_unit(const Scenario& scenario, std::vector<Tour> tours) {
  std::ranges::sort(tours, {}, [&](const Tour& tour) {
    return std::tuple{scenario->offers[tour.offer].unit, tour.period.from, tour.period.until, tour};
  });
  return tours;
}

// The unit's first tour that begins when this one has ended, or later; null: none.
const Tour* next_of(const Scenario& scenario, const std::vector<Tour>& tours, std::size_t at) {
  const auto unit = scenario->offers[tours[at].offer].unit;
  for (std::size_t k = at + 1; k < tours.size(); ++k) {
    if (scenario->offers[tours[k].offer].unit != unit) return nullptr;
    if (tours[k].period.from >= tours[at].period.until) return &tours[k];
  }
  return nullptr;
}

}  // namespace

void check_tempo(const Candidate& candidate, Findings& found) {
  const Policy* const policy = candidate.policy();
  if (policy == nullptr || !candidate.is_presence()) return;
  check_length(candidate, *policy, found);
  check_edges(candidate, *policy, found);
}

Days rest_after(const Scenario& scenario, const Tour& tour) {
  const Unit& unit = scenario->units[scenario->offers[tour.offer].unit];
  const bool presence = scenario->requirements[tour.requirement].kind == RequirementKind::presence;
  if (!unit.policy || unit.divisible || !presence) return Days{0};
  const Policy& policy = scenario->policies[*unit.policy];
  const std::int64_t length = tour.period.length().count();
  const std::int64_t dwell = (length * policy.dwell_permille + permille - 1) / permille;
  const std::int64_t turn_round = policy.recovery_days + policy.preparation_days;
  return Days{std::max(dwell, turn_round)};
}

void check_rest(const Scenario& scenario, const Plan& plan, std::vector<Violation>& violations) {
  const std::vector<Tour> tours = by_unit(scenario, plan.tours);
  for (std::size_t k = 0; k < tours.size(); ++k) {
    const Tour* const next = next_of(scenario, tours, k);
    if (next == nullptr) continue;
    const Period rest{tours[k].period.until, next->period.from};
    const Days owed = rest_after(scenario, tours[k]);
    if (rest.length() >= owed) continue;
    const Unit& unit = scenario->units[scenario->offers[next->offer].unit];
    violations.push_back({.rule = Rule::tempo,
                          .offer = next->offer,
                          .other = tours[k].offer,
                          .requirement = next->requirement,
                          .days = rest,
                          .measured = rest.length().count(),
                          .allowed = owed.count(),
                          .source = scenario->policies[*unit.policy].source});
  }
}

}  // namespace muster::judge
