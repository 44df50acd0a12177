// SPDX-License-Identifier: Apache-2.0
// Bounds of one tier, given what a plan reaches in the tiers before it.
#pragma once

#include <stop_token>
#include <vector>

#include "model/tiers.hpp"
#include "plan/plan.hpp"

namespace muster::plan {

// Prices of situations in which some tiers weigh something and others nothing. Which of them bounds
// the tier best depends on what is reached in the tiers before it.
struct TierBounds {
  std::vector<TierProof> proofs;  // of one tier; never empty once it was looked for
  [[nodiscard]] TierProof best(const std::vector<Tier>& tiers,
                               const std::vector<Wide>& values) const;
};

class TierProver {
 public:
  TierProver(const Scenario& scenario, const Options& options, const std::vector<Tier>& tiers);

  // Tries weights for the tiers before it, from none to ever more, as long as that helps: of those
  // that are proved the best possible, then of all. A stop leaves what needs no search for prices.
  // `is_proved`: of each tier before it.
  [[nodiscard]] TierBounds bounds(const std::vector<char>& is_proved,
                                  const std::vector<Wide>& values,
                                  Effort& effort,
                                  Observer& observer,
                                  const std::stop_token& stop) const;

 private:
  [[nodiscard]] TierWeights alone(std::size_t tier) const;
  using Ladder = std::vector<TierWeights>;  // ever more
  [[nodiscard]] std::vector<Ladder> ladders(const std::vector<char>& is_proved) const;
  [[nodiscard]] Ladder ladder(std::size_t tier) const;
  [[nodiscard]] TierWeights of_first(std::size_t tier, std::int64_t ratio) const;
  [[nodiscard]] TierWeights of_later(std::size_t tier, std::int64_t factor) const;
  [[nodiscard]] TierProof prove(TierWeights weights,
                                const std::vector<Wide>& values,
                                Effort& effort,
                                Observer& observer,
                                const std::stop_token& stop) const;

  const Scenario& scenario_;
  const Options& options_;
  const std::vector<Tier>& tiers_;
  GoalScales scales_;
  std::int64_t most_weight_ = 1, weight_beside_excess_ = 1;
};

}  // namespace muster::plan
