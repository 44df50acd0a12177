// SPDX-License-Identifier: Apache-2.0
#include "model/grid.hpp"

#include <array>
#include <chrono>
#include <set>

namespace muster {
namespace {

bool is_step(GridStep step, Day day) {
  switch (step) {
    case GridStep::day:
      return true;
    case GridStep::week:
      return std::chrono::weekday{day} == std::chrono::Monday;
    case GridStep::month:
      return std::chrono::year_month_day{day}.day() == std::chrono::day{1};
    case GridStep::events:
      return false;
  }
  return false;
}

// Days within a horizon; the horizon's own ends are always among them.
class DaySet {
 public:
  explicit DaySet(Period horizon) : horizon_{horizon}, days_{horizon.from, horizon.until} {}

  void add(Day day) {
    if (horizon_.contains(day)) days_.insert(day);
  }
  void add(std::optional<Day> day) {
    if (day) add(*day);
  }
  void add(Period period) {
    add(period.from);
    add(period.until);
  }
  [[nodiscard]] Grid grid() const { return {days_.begin(), days_.end()}; }

 private:
  Period horizon_;
  std::set<Day> days_;
};

void add_steps(DaySet& days, Period horizon, GridStep step) {
  for (Day day = horizon.from; day < horizon.until; day += Days{1})
    if (is_step(step, day)) days.add(day);
}

void add_offer(DaySet& days, const Offer& offer) {
  days.add(offer.from);
  days.add(offer.until);
  if (offer.until && offer.extension_days) days.add(*offer.until + Days{*offer.extension_days});
}

void add_named_days(DaySet& days, const Nouns& nouns) {
  for (const auto id : nouns.requirements.ids()) days.add(nouns.requirements[id].period);
  for (const auto id : nouns.offers.ids()) add_offer(days, nouns.offers[id]);
  for (const auto id : nouns.units.ids()) {
    days.add(nouns.units[id].from);
    days.add(nouns.units[id].until);
  }
  for (const auto id : nouns.budgets.ids()) days.add(nouns.budgets[id].period);
  for (const Pin& pin : nouns.pins) days.add(pin.period);
  for (const auto id : nouns.ceilings.ids()) days.add(nouns.ceilings[id].period);
  for (const auto id : nouns.stocks.ids()) days.add(nouns.stocks[id].on);
  for (const auto id : nouns.deliveries.ids()) days.add(nouns.deliveries[id].on);
  for (const auto id : nouns.futures.ids())
    for (const Future::Loss& loss : nouns.futures[id].losses) days.add(loss.period);
  for (const auto id : nouns.conditions.ids()) {
    for (const Condition::Act& act : nouns.conditions[id].acts) {
      days.add(act.on);
      days.add(act.expected_on);
    }
  }
}

void add_plan(DaySet& days, const Plan& plan) {
  for (const Tour& tour : plan.tours) days.add(tour.period);
  for (const PlannedDelivery& delivery : plan.deliveries) days.add(delivery.on);
}

// A tour that is to count from a boundary must arrive `overlap_days` before it.
void add_handovers(DaySet& days, const Nouns& nouns) {
  const Grid boundaries = days.grid();
  for (const auto id : nouns.requirements.ids()) {
    const Requirement& requirement = nouns.requirements[id];
    if (requirement.overlap_days == 0) continue;
    for (const Day boundary : boundaries) {
      const Day arrival = boundary - Days{requirement.overlap_days};
      if (requirement.period.contains(boundary) && requirement.period.contains(arrival))
        days.add(arrival);
    }
  }
}

}  // namespace

std::string_view to_text(GridStep value) {
  constexpr std::array<std::string_view, 4> words{"day", "week", "month", "events"};
  return words.at(static_cast<std::size_t>(value));
}

Grid make_grid(const Scenario& scenario, GridStep step, const Plan& in_force) {
  const Nouns& nouns = *scenario;
  DaySet days{nouns.horizon};
  add_steps(days, nouns.horizon, step);
  add_named_days(days, nouns);
  add_plan(days, in_force);
  add_handovers(days, nouns);
  return days.grid();
}

}  // namespace muster
