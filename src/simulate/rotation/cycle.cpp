// SPDX-License-Identifier: Apache-2.0
#include "simulate/rotation/cycle.hpp"

#include <algorithm>

namespace muster::simulate {
namespace {

struct State {
  std::string_view name, cut;  // cut: what its part behind the window's beginning is called
  std::int32_t RotationPolicy::* days;
};
constexpr State states[] = {
    {"Reset", R"(["Reset" :deployable])", &RotationPolicy::reset_days},
    {"Train", R"(["Train" :deployable])", &RotationPolicy::train_days},
    {"Ready", R"(["Ready" :deployable])", &RotationPolicy::ready_days},
    {"Available", R"(["Available" :deployable])", &RotationPolicy::available_days}};

std::int32_t end_of(const Stretch& stretch) {
  return stretch.begin + stretch.length;
}

// Cuts the stretch that the day falls into; a day between two is their border already.
void cut(std::vector<Stretch>& stretches, std::int32_t day, std::string_view label_behind) {
  const auto hit = std::ranges::find_if(stretches, [&](const Stretch& stretch) {
    return day > stretch.begin && day < end_of(stretch);
  });
  if (hit == stretches.end()) return;
  Stretch behind = *hit;
  behind.length = end_of(*hit) - day;
  behind.begin = day;
  behind.label = label_behind;
  hit->length = day - hit->begin;
  stretches.insert(hit + 1, behind);
}

std::string_view cut_label(const std::vector<Stretch>& stretches, std::int32_t day) {
  for (const Stretch& stretch : stretches)
    if (day > stretch.begin && day < end_of(stretch))
      for (const State& state : states)
        if (state.name == stretch.state) return state.cut;
  return {};
}

}  // namespace

std::uint8_t Cycle::at(std::int32_t cycle_day) const {
  const auto found = std::ranges::find_if(
      stretches, [&](const Stretch& stretch) { return end_of(stretch) >= cycle_day; });
  const auto last = static_cast<std::ptrdiff_t>(stretches.size()) - 1;
  return static_cast<std::uint8_t>(std::min(found - stretches.begin(), last));
}

Cycle cycle_of(const RotationPolicy& policy) {
  Cycle cycle{.stretches = {},
              .length = 0,
              .deployed_days = policy.deployed_days,
              .overlap_days = policy.overlap_days,
              .demobilization_days = policy.demobilization_days,
              .recovery_days = policy.recovery_days,
              .expected_dwell = policy.expected_dwell_days,
              .deployable_from = policy.deployable_from,
              .deployable_until = policy.deployable_until};
  std::int64_t day = 0;
  for (const State& state : states) {
    const std::int32_t days = policy.*state.days;
    if (days <= 0) continue;
    cycle.stretches.push_back(
        {static_cast<std::int32_t>(day), days, false, state.name, state.name});
    day += days;
  }
  if (cycle.stretches.empty()) cycle.stretches.push_back({0, 1, false, "Available", "Available"});
  cycle.length = static_cast<std::int32_t>(std::clamp<std::int64_t>(day, 1, endless));
  cut(cycle.stretches, policy.deployable_from, cut_label(cycle.stretches, policy.deployable_from));
  cut(cycle.stretches, policy.deployable_until, "Available");
  for (Stretch& stretch : cycle.stretches)
    stretch.deployable =
        stretch.begin >= policy.deployable_from && stretch.begin < policy.deployable_until;
  return cycle;
}

}  // namespace muster::simulate
