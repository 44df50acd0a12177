// SPDX-License-Identifier: Apache-2.0
#include "plan/strict/emphasis.hpp"

#include <algorithm>

namespace muster::plan {
namespace {

// base^exponent, or `most` where that is less.
std::int64_t power(std::int64_t base, std::size_t exponent, std::int64_t most) {
  Wide product = 1;
  for (std::size_t i = 0; i < exponent && product < most; ++i) product *= base;
  return static_cast<std::int64_t>(std::min<Wide>(product, most));
}

// How many times what the next tier weighs: as many as `steps` of them leave room for.
std::int64_t ratio_of(std::size_t steps, std::int64_t most) {
  constexpr std::int64_t least = 2, enough = 1'000;
  std::int64_t ratio = enough;
  while (ratio > least && power(ratio, steps, most) == most) --ratio;
  return ratio;
}

}  // namespace

std::int64_t most_weight(const Instance& instance) {
  constexpr std::int64_t most_points = 8'000'000'000'000'000'000;
  Wide asked = 1;
  std::int64_t longest = 1;
  for (const Row& row : instance.rows)
    for (std::size_t b = row.first; b < row.last; ++b) {
      asked += Wide{row.quantity} * instance.length[b];
      longest = std::max(longest, instance.length[b]);
    }
  const Wide by_sum = Wide{most_points} / asked;
  const Wide by_price = Wide{most_points} / points_per_thousandth_day / longest;
  return static_cast<std::int64_t>(std::max<Wide>(1, std::min(by_sum, by_price)));
}

std::int64_t weight_beside_excess(const Instance& instance) {
  constexpr std::int64_t thousandths = 1'000;
  Wide largest = 0;
  for (const Crew& crew : instance.crews)
    if (crew.fair_share)
      largest =
          std::max(largest, Wide{excess_weight(instance, *crew.fair_share)} * most_persons(crew));
  return static_cast<std::int64_t>(
      std::min<Wide>(1 + largest / thousandths, most_weight(instance)));
}

Weighing emphasis(const Instance& instance, const std::vector<Tier>& tiers, std::size_t at) {
  const std::int64_t least = weight_beside_excess(instance);
  const std::int64_t most = most_weight(instance) / least;
  const auto is_unmet = [](const Tier& tier) { return tier.goal == TierGoal::unmet; };
  const auto unmet = static_cast<std::size_t>(std::ranges::count_if(tiers, is_unmet));
  const std::size_t last = std::min(at + 1, unmet);  // of those that weigh more: behind it
  const std::int64_t ratio = ratio_of(last, most);
  Weighing weighing{Table<Priority, std::int64_t>{(*instance.scenario)->priorities.size(), least},
                    instance.scales};
  for (std::size_t t = 0; t < last; ++t)
    for (const auto priority : tiers[t].priorities)
      weighing.priority[priority] = power(ratio, last - t, most) * least;
  weighing.scales.firmness_points = 990'000'000;
  weighing.scales.cost_points = 9'000'000;
  weighing.scales.distance_points = 90'000;
  weighing.scales.new_day_points.reset();
  return weighing;
}

}  // namespace muster::plan
