// SPDX-License-Identifier: Apache-2.0
// Why one offer does not fill one shortfall.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "explain/explain.hpp"
#include "explain/reasons/plan_index.hpp"

namespace muster::explain {

// What a shortfall asks of every offer.
struct Question {
  const Scenario& scenario;
  const Plan& plan;
  const PlanIndex& index;
  Id<Requirement> requirement;
  Period days;
  Amount unmet;
};

inline std::int64_t days_in(Period period) {
  return std::max<std::int64_t>(0, period.length().count());
}
inline Period overlap(Period a, Period b) {
  const Day from = std::max(a.from, b.from);
  return {from, std::max(from, std::min(a.until, b.until))};
}

// Not ended, and not past its validity.
[[nodiscard]] bool is_live(const Scenario& scenario, const Offer& offer);

// The first reason; none: the offer gives all it has on these days already.
[[nodiscard]] std::optional<Reason> why_not(const Question& question, Id<Offer> offer);

// The steps of why_not, in its order.
[[nodiscard]] std::optional<Reason> why_not_allowed(const Question& question, Id<Offer> offer);
[[nodiscard]] std::optional<Reason> why_not_in_time(const Question& question, Id<Offer> offer);
[[nodiscard]] std::optional<Reason> why_not_delivered(const Question& question, Id<Offer> offer);
[[nodiscard]] std::optional<Reason> why_not_free(const Question& question, Id<Offer> offer);
[[nodiscard]] std::optional<Reason> why_not_within_limits(const Question& question,
                                                          Id<Offer> offer,
                                                          Period probe);

[[nodiscard]] std::optional<Reason> why_not_within_total(const Question& question,
                                                         Id<Offer> offer,
                                                         Period probe);

// The days on which the offer may serve the requirement at all, under the plan's counting: offer,
// extension, unit with preparation and recovery, condition, requirement. Empty where there are
// none.
[[nodiscard]] Period usable_days(const Question& question, Id<Offer> offer);
// Days that a tour of so many days obliges its unit to afterwards.
[[nodiscard]] int rest_after(const Scenario& scenario,
                             Id<Unit> unit,
                             Id<Requirement> requirement,
                             std::int64_t length);
// The longest tour that the unit's policy allows on the requirement; none: any.
[[nodiscard]] std::optional<int> longest_tour(const Question& question, Id<Offer> offer);
// The least length of a tour of the offer that counts at all.
[[nodiscard]] int shortest_tour(const Question& question, Id<Offer> offer);

// How much would have to change for a cause to be lifted: a rank, the least first.
[[nodiscard]] int effort_of(Cause cause);

// Keeps so many of them at most: the nearest, nearest first; ties by offer.
void keep_nearest(const Scenario& scenario,
                  Id<Requirement> requirement,
                  std::size_t most,
                  std::vector<Reason>& reasons);

}  // namespace muster::explain
