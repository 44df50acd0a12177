// SPDX-License-Identifier: Apache-2.0
#include "app/planning/frozen.hpp"

#include <algorithm>
#include <utility>

namespace muster::app {
namespace {

bool is_meant(const judge::Violation& violation, const Scenario& scenario, const Tour& tour) {
  const bool in_days =
      tour.period.from < violation.days.until && violation.days.from < tour.period.until;
  if (!in_days) return false;
  if (violation.requirement && *violation.requirement != tour.requirement) return false;
  if (violation.rule == judge::Rule::lead_share) {
    const Requirement& requirement = scenario->requirements[tour.requirement];
    return scenario->activities[requirement.activity].lead
           != scenario->units[scenario->offers[tour.offer].unit].nation;
  }
  return !violation.offer || *violation.offer == tour.offer;
}

bool is_fixed_by_data(const Scenario& scenario, const Tour& tour) {
  return std::ranges::any_of(scenario->pins, [&](const Pin& pin) {
    return pin.kind == PinKind::fix && pin.offer == tour.offer
           && pin.requirement == tour.requirement && pin.period == tour.period;
  });
}

class Thaw {
 public:
  Thaw(const Scenario& scenario, Day before) : scenario_{scenario}, before_{before} {}

  Frozen operator()(const Plan& in_force) {
    take_lawful_alone(in_force);
    while (take_out_some()) {
    }
    for (const Tour& tour : plan_.tours)
      if (tour.period.from < before_ && !is_fixed_by_data(scenario_, tour))
        frozen_.stay.push_back(tour);
    frozen_.lawful = std::move(plan_);
    return std::move(frozen_);
  }

 private:
  void take_lawful_alone(const Plan& in_force) {
    plan_.counting = in_force.counting;
    for (const Tour& tour : in_force.tours) {
      const auto broken = judge::check_tour(scenario_, in_force.counting, tour);
      if (broken.empty())
        plan_.tours.push_back(tour);
      else
        take_note(tour, broken.front());
    }
    for (const Pin& pin : scenario_->pins) {
      if (pin.kind != PinKind::fix) continue;
      const Tour tour{pin.offer, *pin.requirement, pin.period, pin.quantity};
      if (std::ranges::find(plan_.tours, tour) == plan_.tours.end()) plan_.tours.push_back(tour);
    }
    std::ranges::sort(plan_.tours);
  }

  void take_note(const Tour& tour, const judge::Violation& broken) {
    if (tour.period.from < before_) frozen_.impossible.push_back({tour, broken});
  }

  // Of what is in each other's way the tour that begins last, for each violation that none of those
  // taken out may have ended.
  bool take_out_some() {
    std::vector<Tour> gone;
    for (const judge::Violation& violation : judge::check_together(scenario_, plan_)) {
      const auto is_about = [&](const Tour& tour) { return is_meant(violation, scenario_, tour); };
      const auto last = last_meant(violation);
      if (last == plan_.tours.end() || std::ranges::any_of(gone, is_about)) continue;
      take_note(*last, violation);
      gone.push_back(*last);
      plan_.tours.erase(last);
    }
    return !gone.empty();
  }

  std::vector<Tour>::iterator last_meant(const judge::Violation& violation) {
    auto last = plan_.tours.end();
    for (auto tour = plan_.tours.begin(); tour != plan_.tours.end(); ++tour) {
      if (!is_meant(violation, scenario_, *tour) || is_fixed_by_data(scenario_, *tour)) continue;
      if (last == plan_.tours.end() || last->period.from <= tour->period.from) last = tour;
    }
    return last;
  }

  const Scenario& scenario_;
  Day before_;
  Plan plan_;
  Frozen frozen_;
};

}  // namespace

Frozen freeze(const Scenario& scenario, const Plan& in_force, Day before) {
  return Thaw{scenario, before}(in_force);
}

}  // namespace muster::app
