// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include "report/rotation.hpp"

namespace muster::report {
namespace {

using simulate::ByComponent;
using simulate::RotationRequirement;

const RotationRequirement& asked_by(const RotationView& view, std::uint32_t requirement) {
  return view.book->requirements[view.run->requirements[requirement]];
}

std::int64_t sum(const ByComponent& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

}  // namespace

Rows rotation_deployments(const RotationView& view) {
  Rows rows{{"day",
             "requirement",
             "unit",
             "capability",
             "component",
             "from",
             "policy",
             "cycle_day",
             "dwell_days",
             "budget_days",
             "rank",
             "follows_on",
             "deployments",
             "follow_ons"}};
  for (const simulate::Deployed& event : view.run->deployed) {
    const simulate::RotationUnit& unit = view.run->units[event.unit];
    rows.push_back({std::to_string(event.day),
                    asked_by(view, event.requirement).name,
                    unit.name,
                    unit.capability,
                    unit.component,
                    std::string{event.from},
                    std::string{event.policy},
                    std::to_string(event.cycle_day),
                    std::to_string(event.dwell),
                    std::to_string(event.budget),
                    std::to_string(event.rank),
                    event.follows_on ? "true" : "false",
                    std::to_string(event.deployments),
                    std::to_string(event.follow_ons)});
  }
  return rows;
}

Rows rotation_stretches(const RotationView& view) {
  Rows rows{{"requirement", "from_day", "until_day", "required", "serving", "overlapping"}};
  for (const std::string_view component : simulate::counted_components)
    rows.front().push_back("serving_" + std::string{component});
  rows.front().emplace_back("serving_other");
  const auto stretches = simulate::stretches_of(*view.book, *view.run);
  for (std::uint32_t k = 0; k < stretches.size(); ++k)
    for (const simulate::RotationStretch& stretch : stretches[k]) {
      rows.push_back({asked_by(view, k).name,
                      std::to_string(stretch.from),
                      std::to_string(stretch.until),
                      std::to_string(asked_by(view, k).quantity),
                      std::to_string(sum(stretch.state->serving)),
                      std::to_string(sum(stretch.state->overlapping))});
      for (const std::int32_t count : stretch.state->serving)
        rows.back().push_back(std::to_string(count));
    }
  return rows;
}

Rows rotation_fill(const RotationView& view) {
  Rows rows{{"capability", "required_unit_days", "served_unit_days", "short_days"}};
  const auto figures = simulate::figures_of(*view.book, *view.run);
  for (const auto& [capability, fill] : figures.by_capability)
    rows.push_back({std::string{capability},
                    std::to_string(fill.required),
                    std::to_string(fill.served),
                    std::to_string(fill.short_days)});
  return rows;
}

}  // namespace muster::report
