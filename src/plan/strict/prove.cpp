// SPDX-License-Identifier: Apache-2.0
#include "plan/strict/prove.hpp"

#include <algorithm>
#include <utility>

#include "plan/bound/certificate.hpp"
#include "plan/lp/master.hpp"
#include "plan/strict/emphasis.hpp"
#include "plan/strict/portion.hpp"

namespace muster::plan {
namespace {

// (points − Σ weight × value of the tiers before) ÷ what one of the tier weighs, rounded up: values
// are whole.
Wide bound_from(const std::vector<Tier>& tiers,
                const TierProof& proof,
                const std::vector<Wide>& values) {
  const std::size_t own = proof.weights.size() - 1;
  Wide points = proof.certificate.bound;
  for (std::size_t t = 0; t < own; ++t)
    points -= Wide{proof.weights[t]} * points_each(tiers[t].goal) * values[t];
  const Wide each = Wide{proof.weights[own]} * points_each(tiers[own].goal);
  return points <= 0 ? 0 : (points + each - 1) / each;
}

// Of a plan with these values, where tiers weigh so.
Value value_of(const std::vector<Tier>& tiers,
               const TierWeights& weights,
               const std::vector<Wide>& values) {
  Value value;
  for (std::size_t t = 0; t < weights.size(); ++t) {
    auto& part = tiers[t].goal == TierGoal::unmet    ? value.unmet
                 : tiers[t].goal == TierGoal::excess ? value.excess
                                                     : value.later;
    part += static_cast<std::int64_t>(weights[t] * values[t]);
  }
  return value;
}

std::int64_t largest_of(TierGoal goal, const GoalScales& scales) {
  if (goal == TierGoal::firmness) return scales.firmness;
  return goal == TierGoal::cost ? scales.cost : scales.distance;
}

}  // namespace

TierProof TierBounds::best(const std::vector<Tier>& tiers, const std::vector<Wide>& values) const {
  std::size_t found = 0;
  Wide most = -1;
  for (std::size_t i = 0; i < proofs.size(); ++i)
    if (const Wide bound = bound_from(tiers, proofs[i], values); bound > most) {
      found = i;
      most = bound;
    }
  TierProof best = proofs[found];
  best.value = values[best.weights.size() - 1];
  best.bound = most;
  return best;
}

TierProver::TierProver(const Scenario& scenario,
                       const Options& options,
                       const std::vector<Tier>& tiers)
    : scenario_{scenario}, options_{options}, tiers_{tiers}, scales_{goal_scales(scenario)} {
  const Instance instance = make_instance_for_search(scenario, options);
  most_weight_ = most_weight(instance);
  weight_beside_excess_ = weight_beside_excess(instance);
}

TierBounds TierProver::bounds(const std::vector<char>& is_proved,
                              const std::vector<Wide>& values,
                              Effort& effort,
                              Observer& observer,
                              const std::stop_token& stop) const {
  const std::size_t tier = is_proved.size();
  TierBounds found;
  const auto try_out = [&](TierWeights weights) {
    const double used = std::max(0.0, observer.share_of_time());
    Portion half_of_what_is_left{observer, "bound", (1.0 + used) / 2, 0, 0};
    found.proofs.push_back(prove(std::move(weights), values, effort, half_of_what_is_left, stop));
    return found.best(tiers_, values).bound;
  };
  Wide most = try_out(alone(tier));
  for (Ladder& ladder : ladders(is_proved)) {
    bool has_helped = false;
    for (TierWeights& weights : ladder) {
      if (most >= values[tier] || stop.stop_requested() || observer.share_of_time() >= 1.0) break;
      const Wide bound = try_out(std::move(weights));
      if (bound == most && has_helped) break;
      has_helped = has_helped || bound > most;
      most = bound;
    }
  }
  return found;
}

TierWeights TierProver::alone(std::size_t tier) const {
  TierWeights weights(tier + 1, 0);
  weights.back() = 1;
  return weights;
}

// What a tier before has above its bound counts against the proof, as often as it weighs: where
// that is not nothing, to leave it out may prove more.
std::vector<TierProver::Ladder> TierProver::ladders(const std::vector<char>& is_proved) const {
  const auto proved = std::ranges::count(is_proved, char{1});
  std::vector<Ladder> ladders;
  if (proved > 0) {
    ladders.push_back(ladder(is_proved.size()));
    for (TierWeights& weights : ladders.back())
      for (std::size_t t = 0; t < is_proved.size(); ++t)
        if (is_proved[t] == 0) weights[t] = 0;
  }
  if (proved < std::ssize(is_proved)) ladders.push_back(ladder(is_proved.size()));
  return ladders;
}

TierProver::Ladder TierProver::ladder(std::size_t tier) const {
  Ladder ladder;
  if (!is_later(tiers_[tier].goal))
    for (const std::int64_t ratio : {1, 4, 16, 64}) ladder.push_back(of_first(tier, ratio));
  else
    for (const std::int64_t factor : {1, 1'000, 1'000'000})
      ladder.push_back(of_later(tier, factor));
  return ladder;
}

// The data's weights, which make what is counted in people and in units alike, and the tiers before
// it heavier, each by `ratio` beside the next. Excess weighs what the data says, and little beside
// what is unmet before it.
TierWeights TierProver::of_first(std::size_t tier, std::int64_t ratio) const {
  TierWeights weights(tier + 1, 1);
  Wide times = 1;
  for (std::size_t t = tier + 1; t-- > 0;) {
    const bool is_excess = tiers_[t].goal == TierGoal::excess;
    const Wide weight = is_excess ? 1 : scenario_->priorities[tiers_[t].priorities.front()].weight;
    weights[t] = static_cast<std::int64_t>(std::min<Wide>(weight * times, most_weight_));
    if (is_excess) times *= weight_beside_excess_;
    times = std::min<Wide>(times * ratio, most_weight_);
  }
  return weights;
}

// What is not a later goal weighs as in the proof of the last such tier; all of a later goal
// together weighs `factor` thousandths for one day at weight 1, and ten times what the next one
// does.
TierWeights TierProver::of_later(std::size_t tier, std::int64_t factor) const {
  constexpr std::int64_t first_ratio = 16, later_ratio = 10;
  constexpr Wide most_points = 1'000'000'000'000'000'000;
  std::vector<std::int64_t> of_later;  // the last first
  Wide whole = Wide{points_per_thousandth_day} * factor;
  std::size_t t = tier + 1;
  for (; t > 0 && is_later(tiers_[t - 1].goal); --t) {
    const Wide each = std::min(whole, most_points) / largest_of(tiers_[t - 1].goal, scales_);
    of_later.push_back(static_cast<std::int64_t>(std::max<Wide>(1, each)));
    whole *= later_ratio;
  }
  TierWeights weights = t == 0 ? TierWeights{} : of_first(t - 1, first_ratio);
  weights.insert(weights.end(), of_later.rbegin(), of_later.rend());
  return weights;
}

TierProof TierProver::prove(TierWeights weights,
                            const std::vector<Wide>& values,
                            Effort& effort,
                            Observer& observer,
                            const std::stop_token& stop) const {
  const Scenario scenario = weighed(scenario_, tiers_, weights);
  const Instance instance = make_instance(scenario, options_);
  auto prices = no_prices<double>(instance);
  if (!instance.rows.empty() && !stop.stop_requested()) {
    const bool small = options_.polish && is_small(instance);
    const AscentLimits limits{ascent_steps, options_.threads, small};
    const Value value = value_of(tiers_, weights, values);
    Ascent ascent = ascend(instance, value, limits, effort, observer, stop);
    if (small) ascent = solve_master(instance, std::move(ascent), options_.threads, effort, stop);
    prices = std::move(ascent.prices);
  }
  TierProof proof;
  proof.weights = std::move(weights);
  proof.certificate = make_certificate(instance, prices, options_.threads);
  return proof;
}

}  // namespace muster::plan
