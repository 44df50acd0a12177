// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/groups.hpp"

#include <map>

namespace muster::simulate {

Groups groups_of(const Field& field, const Trial& trial) {
  const Scenario& scenario = *field.scenario;
  Groups groups;
  std::map<std::size_t, std::uint32_t> activities, priorities;
  groups.names.emplace_back("all");
  for (const Line& line : field.lines) {
    const Requirement& asked = scenario->requirements[line.requirement];
    if (activities
            .try_emplace(asked.activity.index(), static_cast<std::uint32_t>(groups.names.size()))
            .second)
      groups.names.push_back(scenario->activities[asked.activity].key);
  }
  groups.activities = groups.names.size() - 1;
  for (const Id<Priority> id : scenario->priorities.ids()) {
    priorities[id.index()] = static_cast<std::uint32_t>(groups.names.size());
    groups.names.push_back(scenario->priorities[id].key);
  }
  groups.required.resize(groups.names.size());
  groups.planned_unmet.resize(groups.names.size());
  for (std::size_t k = 0; k < field.lines.size(); ++k) {
    const Line& line = field.lines[k];
    const Requirement& asked = scenario->requirements[line.requirement];
    groups.of_line.push_back(
        {0, activities.at(asked.activity.index()), priorities.at(asked.priority.index())});
    for (const std::uint32_t group : groups.of_line.back()) {
      groups.required[group] += weighted_days(line, line.required * (line.until - line.from));
      groups.planned_unmet[group] += weighted_days(line, trial.planned()[k].amount_days);
    }
  }
  return groups;
}

}  // namespace muster::simulate
