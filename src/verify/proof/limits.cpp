// SPDX-License-Identifier: Apache-2.0
#include "verify/proof/limits.hpp"

#include <algorithm>

#include "judge/judge.hpp"

namespace muster::verify {
namespace {

std::int64_t days_of(const Grid& grid) {
  return (grid.back() - grid.front()).count();
}

// Of the offers that count, the first that pays for its tours.
std::optional<Id<Budget>> paying_budget(const Prices& prices,
                                        const std::vector<Id<Offer>>& offers) {
  for (const auto id : offers) {
    const Offer& offer = prices.scenario->offers[id];
    if (offer.budget && judge::cost_of_piece(offer, 1) > 0
        && judge::counts(prices.scenario, prices.counting, offer))
      return offer.budget;
  }
  return std::nullopt;
}

// The grid is cut into spans of the policy, the last of them shorter.
std::optional<Wide> total_presence(const Prices& prices, const Unit& unit) {
  if (!unit.policy) return std::nullopt;
  const Policy& policy = prices.scenario->policies[*unit.policy];
  if (!policy.total_days || !policy.total_within_days) return std::nullopt;
  Wide total = 0;
  for (std::int64_t left = days_of(prices.grid); left > 0; left -= *policy.total_within_days)
    total += std::min<std::int64_t>({left, *policy.total_days, *policy.total_within_days});
  return total;
}

}  // namespace

Limits limits_of(const Prices& prices, Id<Unit> id, const std::vector<Id<Offer>>& offers) {
  const Unit& unit = prices.scenario->units[id];
  Limits limits;
  if (unit.divisible) return limits;
  limits.budget = paying_budget(prices, offers);
  if (limits.budget) limits.euros = prices.scenario->budgets[*limits.budget].amount;
  limits.presence_days = total_presence(prices, unit);
  return limits;
}

std::size_t label_of(Wide taken, const std::optional<Wide>& limit) {
  if (!limit || taken == 0) return 0;
  if (taken > *limit) return most_label + 1;
  return static_cast<std::size_t>(((most_label + 1) * taken - 1) / *limit);
}

Wide euros_of(const Prices& prices, const Limits& limits, const Lane& lane, std::int64_t days) {
  const Offer& offer = prices.scenario->offers[lane.main->offer];
  if (!limits.budget || offer.budget != limits.budget) return 0;
  const Wide tours = lane.also == nullptr ? 1 : 2;
  return tours * judge::cost_of_piece(offer, days);
}

Wide presence_of(const Prices& prices, const Lane& lane, std::int64_t days) {
  const auto is_presence = [&](const Service* service) {
    return service != nullptr
           && prices.scenario->requirements[service->requirement].kind == RequirementKind::presence;
  };
  return is_presence(lane.main) || is_presence(lane.also) ? days : 0;
}

Limits within_reach(const Prices& prices, Limits limits, const std::vector<Lane>& lanes) {
  const std::int64_t all = days_of(prices.grid);
  if (limits.presence_days && *limits.presence_days >= all) limits.presence_days.reset();
  if (!limits.euros) return limits;
  Wide shortest = all;
  for (const Lane& lane : lanes) shortest = std::min<Wide>(shortest, lane.shortest);
  Wide dearest = 0;  // × shortest
  for (const Lane& lane : lanes) {
    const Wide each = euros_of(prices, limits, lane, 1);
    const bool is_by_day = euros_of(prices, limits, lane, 2) > each;
    dearest = std::max(dearest, each * all * (is_by_day ? shortest : 1));
  }
  if (dearest <= *limits.euros * shortest) limits.euros.reset();
  return limits;
}

}  // namespace muster::verify
