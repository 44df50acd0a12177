// SPDX-License-Identifier: Apache-2.0
#include "verify/proof/prices.hpp"

#include <algorithm>

#include "base/demand.hpp"

#include "model/futures.hpp"

namespace muster::verify {
namespace {

Sums sums_of(const std::vector<std::int64_t>& prices, std::size_t boundaries) {
  Sums sums{0};
  for (const std::int64_t price : prices) sums.push_back(sums.back() + price);
  demand(sums.size() == boundaries, "there is a price for every bucket of the grid");
  return sums;
}

// For every day from the first boundary to the last: the first boundary on or after it.
std::vector<std::size_t> boundaries_by_day(const Grid& grid) {
  std::vector<std::size_t> boundaries;
  std::size_t next = 0;
  for (Day day = grid.front(); day <= grid.back(); day += Days{1}) {
    if (grid[next] < day) ++next;
    boundaries.push_back(next);
  }
  return boundaries;
}

}  // namespace

Prices::Prices(const Scenario& situation,
               Counting how,
               const Plan& plan_in_force,
               const Grid& boundaries,
               const Certificate& claimed)
    : scenario{situation},
      counting{how},
      in_force{plan_in_force},
      grid{boundaries},
      certificate{claimed},
      scales{goal_scales(situation)},
      has_distance{!judge::is_empty(plan_in_force)},
      requirement{situation->requirements.size()},
      person{situation->nations.size(), Sums(boundaries.size(), 0)},
      kin{situation->units.size()},
      boundary_{boundaries_by_day(boundaries)} {
  if (situation->futures.size() == 0)
    for (const auto id : requirement.ids())
      requirement[id] = sums_of(claimed.requirement[id], boundaries.size());
  for (const auto id : situation->ceilings.ids()) {
    const Sums sums = sums_of(claimed.ceiling[id], boundaries.size());
    Sums& total = person[situation->ceilings[id].nation];
    for (std::size_t i = 0; i < sums.size(); ++i) total[i] += sums[i];
  }
  for (const auto id : situation->fair_shares.ids()) {
    Sums& total = person[situation->fair_shares[id].nation];
    for (std::size_t i = 0; i < total.size(); ++i)
      total[i] += Wide{claimed.fair_share[id]} * (boundaries[i] - boundaries.front()).count();
  }
  for (const auto id : situation->kin.ids()) {
    const KinPair& pair = situation->kin[id];
    const Sums sums = sums_of(claimed.kin[id], boundaries.size());
    add_kin(pair.one, pieces_of(situation->units[pair.other]), sums);
    add_kin(pair.other, pieces_of(situation->units[pair.one]), sums);
  }
}

void Prices::add_kin(Id<Unit> unit, Wide pieces_of_other, const Sums& sums) {
  kin[unit].resize(sums.size(), 0);
  for (std::size_t i = 0; i < sums.size(); ++i) kin[unit][i] += pieces_of_other * sums[i];
}

Sums Prices::sums_for(Id<Offer> offer, Id<Requirement> id) const {
  const std::size_t buckets = grid.size() - 1;
  std::vector<Wide> earned(buckets, 0);
  for (const auto f : scenario->futures.ids())
    for (const Period& there :
         left_in(scenario->futures[f], offer, scenario->requirements[id].period))
      for (std::size_t b = at_or_after(there.from); b < buckets && grid[b] < there.until; ++b)
        earned[b] += certificate.requirement[id][f.index() * buckets + b];
  Sums sums{0};
  for (const Wide& price : earned) sums.push_back(sums.back() + price);
  return sums;
}

Wide Prices::earned_from(Id<Offer> offer, Id<Requirement> id, Day day) const {
  const std::size_t buckets = grid.size() - 1;
  if (scenario->futures.size() == 0)
    return requirement[id].back() - requirement[id][std::min(at_or_after(day), buckets)];
  Wide sum = 0;
  for (const auto f : scenario->futures.ids())
    for (std::size_t b = at_or_after(there_from(scenario->futures[f], offer, day)); b < buckets;
         ++b)
      sum += certificate.requirement[id][f.index() * buckets + b];
  return sum;
}

Wide Prices::points(const Offer& offer, std::int64_t days, std::int64_t new_days) const {
  return to_points(later_rates(offer, scales), days, has_distance ? new_days : 0);
}

Wide Prices::budget_charge(const Offer& offer, std::int64_t days) const {
  if (!offer.budget) return 0;
  return Wide{certificate.budget[*offer.budget]} * judge::cost_of_piece(offer, days);
}

}  // namespace muster::verify
