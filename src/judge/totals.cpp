// SPDX-License-Identifier: Apache-2.0
// totals: a unit is present on no more days than its policy allows within any span of so many
// consecutive days, wherever the span begins. A declared double use counts its days once. The
// pieces of a pool are not told apart, so of a pool each tour alone keeps to it. Measured and
// allowed are days; `days` are those on which the unit is there too long.
#include <algorithm>
#include <map>

#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"

namespace muster::judge {
namespace {

struct Total {
  Days most{0}, within{0};
  const std::string* source = nullptr;
};

std::optional<Total> total_of(const Scenario& scenario, const Unit& unit) {
  if (!unit.policy) return std::nullopt;
  const Policy& policy = scenario->policies[*unit.policy];
  if (!policy.total_days || !policy.total_within_days) return std::nullopt;
  return Total{Days{*policy.total_days}, Days{*policy.total_within_days}, &policy.source};
}

bool is_too_long_alone(const Total& total, const Period& period) {
  return std::min(period.length(), total.within) > total.most;
}

using Tours = std::vector<const Tour*>;

// Days that the tours, which do not overlap, have in common with a span.
Days days_within(const Tours& tours, const Period& span) {
  Days sum{0};
  for (const Tour* tour : tours) sum += shared_days(tour->period, span).length();
  return sum;
}

// The span that ends with a day holds the more the later that day is within one tour: it gains a
// day of the tour and loses at most one. So its last day says whether the tour keeps to the total.
void check_tour_among(const Tours& tours,
                      std::size_t at,
                      const Total& total,
                      std::vector<Violation>& violations) {
  const Tour& tour = *tours[at];
  const auto span_to = [&](Day end) { return Period{end - total.within, end}; };
  const Days served = days_within(tours, span_to(tour.period.until));
  if (served <= total.most || is_too_long_alone(total, tour.period)) return;
  Day from = tour.period.from;
  while (days_within(tours, span_to(from + Days{1})) <= total.most) from += Days{1};
  violations.push_back({.rule = Rule::totals,
                        .offer = tour.offer,
                        .other = {},
                        .requirement = tour.requirement,
                        .days = {from, tour.period.until},
                        .measured = served.count(),
                        .allowed = total.most.count(),
                        .source = *total.source});
}

bool is_counted(const Scenario& scenario, const Tour& tour) {
  return !scenario->units[scenario->offers[tour.offer].unit].divisible
         && scenario->requirements[tour.requirement].kind == RequirementKind::presence;
}

// By unit, in time; of tours over the same days, a double use, only the first.
std::map<Id<Unit>, Tours> counted_tours(const Scenario& scenario, const Plan& plan) {
  std::map<Id<Unit>, Tours> by_unit;
  for (const Tour& tour : plan.tours)
    if (is_counted(scenario, tour)) by_unit[scenario->offers[tour.offer].unit].push_back(&tour);
  for (auto& [unit, tours] : by_unit) {
    const auto when = [](const Tour* tour) {
      return std::tuple{tour->period.from, tour->period.until};
    };
    std::ranges::stable_sort(tours, {}, when);
    const auto repeated = std::ranges::unique(tours, {}, when);
    tours.erase(repeated.begin(), repeated.end());
  }
  return by_unit;
}

}  // namespace

void check_total(const Candidate& candidate, Findings& found) {
  const auto total = total_of(candidate.scenario, candidate.unit);
  const Period& period = candidate.tour.period;
  if (!total || !candidate.is_presence() || !is_too_long_alone(*total, period)) return;
  found.add({Rule::totals,
             {period.from + total->most, period.until},
             std::min(period.length(), total->within).count(),
             total->most.count(),
             *total->source});
}

void check_totals(const Scenario& scenario, const Plan& plan, std::vector<Violation>& violations) {
  for (const auto& [unit, tours] : counted_tours(scenario, plan)) {
    const auto total = total_of(scenario, scenario->units[unit]);
    if (!total) continue;
    for (std::size_t k = 0; k < tours.size(); ++k) check_tour_among(tours, k, *total, violations);
  }
}

}  // namespace muster::judge
