// SPDX-License-Identifier: Apache-2.0
#include "explain/programme.hpp"

#include <algorithm>
#include <tuple>

#include "explain/training/cohorts.hpp"

namespace muster::explain {
namespace {

// The tours of one rotation, in order of days.
struct Stay {
  Rotation rotation;
  std::vector<const Tour*> tours;
};

std::vector<const Tour*> teaching(const Scenario& scenario,
                                  const Plan& plan,
                                  Id<Activity> activity) {
  std::vector<const Tour*> tours;
  for (const Tour& tour : plan.tours) {
    if (teaches(scenario, tour.requirement, activity)) tours.push_back(&tour);
  }
  std::ranges::sort(tours, {}, [](const Tour* tour) {
    return std::tuple{tour->requirement, tour->offer, tour->quantity, tour->period.from};
  });
  return tours;
}

bool goes_on(const Stay& stay, const Tour& tour) {
  return stay.rotation.offer == tour.offer && stay.rotation.requirement == tour.requirement
         && stay.rotation.quantity == tour.quantity
         && stay.rotation.period.until == tour.period.from;
}

std::vector<Stay> stays_of(const Scenario& scenario, const Plan& plan, Id<Activity> activity) {
  std::vector<Stay> stays;
  for (const Tour* tour : teaching(scenario, plan, activity)) {
    if (stays.empty() || !goes_on(stays.back(), *tour)) {
      Stay stay;
      stay.rotation.offer = tour->offer;
      stay.rotation.requirement = tour->requirement;
      stay.rotation.period = tour->period;
      stay.rotation.quantity = tour->quantity;
      stay.rotation.instructors =
          scenario.contribution(tour->offer, tour->requirement, tour->quantity);
      stay.rotation.degree = Counting::firm;
      stays.push_back(std::move(stay));
    }
    Stay& stay = stays.back();
    stay.rotation.period.until = tour->period.until;
    stay.rotation.degree = std::max(stay.rotation.degree, judge::degree(scenario, *tour));
    stay.tours.push_back(tour);
  }
  std::ranges::stable_sort(stays, {}, [](const Stay& stay) { return stay.rotation.period.from; });
  return stays;
}

// Instructors on the days of the requirement on which they count, and no other.
void take_away(const Scenario& scenario, const Stay& stay, Instructors& instructors) {
  const Period asked = scenario->requirements[stay.rotation.requirement].period;
  for (const Tour* tour : stay.tours) {
    const Period counted = judge::counted_days(scenario, *tour);
    instructors.add({std::max(counted.from, asked.from), std::min(counted.until, asked.until)},
                    Amount{-stay.rotation.instructors.count()});
  }
}

std::int64_t cohorts_of(const TrainingCurve& curve) {
  return curve.points.empty() ? 0 : curve.points.back().cohorts;
}

std::int64_t trained_of(const TrainingCurve& curve) {
  return curve.points.empty() ? curve.trained_before.value_or(0) : curve.points.back().trained;
}

std::int64_t finished_in(const TrainingCurve& curve, Period days) {
  std::int64_t before = 0, by_end = 0;
  for (const TrainingPoint& point : curve.points) {
    if (point.on <= days.from) before = point.cohorts;
    if (point.on <= days.until) by_end = point.cohorts;
  }
  return by_end - before;
}

Outlook outlook_of(const Scenario& scenario,
                   const Plan& plan,
                   const judge::Verdict& verdict,
                   const Programme& programme) {
  Outlook outlook;
  outlook.trained_by_cohort =
      std::int64_t{programme.trainees_per_cohort} * programme.pass_rate_permille / 1000;
  const auto days = days_covered(scenario, programme, verdict);
  if (!days) {
    outlook.curve = curve_of(programme, nullptr);
    return outlook;
  }
  const Instructors all = count_instructors(scenario, programme, verdict, *days);
  outlook.curve = curve_of(programme, &all);
  for (Stay& stay : stays_of(scenario, plan, programme.activity)) {
    if (verdict.coverage[stay.rotation.requirement].empty()) continue;  // nothing is asked
    Instructors fewer = all;
    take_away(scenario, stay, fewer);
    const TrainingCurve without = curve_of(programme, &fewer);
    stay.rotation.cohorts = finished_in(outlook.curve, stay.rotation.period);
    stay.rotation.fewer_cohorts = cohorts_of(outlook.curve) - cohorts_of(without);
    stay.rotation.fewer_trained = trained_of(outlook.curve) - trained_of(without);
    stay.rotation.reached_on = without.reached_on;
    outlook.rotations.push_back(stay.rotation);
  }
  return outlook;
}

}  // namespace

std::vector<Outlook> outlooks(const Scenario& scenario,
                              const Plan& plan,
                              const judge::Verdict& verdict) {
  std::vector<Outlook> all;
  for (const Programme& programme : scenario->programmes) {
    all.push_back(outlook_of(scenario, plan, verdict, programme));
  }
  return all;
}

}  // namespace muster::explain
