// SPDX-License-Identifier: Apache-2.0
// The certificate laid over the grid: sums of prices between any two boundaries.
#pragma once

#include <optional>
#include <vector>

#include "judge/uses.hpp"
#include "model/certificate.hpp"
#include "model/goals.hpp"
#include "model/grid.hpp"

namespace muster::verify {

// sums[i]: of the prices of the buckets before boundary i.
using Sums = std::vector<Wide>;

struct Prices {
  Prices(const Scenario& situation,
         Counting how,
         const Plan& plan_in_force,
         const Grid& boundaries,
         const Certificate& claimed);

  const Scenario& scenario;
  Counting counting;
  judge::InForce in_force;
  const Grid& grid;
  const Certificate& certificate;
  GoalScales scales;
  bool has_distance;                     // whether there is a plan in force to stay near
  Table<Requirement, Sums> requirement;  // empty sums where the data names futures: sums_for
  Table<Nation, Sums> person;            // of the nation's ceilings and fair share, for one person
  Table<Unit, Sums> kin;                 // of all pairs of the unit, for one piece; empty: no kin

  // The first boundary on or after a day; grid.size() where there is none.
  [[nodiscard]] std::size_t at_or_after(Day day) const {
    if (day <= grid.front()) return 0;
    if (day > grid.back()) return grid.size();
    return boundary_[static_cast<std::size_t>((day - grid.front()).count())];
  }
  // The boundary that is this day.
  [[nodiscard]] std::optional<std::size_t> at(Day day) const {
    const std::size_t index = at_or_after(day);
    if (index == grid.size() || grid[index] != day) return std::nullopt;
    return index;
  }

  // Where the data names futures: what a thousandth of an offer's tours earns on a requirement
  // while the offer is there, in all of them together.
  [[nodiscard]] Sums sums_for(Id<Offer> offer, Id<Requirement> requirement) const;
  // What a thousandth earns that the offer sends on a day, from when it arrives.
  [[nodiscard]] Wide earned_from(Id<Offer> offer, Id<Requirement> requirement, Day day) const;

  // The later goals of one piece, in points.
  [[nodiscard]] Wide points(const Offer& offer, std::int64_t days, std::int64_t new_days) const;
  // What one piece pays from its offer's budget.
  [[nodiscard]] Wide budget_charge(const Offer& offer, std::int64_t days) const;

 private:
  void add_kin(Id<Unit> unit, Wide pieces_of_other, const Sums& sums);

  std::vector<std::size_t> boundary_;  // for every day of the grid: the first boundary on or after
};

// The most that the deliveries of an offer earn at the prices.
[[nodiscard]] Wide best_deliveries(const Prices& prices, Id<Offer> offer);

}  // namespace muster::verify
