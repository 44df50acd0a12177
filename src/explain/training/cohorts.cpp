// SPDX-License-Identifier: Apache-2.0
#include "explain/training/cohorts.hpp"

#include <algorithm>

namespace muster::explain {
namespace {

// Runs the cohorts day by day: `running` holds the first day of each, oldest first.
void run_cohorts(const Programme& programme, const Instructors& instructors, TrainingCurve& curve) {
  std::vector<Day> running;
  const std::int64_t people = static_cast<std::int64_t>(programme.trainees_per_cohort)
                              * programme.pass_rate_permille / 1000;
  const std::int64_t before = programme.trained_before.value_or(0);
  std::int64_t finished = 0;
  const auto finish = [&](Day day) {
    const auto done = std::ranges::count_if(
        running, [&](Day start) { return start + Days{programme.cohort_days} <= day; });
    if (done == 0) return;
    running.erase(running.begin(), running.begin() + done);
    finished += done;
    curve.points.push_back({day, finished, before + finished * people});
  };
  Day day = instructors.first;
  for (const std::int64_t present : instructors.thousandths) {
    finish(day);
    const auto slots = static_cast<std::size_t>(present / 1000 / programme.instructors_per_cohort);
    if (slots < running.size()) {
      curve.broken_off += static_cast<std::int64_t>(running.size() - slots);
      running.resize(slots, day);
    }
    while (running.size() < slots) running.push_back(day);
    day += Days{1};
  }
  finish(day);
}

std::optional<Day> day_reached(const TrainingCurve& curve) {
  if (!curve.target) return std::nullopt;
  if (curve.trained_before && *curve.trained_before >= *curve.target) return curve.as_of;
  for (const TrainingPoint& point : curve.points) {
    if (point.trained >= *curve.target) return point.on;
  }
  return std::nullopt;
}

}  // namespace

void Instructors::add(Period days, Amount amount) {
  const Day end = first + Days{static_cast<std::int64_t>(thousandths.size())};
  for (Day day = std::max(days.from, first); day < std::min(days.until, end); day += Days{1}) {
    thousandths[static_cast<std::size_t>((day - first).count())] += amount.count();
  }
}

bool teaches(const Scenario& scenario, Id<Requirement> id, Id<Activity> activity) {
  const Requirement& requirement = scenario->requirements[id];
  return requirement.activity == activity && requirement.kind == RequirementKind::presence;
}

std::optional<Period> days_covered(const Scenario& scenario,
                                   const Programme& programme,
                                   const judge::Verdict& verdict) {
  std::optional<Period> covered;
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    if (!teaches(scenario, id, programme.activity) || verdict.coverage[id].empty()) continue;
    const Period period = scenario->requirements[id].period;
    if (!covered) covered = period;
    covered->from = std::min(covered->from, period.from);
    covered->until = std::max(covered->until, period.until);
  }
  if (covered && programme.as_of) covered->from = std::max(covered->from, *programme.as_of);
  if (covered && covered->from >= covered->until) return std::nullopt;
  return covered;
}

Instructors count_instructors(const Scenario& scenario,
                              const Programme& programme,
                              const judge::Verdict& verdict,
                              Period days) {
  Instructors instructors{
      days.from, std::vector<std::int64_t>(static_cast<std::size_t>(days.length().count()))};
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    if (!teaches(scenario, id, programme.activity)) continue;
    for (const judge::Stretch& stretch : verdict.coverage[id]) {
      instructors.add(stretch.period, stretch.best);
    }
  }
  return instructors;
}

TrainingCurve curve_of(const Programme& programme, const Instructors* instructors) {
  TrainingCurve curve;
  curve.activity = programme.activity;
  curve.as_of = programme.as_of;
  curve.trained_before = programme.trained_before;
  curve.target = programme.target;
  curve.target_on = programme.target_on;
  curve.source = programme.source;
  if (instructors != nullptr) {
    const Days days{static_cast<std::int64_t>(instructors->thousandths.size())};
    curve.covered = {instructors->first, instructors->first + days};
    run_cohorts(programme, *instructors, curve);
  }
  curve.reached_on = day_reached(curve);
  return curve;
}

}  // namespace muster::explain
