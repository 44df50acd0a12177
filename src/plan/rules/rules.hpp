// SPDX-License-Identifier: Apache-2.0
// The rules as the optimiser builds them into its uses; a file a rule, the same names as in judge,
// and no line shared with it: each checks the other.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/scenario.hpp"

namespace muster::plan {

// counting: whether the offer's status counts.
[[nodiscard]] bool counts(const Scenario& scenario, const Offer& offer, Counting counting);

// condition: the day from which the offer may be used; none: never. Without a condition: the first
// day.
[[nodiscard]] std::optional<Day> usable_from(const Scenario& scenario,
                                             const Offer& offer,
                                             Counting counting);

// scope: whether the offer was made for this requirement; and caveat: whether it is on the offer's
// list of requirements, which is asked first because it rules out most.
[[nodiscard]] bool is_in_scope(const Offer& offer,
                               const Requirement& requirement,
                               Id<Requirement> id);

// caveat: whether the requirement as such is allowed; and the days of a window that seasons leave.
[[nodiscard]] bool passes_caveats(const Scenario& scenario,
                                  const Offer& offer,
                                  const Requirement& requirement);
[[nodiscard]] bool is_listed(const Offer& offer, Id<Requirement> id);
[[nodiscard]] std::vector<Period> outside_seasons(const Offer& offer, Period window);

// pins: the days of windows that pins leave an offer on a requirement, or on both of a double use.
[[nodiscard]] std::vector<Period> outside_pins(const Scenario& scenario,
                                               Id<Offer> offer,
                                               Id<Requirement> requirement,
                                               std::vector<Period> windows);

// readiness
[[nodiscard]] bool is_ready(const Unit& unit, const Requirement& requirement);

// window: the days on which a tour may be, empty where there are none.
[[nodiscard]] Period tour_window(const Scenario& scenario,
                                 const Offer& offer,
                                 const Requirement& requirement,
                                 Counting counting);

// indivisible: the least days of a tour on the requirement: all of its period, or 1.
[[nodiscard]] std::int64_t least_days(const Requirement& requirement);

// totals: the most days of presence within any span of so many days; none: no such limit for tours
// of the unit on the requirement. Of a pool it limits each tour alone (length_limits).
struct TotalRule {
  std::int64_t most_days = 0, within_days = 0;
  friend bool operator==(const TotalRule&, const TotalRule&) = default;
};
[[nodiscard]] std::optional<TotalRule> total_rule(const Scenario& scenario,
                                                  const Unit& unit,
                                                  const Requirement& requirement);
// The longest single tour that the rule allows; none: any.
[[nodiscard]] std::optional<std::int64_t> longest_tour(const TotalRule& rule);
// Whether tours that rise in time and do not overlap keep to the rule.
[[nodiscard]] bool keeps_total(const TotalRule& rule, std::span<const Period> tours);

// tempo: allowed lengths, and what a tour owes afterwards.
struct LengthLimits {
  std::int64_t min_days = 1, max_days = 0;
  friend bool operator==(const LengthLimits&, const LengthLimits&) = default;
};
[[nodiscard]] LengthLimits length_limits(const Scenario& scenario,
                                         const Offer& offer,
                                         const Requirement& requirement);
struct RestRule {
  std::int64_t dwell_permille = 0, rest_days = 0;
  friend bool operator==(const RestRule&, const RestRule&) = default;
};
[[nodiscard]] RestRule rest_rule(const Scenario& scenario,
                                 const Unit& unit,
                                 const Requirement& requirement);
[[nodiscard]] std::int64_t rest_after(const RestRule& rule, std::int64_t days);

// activation: what serving with a unit at all costs by one of its offers: points, of the unit's
// activation and the offer's `once`, and what the latter takes of a budget. In the bound a unit
// earns max(0, pieces × best schedule − the cheapest of these at the budgets' prices); what a plan
// pays is activation_points and `once` of every offer that it uses.
struct EntryCost {
  std::int64_t points = 0;
  std::optional<Id<Budget>> budget;  // none: nothing is taken of any
  std::int64_t euros = 0;
  friend auto operator<=>(const EntryCost&, const EntryCost&) = default;
};
// Of each unit those of its offers that count, rising, each but once.
[[nodiscard]] Table<Unit, std::vector<EntryCost>> entry_costs(const Scenario& scenario,
                                                              Counting counting);

// ceiling: people of one piece who count, 0 where none do.
[[nodiscard]] std::int64_t counted_persons(const Scenario& scenario,
                                           const Unit& unit,
                                           const Requirement& requirement);

}  // namespace muster::plan
