// SPDX-License-Identifier: Apache-2.0
#include "report/figures/givers.hpp"

#include <algorithm>

namespace muster::report {
namespace {

// Changes of what is given, by day.
struct Course {
  std::map<Day, std::int64_t> changes;
  Counting degree = Counting::firm;
};

bool is_softer(Counting one, Counting other) {
  return static_cast<int>(one) > static_cast<int>(other);
}

Amount most_of(const Course& course) {
  std::int64_t now = 0, most = 0;
  for (const auto& [day, change] : course.changes) most = std::max(most, now += change);
  return Amount{most};
}

}  // namespace

GivenBy given_by(const PlanView& view, const std::vector<Id<Requirement>>& requirements) {
  const Scenario& scenario = *view.scenario;
  std::map<Id<Nation>, std::map<Id<Capability>, Course>> courses;
  for (const Id<Requirement> id : requirements)
    for (const Part& part : parts_of(view, id)) {
      const Id<Nation> nation = scenario->offers[part.offer].nation;
      if (!is_told(view, nation)) continue;
      Course& course = courses[nation][scenario->requirements[id].capability];
      course.changes[part.period.from] += part.gives.count();
      if (!part.delivery) course.changes[part.period.until] -= part.gives.count();
      if (is_softer(part.degree, course.degree)) course.degree = part.degree;
    }
  GivenBy given;
  for (const auto& [nation, by_capability] : courses)
    for (const auto& [capability, course] : by_capability)
      given[nation][capability] = {most_of(course), course.degree};
  return given;
}

}  // namespace muster::report
