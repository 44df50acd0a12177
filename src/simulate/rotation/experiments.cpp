// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/parallel.hpp"

#include "simulate/rotation/engine.hpp"
#include "simulate/rotation/marathon_order.hpp"
#include "simulate/rotation/part_of_book.hpp"
#include "simulate/rotation_studies.hpp"

namespace muster::simulate {
namespace {

constexpr std::array<std::string_view, studied_components> studied{"AC", "NG", "RC"};

std::int32_t quantity_of(const RotationBook& book,
                         std::string_view capability,
                         std::string_view component) {
  std::int32_t all = 0;
  for (const RotationUnits& units : book.units)
    if (units.capability == capability && units.component == component) all += units.quantity;
  return all;
}

// From the most down to the least.
std::vector<std::int32_t> values_of(std::int32_t has, const SupplyVariation& variation) {
  auto least = static_cast<std::int32_t>(std::floor(variation.lower * has));
  auto most = static_cast<std::int32_t>(std::ceil(variation.upper * has));
  // Too few: the interval grows upward.
  most = std::max(most, least + variation.least_values - 1);
  std::vector<std::int32_t> values;
  for (std::int32_t value = most; value >= least; --value) values.push_back(value);
  return values;
}

// How many of the reserve are held back at home.
std::int32_t held_of(std::int32_t reserve, double share) {
  if (reserve <= 1) return 0;
  if (reserve - reserve * share < 1) return reserve - 1;
  return static_cast<std::int32_t>(std::ceil(share * reserve));
}

// The capability's own book, its supply as the design says, every unit on a day of its own.
RotationBook book_of(const RotationBook& book,
                     const SupplyVariation& variation,
                     const SupplyDesign& design) {
  RotationBook part = part_of(book, design.capability);
  JavaRandom random(design.seed);
  std::vector<RotationUnits> alone;
  double share = 0;
  bool has_ac = false, has_rc = false;
  for (RotationUnits row : part.units) {
    bool& is_taken = row.component == "AC" ? has_ac : has_rc;
    if (row.component == "AC" || row.component == "RC")
      row.quantity = std::exchange(is_taken, true) ? 0
                     : row.component == "AC"       ? design.ac
                                                   : design.rc;
    if (row.component == "RC") share = row.held_thousandths / 1000.0;
    const auto length =
        std::ranges::find(variation.lengths, row.component, &SupplyVariation::Length::component);
    const std::int32_t days = length == variation.lengths.end() ? 1 : length->days;
    const std::int32_t count = std::exchange(row.quantity, 1);
    for (std::int32_t k = 0; k < count; ++k) {
      row.cycle_day = static_cast<std::int32_t>(random.next_double() * days);
      alone.push_back(row);
    }
  }
  part.units = std::move(alone);
  if (!variation.held_group.empty())
    for (RotationRequirement& asked : part.requirements)
      if (asked.group == variation.held_group) asked.quantity = held_of(design.rc, share);
  return part;
}

class PhaseWatch final : public Watch {
 public:
  PhaseWatch(const Force& force, const RotationBook& book, const SupplyVariation& variation)
      : force_{force}, phases_{variation.phases}, result_(variation.phases.size()) {
    for (const Need& need : force.needs)
      is_held_.push_back(!variation.held_group.empty()
                         && book.requirements[need.row].group == variation.held_group);
    for (std::size_t k = 0; k < force.components.size(); ++k)
      places_.push_back(static_cast<std::size_t>(std::ranges::find(studied, force.components[k])
                                                 - studied.begin()));
  }

  void after(DayNumber day,
             std::span<const UnitState> units,
             std::span<const NeedState> needs) override {
    count_until(day);
    counts_ = {};
    for (const UnitState& unit : units) count(unit);
    for (std::size_t k = 0; k < needs.size(); ++k)
      if (needs[k].is_active && !is_held_[k]) counts_.required += force_.needs[k].quantity;
  }

  // What was counted holds until the day before.
  void count_until(DayNumber day) {
    for (std::size_t p = 0; p < phases_.size(); ++p) {
      const std::int64_t days =
          std::min(day - 1, phases_[p].until) - std::max(since_, phases_[p].from) + 1;
      if (days <= 0) continue;
      PhaseCounts& sum = result_[p];
      for (std::size_t c = 0; c < studied_components; ++c) {
        sum.fill[c] += days * counts_.fill[c];
        sum.overlap[c] += days * counts_.overlap[c];
        sum.deployable[c] += days * counts_.deployable[c];
        sum.not_ready[c] += days * counts_.not_ready[c];
        sum.total[c] += days * counts_.total[c];
      }
      sum.required += days * counts_.required;
    }
    since_ = day;
  }

  std::vector<PhaseCounts> result() && { return std::move(result_); }

 private:
  void count(const UnitState& unit) {
    const std::size_t c = places_[unit.component];
    if (c == studied_components) return;
    ++counts_.total[c];
    const bool serves = unit.status == Status::held || unit.status == Status::deployed;
    if (serves && !is_held_[unit.requirement])
      ++counts_.fill[c];
    else if (unit.status == Status::overlapping)
      ++counts_.overlap[c];
    else if (unit.status == Status::dwelling
             && force_.cycles[unit.policy].stretches[unit.stretch].deployable)
      ++counts_.deployable[c];
    else
      ++counts_.not_ready[c];
  }

  const Force& force_;
  const std::vector<Phase>& phases_;
  std::vector<PhaseCounts> result_;
  std::vector<bool> is_held_;
  std::vector<std::size_t> places_;  // of the force's components among those studied
  PhaseCounts counts_;
  DayNumber since_ = 0;
};

}  // namespace

std::vector<SupplyDesign> designs_of(const RotationBook& book,
                                     const SupplyVariation& variation,
                                     Order order) {
  JavaRandom seeds(variation.seed);
  std::vector<SupplyDesign> designs;
  for (const std::string_view capability : required_capabilities(book, order))
    for (const std::int32_t ac : values_of(quantity_of(book, capability, "AC"), variation))
      for (const std::int32_t rc : values_of(quantity_of(book, capability, "RC"), variation))
        for (std::int32_t k = 0; k < variation.repetitions; ++k)
          designs.push_back({std::string{capability}, ac, rc, seeds.next_long()});
  return designs;
}

DesignResult run_design(const RotationBook& book,
                        const SupplyVariation& variation,
                        const SupplyDesign& design,
                        Order order) {
  const RotationBook part = book_of(book, variation, design);
  const Force force = force_of(part, order);
  PhaseWatch watch(force, part, variation);
  Engine engine(force);
  engine.run({nullptr, nullptr, &watch});
  watch.count_until(engine.last_event() + 1);
  return {design,
          {design.ac, quantity_of(book, design.capability, "NG"), design.rc},
          std::move(watch).result()};
}

std::vector<DesignResult> run_designs(const RotationBook& book,
                                      const SupplyVariation& variation,
                                      const std::vector<SupplyDesign>& designs,
                                      Order order,
                                      const StudyRun& study) {
  std::vector<DesignResult> results(designs.size());
  std::vector<char> is_done(designs.size());
  std::atomic<std::size_t> done{0};
  for_each_item(designs.size(), study.threads, [&](std::size_t k) {
    if (study.stop.stop_requested()) return;
    results[k] = run_design(book, variation, designs[k], order);
    is_done[k] = 1;
    const std::size_t count = done.fetch_add(1) + 1;
    if (study.progress) study.progress(count, designs.size());
  });
  std::size_t kept = 0;
  for (std::size_t k = 0; k < results.size(); ++k)
    if (is_done[k] != 0 && kept++ != k) results[kept - 1] = std::move(results[k]);
  results.resize(kept);
  return results;
}

}  // namespace muster::simulate
