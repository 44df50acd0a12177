// SPDX-License-Identifier: Apache-2.0
#include <atomic>

#include "base/parallel.hpp"
#include "base/random.hpp"

#include "simulate/rotation/engine.hpp"
#include "simulate/rotation_studies.hpp"

namespace muster::simulate {
namespace {

Replication run_once(const RotationBook& book, const Force& force, Random random) {
  std::vector<UnitState> units = force.units;
  for (const std::uint32_t place : force.of_number) {
    UnitState& unit = units[place];
    const Cycle& cycle = force.cycles[unit.policy];
    const auto span = static_cast<std::uint64_t>(span_of(cycle));
    begin_on(unit, cycle, static_cast<std::int32_t>(random.below(span)), force.prefill);
  }
  Engine engine(force, std::move(units));
  engine.run({});
  Replication found;
  for (std::size_t k = 0; k < force.needs.size(); ++k) {
    const Need& need = force.needs[k];
    const std::int64_t days = std::max(std::min(need.until, force.last_day + 1) - need.from, 0);
    for (RotationFill* sum :
         {&found.all, &found.by_priority[book.requirements[need.row].priority]}) {
      sum->required += days * need.quantity;
      sum->served += engine.needs()[k].served_days;
      sum->short_days += engine.needs()[k].short_days;
    }
  }
  return found;
}

}  // namespace

std::vector<Replication> replicate(const RotationBook& book,
                                   std::size_t count,
                                   std::uint64_t seed,
                                   Order order,
                                   const StudyRun& study) {
  const Force force = force_of(book, order);
  std::vector<Replication> found(count);
  std::atomic<std::size_t> done{0};
  for_each_item(
      count,
      study.threads,
      [&](std::size_t k) {
        if (study.stop.stop_requested()) return;
        found[k] = run_once(book, force, Random{seed, k});
        const std::size_t so_far = done.fetch_add(1) + 1;
        if (study.progress) study.progress(so_far, count);
      },
      1);
  std::erase_if(found, [](const Replication& one) { return one.by_priority.empty(); });
  return found;
}

}  // namespace muster::simulate
