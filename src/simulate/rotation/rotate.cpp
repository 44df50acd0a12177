// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "simulate/rotation.hpp"
#include "simulate/rotation/engine.hpp"

namespace muster::simulate {

RotationRun rotate(const RotationBook& book, Order order) {
  Force force = force_of(book, order);
  RotationRun run;
  Engine(force).run({&run.deployed, &run.states});
  run.last_day = force.last_day;
  for (const Need& need : force.needs) run.requirements.push_back(need.row);
  run.units = std::move(force.told_units);
  return run;
}

std::vector<std::vector<RotationStretch>> stretches_of(const RotationBook& book,
                                                       const RotationRun& run) {
  std::vector<std::vector<RotationStretch>> all(run.requirements.size());
  for (const RotationState& state : run.states) {
    auto& mine = all[state.requirement];
    if (!mine.empty()) mine.back().until = state.day;
    const DayNumber end =
        std::min(book.requirements[run.requirements[state.requirement]].until, run.last_day + 1);
    mine.push_back({state.day, end, &state});
  }
  return all;
}

RotationFigures figures_of(const RotationBook& book, const RotationRun& run) {
  RotationFigures figures;
  const auto stretches = stretches_of(book, run);
  for (std::size_t k = 0; k < stretches.size(); ++k) {
    const RotationRequirement& asked = book.requirements[run.requirements[k]];
    RotationFill fill;
    for (const RotationStretch& stretch : stretches[k]) {
      const std::int64_t days = stretch.until - stretch.from;
      const std::int64_t serving = std::accumulate(
          stretch.state->serving.begin(), stretch.state->serving.end(), std::int64_t{0});
      fill.required += days * asked.quantity;
      fill.served += days * serving;
      if (serving < asked.quantity) fill.short_days += days;
      for (std::size_t c = 0; c < component_counts; ++c) {
        figures.served_by_component[c] += days * stretch.state->serving[c];
        figures.overlapping += days * stretch.state->overlapping[c];
      }
    }
    for (RotationFill* sum : {&figures.all,
                              &figures.by_priority[asked.priority],
                              &figures.by_capability[asked.capability]}) {
      sum->required += fill.required;
      sum->served += fill.served;
      sum->short_days += fill.short_days;
    }
  }
  return figures;
}

}  // namespace muster::simulate
