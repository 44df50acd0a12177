// SPDX-License-Identifier: Apache-2.0
// What one schedule alone may take of a budget, and of its unit's total of days, in labels
// (docs/mathematics.md, "Labels").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/scenario.hpp"
#include "plan/rules/rules.hpp"

namespace muster::plan {

// The labels of what is taken of one limit. They rise with what is taken.
class LabelScale {
 public:
  LabelScale() = default;                   // no limit: every label is 0
  explicit LabelScale(std::int64_t limit);  // >= 0

  // How many labels are within the limit: from 0 on.
  [[nodiscard]] std::size_t count() const { return least_.empty() ? 1 : least_.size(); }
  // count() where more is taken than the limit allows.
  [[nodiscard]] std::size_t label(std::int64_t taken) const { return label(taken, 0); }
  // Likewise, of what is known to have at least a label.
  [[nodiscard]] std::size_t label(std::int64_t taken, std::size_t label) const {
    while (label < least_.size() && taken >= least_[label]) ++label;
    return label;
  }
  friend bool operator==(const LabelScale&, const LabelScale&) = default;

 private:
  std::vector<std::int64_t> least_;  // [k]: the least that has a label above k
};

// Of a schedule of a unit that is indivisible; others have none.
struct ScheduleLimits {
  std::optional<Id<Budget>> budget;  // that `money` is of
  LabelScale money;                  // EUR
  LabelScale presence;               // days

  [[nodiscard]] bool has_any() const { return money.count() > 1 || presence.count() > 1; }
  friend bool operator==(const ScheduleLimits&, const ScheduleLimits&) = default;
};

// `offers`: those of the unit that the counting counts, in the order of the data. `days`: of the
// grid.
[[nodiscard]] ScheduleLimits schedule_limits(const Scenario& scenario,
                                             std::span<const Id<Offer>> offers,
                                             const std::optional<TotalRule>& total,
                                             std::int64_t days);

}  // namespace muster::plan
