// SPDX-License-Identifier: Apache-2.0
#include "explain/burden.hpp"

#include <algorithm>
#include <set>

#include "base/demand.hpp"

#include "explain/burden/sums.hpp"
#include "judge/uses.hpp"

namespace muster::explain {
namespace {

// Nations that have an offer which has not ended, or give anything in the plan.
Table<Nation, char> taking_part(const Scenario& scenario, const Plan& plan) {
  Table<Nation, char> part{scenario->nations.size()};
  for (const Id<Offer> id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[id];
    if (!is_ended(offer.status)) part[offer.nation] = 1;
  }
  for (const Tour& tour : plan.tours) part[scenario->offers[tour.offer].nation] = 1;
  for (const PlannedDelivery& delivery : plan.deliveries) {
    part[scenario->offers[delivery.offer].nation] = 1;
  }
  return part;
}

bool gives_anything(const NationBurden& nation) {
  return std::ranges::any_of(nation.burdens,
                             [](const BurdenSums& sums) { return sums[BurdenPart::all] > 0; });
}

std::size_t count_without_people(const Scenario& scenario, const Plan& plan) {
  std::set<Id<Unit>> units;
  for (const Tour& tour : plan.tours) {
    const Id<Unit> unit = scenario->offers[tour.offer].unit;
    const bool present = scenario->requirements[tour.requirement].kind == RequirementKind::presence;
    if (present && judge::persons_of(scenario, tour).count() == 0) units.insert(unit);
  }
  return units.size();
}

void compare_with_key(BurdenAnswer& answer) {
  for (const BurdenMeasure measure : burden_measures) {
    for (const BurdenPart part : burden_parts) {
      std::vector<Bearing> bearing;
      for (const NationBurden& nation : answer.nations) {
        if (nation.key) bearing.push_back({nation[measure][part], *nation.key});
      }
      answer.compared = bearing.size();
      answer.gini[static_cast<std::size_t>(measure)][static_cast<std::size_t>(part)] =
          gini(bearing);
    }
  }
}

void tell_withdrawal(const Scenario& scenario,
                     const Plan& plan,
                     const judge::Verdict& verdict,
                     std::optional<Id<Nation>> asked,
                     BurdenAnswer& answer) {
  for (NationBurden& nation : answer.nations) {
    if (!gives_anything(nation) && nation.nation != asked) continue;
    Withdrawal gone = withdrawal_of(scenario, plan, verdict, nation.nation);
    nation.leaves = gone.after - gone.before;
    nation.leaves_weighted = gone.weighted_after - gone.weighted_before;
    const bool is_largest = !answer.withdrawal
                            || nation.leaves_weighted > answer.withdrawal->weighted_after
                                                            - answer.withdrawal->weighted_before;
    if (asked ? nation.nation == *asked : is_largest) answer.withdrawal = std::move(gone);
  }
  if (!answer.withdrawal) return;
  const Plan rest = without(scenario, plan, answer.withdrawal->nation);
  const std::size_t broken = judge::evaluate(scenario, rest, {}).violations.size();
  const std::size_t before = verdict.violations.size();
  answer.withdrawal->rules_broken = broken > before ? broken - before : 0;
}

}  // namespace

BurdenAnswer burden(const Scenario& scenario,
                    const Plan& plan,
                    const judge::Verdict& verdict,
                    const BurdenKey& key,
                    std::optional<Id<Nation>> without) {
  BurdenAnswer answer;
  const Table<Nation, char> part = taking_part(scenario, plan);
  const Table<Nation, Burdens> burdens = burdens_of(scenario, plan);
  for (const Id<Nation> id : scenario->nations.ids()) {
    if (part[id] == 0 && without != id) continue;
    answer.nations.push_back({id, key[id], burdens[id], 0, 0});
    for (std::size_t m = 0; m < burden_measures.size(); ++m) {
      for (std::size_t p = 0; p < burden_parts.size(); ++p) {
        answer.total[m].of[p] += burdens[id][m].of[p];
      }
    }
  }
  compare_with_key(answer);
  answer.units_without_people = count_without_people(scenario, plan);
  tell_withdrawal(scenario, plan, verdict, without, answer);
  return answer;
}

std::int64_t permille(Wide part, Wide whole) {
  return whole == 0 ? 0 : static_cast<std::int64_t>((part * 2000 + whole) / (2 * whole));
}

std::optional<std::int64_t> gini(const std::vector<Bearing>& nations) {
  Wide burdens = 0, keys = 0, apart = 0;
  for (const Bearing& one : nations) {
    burdens += one.burden;
    keys += one.key;
    for (const Bearing& other : nations) {
      const Wide difference = one.burden * other.key - other.burden * one.key;
      apart += difference < 0 ? -difference : difference;
    }
  }
  if (burdens == 0 || keys == 0) return std::nullopt;
  return permille(apart, 2 * burdens * keys);
}

std::string_view to_text(BurdenMeasure measure) {
  switch (measure) {
    case BurdenMeasure::people_days:
      return "people_days";
    case BurdenMeasure::units:
      return "units";
    case BurdenMeasure::equipment:
      return "equipment";
    case BurdenMeasure::money:
      return "money";
  }
  throw Defect{"every measure of burden has a name"};
}

std::string_view to_text(BurdenPart part) {
  switch (part) {
    case BurdenPart::all:
      return "all";
    case BurdenPart::uncaveated:
      return "uncaveated";
    case BurdenPart::firm:
      return "firm";
    case BurdenPart::firm_uncaveated:
      return "firm_uncaveated";
  }
  throw Defect{"every part of a burden has a name"};
}

}  // namespace muster::explain
