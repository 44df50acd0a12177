// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "judge/judge.hpp"

namespace muster::judge {

// What one tour or delivery adds to a requirement, on the days on which it counts.
struct Contribution {
  Period days{};
  Amount amount;
  Counting degree = Counting::best;
  Id<Nation> nation{0};
};
using Contributions = Table<Requirement, std::vector<Contribution>>;

// Appends what it adds to its requirement.
void add_contribution(const Scenario& scenario, const Tour& tour, std::vector<Contribution>& found);
void add_contribution(const Scenario& scenario,
                      const PlannedDelivery& delivery,
                      std::vector<Contribution>& found);
[[nodiscard]] Contributions contributions(const Scenario& scenario, const Plan& plan);

// coverage.cpp
[[nodiscard]] Table<Requirement, std::vector<Stretch>> cover(const Scenario& scenario,
                                                             const Contributions& contributions);

}  // namespace muster::judge
