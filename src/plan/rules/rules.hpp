// SPDX-License-Identifier: Apache-2.0
// The rules as the optimiser builds them into its uses; a file a rule, the same names as in judge,
// and no line shared with it: each checks the other.
#pragma once

#include <optional>
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

// scope: whether the offer was made for this requirement.
[[nodiscard]] bool is_in_scope(const Offer& offer,
                               const Requirement& requirement,
                               Id<Requirement> id);

// caveat: whether the requirement as such is allowed; and the days of a window that seasons leave.
[[nodiscard]] bool passes_caveats(const Scenario& scenario,
                                  const Offer& offer,
                                  const Requirement& requirement);
[[nodiscard]] std::vector<Period> outside_seasons(const Offer& offer, Period window);

// readiness
[[nodiscard]] bool is_ready(const Unit& unit, const Requirement& requirement);

// window: the days on which a tour may be, empty where there are none.
[[nodiscard]] Period tour_window(const Scenario& scenario,
                                 const Offer& offer,
                                 const Requirement& requirement,
                                 Counting counting);

// tempo: allowed lengths, and what a tour owes afterwards.
struct LengthLimits {
  std::int64_t min_days = 1, max_days = 0;
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

// ceiling: people of one piece who count, 0 where none do.
[[nodiscard]] std::int64_t counted_persons(const Scenario& scenario,
                                           const Unit& unit,
                                           const Requirement& requirement);

}  // namespace muster::plan
