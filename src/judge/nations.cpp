// SPDX-License-Identifier: Apache-2.0
// nations: on no day more nations on a requirement than it allows. Measured and allowed: nations.
// lead share: on every day on which anything is filled, enough of it is filled by the activity's
// lead. Measured: thousandths of what is filled; allowed: at least so many. Without a lead there is
// no share.
#include <map>
#include <set>

#include "judge/rules/contributions.hpp"
#include "judge/rules/rules.hpp"
#include "judge/rules/stretches.hpp"

namespace muster::judge {
namespace {

constexpr std::int64_t permille = 1000;

std::int64_t nations_on(const Scenario& scenario,
                        const std::vector<Tour>& tours,
                        const Period& days) {
  std::set<Id<Nation>> nations;
  for (const Tour& tour : tours)
    if (overlaps(tour.period, days)) nations.insert(scenario->offers[tour.offer].nation);
  return static_cast<std::int64_t>(nations.size());
}

void check_nations_of(const Scenario& scenario,
                      Id<Requirement> id,
                      const std::vector<Tour>& tours,
                      std::vector<Violation>& violations) {
  const Requirement& requirement = scenario->requirements[id];
  const auto days_of = [](const Tour& tour) { return tour.period; };
  for (const Period& days : stretches_of(requirement.period, tours, days_of)) {
    const std::int64_t nations = nations_on(scenario, tours, days);
    if (nations > *requirement.max_nations)
      add_joined(violations,
                 {.rule = Rule::nations,
                  .offer = {},
                  .other = {},
                  .requirement = id,
                  .days = days,
                  .measured = nations,
                  .allowed = *requirement.max_nations,
                  .source = requirement.source});
  }
}

void check_lead_of(const Scenario& scenario,
                   Id<Requirement> id,
                   const std::vector<Contribution>& parts,
                   std::vector<Violation>& violations) {
  const Requirement& requirement = scenario->requirements[id];
  const auto lead = scenario->activities[requirement.activity].lead;
  if (!requirement.lead_share_permille || !lead) return;
  const auto days_of = [](const Contribution& part) { return part.days; };
  for (const Period& days : stretches_of(requirement.period, parts, days_of)) {
    std::int64_t filled = 0;
    std::int64_t by_lead = 0;
    for (const Contribution& part : parts) {
      if (!overlaps(part.days, days)) continue;
      filled += part.amount.count();
      if (part.nation == *lead) by_lead += part.amount.count();
    }
    if (by_lead * permille < *requirement.lead_share_permille * filled)
      add_joined(violations,
                 {.rule = Rule::lead_share,
                  .offer = {},
                  .other = {},
                  .requirement = id,
                  .days = days,
                  .measured = by_lead * permille / filled,
                  .allowed = *requirement.lead_share_permille,
                  .source = requirement.source});
  }
}

}  // namespace

void check_nations(const Scenario& scenario, const Plan& plan, std::vector<Violation>& violations) {
  std::map<Id<Requirement>, std::vector<Tour>> limited;
  for (const Tour& tour : plan.tours)
    if (scenario->requirements[tour.requirement].max_nations)
      limited[tour.requirement].push_back(tour);
  for (const auto& [id, tours] : limited) check_nations_of(scenario, id, tours, violations);
}

void check_lead_share(const Scenario& scenario,
                      const Plan& plan,
                      std::vector<Violation>& violations) {
  std::map<Id<Requirement>, std::vector<Contribution>> shared;
  const auto add = [&](const auto& use) {
    if (scenario->requirements[use.requirement].lead_share_permille)
      add_contribution(scenario, use, shared[use.requirement]);
  };
  std::ranges::for_each(plan.tours, add);
  std::ranges::for_each(plan.deliveries, add);
  for (const auto& [id, parts] : shared) check_lead_of(scenario, id, parts, violations);
}

}  // namespace muster::judge
