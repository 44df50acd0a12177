// SPDX-License-Identifier: Apache-2.0
#include "plan/pricing/labels.hpp"

namespace muster::plan {

TourLabels::TourLabels(const Instance& instance, const Crew& crew, const Leg& first)
    : instance_{&instance},
      limits_{&crew.limits},
      from_{first.from},
      is_presence_{plan::is_presence(instance, crew.uses[first.use])} {
  const Use& use = crew.uses[first.use];
  const auto& budget = (*instance.scenario)->offers[use.offer].budget;
  if (!budget || budget != limits_->budget) return;
  cost_per_day_ = crew.terms[use.terms].cost_per_day;
  cost_per_tour_ = crew.terms[use.terms].cost_per_tour;
}

void TourLabels::reach(Boundary until) {
  const std::int64_t days = days_of(*instance_, from_, until);
  money_ = limits_->money.label(cost_per_day_ * days + cost_per_tour_, money_);
  if (is_presence_) presence_ = limits_->presence.label(days, presence_);
}

bool is_within_limits(const Instance& instance, const Crew& crew, const Schedule& schedule) {
  if (!crew.limits.has_any()) return true;
  std::size_t money = 0, presence = 0;
  for (const Leg& leg : schedule) {
    TourLabels labels{instance, crew, leg};
    labels.reach(leg.until);
    money += labels.money();
    presence += labels.presence();
  }
  return money < crew.limits.money.count() && presence < crew.limits.presence.count();
}

}  // namespace muster::plan
