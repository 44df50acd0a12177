// SPDX-License-Identifier: Apache-2.0
// A plan that is solved strictly is measured tier by tier: nothing of a lower tier may cost
// anything of a higher one (docs/mathematics.md, "Strict").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/certificate.hpp"
#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster {

enum class TierGoal : std::uint8_t { unmet, excess, firmness, cost, distance };
[[nodiscard]] std::string_view to_text(TierGoal value);
// Whether it is one of the later goals, all of which together weigh less than what is before them.
[[nodiscard]] bool is_later(TierGoal goal);

// The value of a tier is counted in thousandths × days short, in thousandths of a requirement-day
// (excess: people-days above fair shares × their weights), or as the later goal is: days × rank,
// EUR, days. It is a whole number, and never below 0.
struct Tier {
  TierGoal goal = TierGoal::unmet;
  std::vector<Id<Priority>> priorities;  // of `unmet`: those of one weight
};
// Most important first: what is unmet of the priorities that a requirement with a quantity has, the
// heaviest first; excess, where the data states fair shares; firmness; cost; distance, where there
// is a plan in force.
[[nodiscard]] std::vector<Tier> tiers_of(const Scenario& scenario, const Plan& in_force);

// How much tiers weigh beside each other, the first tiers first; what is left out weighs nothing.
using TierWeights = std::vector<std::int64_t>;
// Points of one of a tier's value at weight 1.
[[nodiscard]] std::int64_t points_each(TierGoal goal);
// The situation in which a plan has Σ weight × points_each × value points, exactly.
[[nodiscard]] Scenario weighed(const Scenario& scenario,
                               const std::vector<Tier>& tiers,
                               const TierWeights& weights);

// What is claimed of a plan in one tier, and its proof: with what the bound's prices say of the
// situation weighed so, no plan of the grid is below `bound` in this tier without being worse in a
// tier before it.
struct TierProof {
  Wide value = 0, bound = 0;
  TierWeights weights;      // ends with the tier's own, which is above 0
  Certificate certificate;  // its bound is in points
};

}  // namespace muster
