// SPDX-License-Identifier: Apache-2.0
// A book made ready to run: names resolved to numbers, units at the beginning of their day 0.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "simulate/rotation.hpp"
#include "simulate/rotation/cycle.hpp"

namespace muster::simulate {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

enum class Status : std::uint8_t {
  dwelling,
  deployed,
  overlapping,
  demobilizing,
  held,
  following_on,  // its requirement has ended; another of the group may take it today
  recovering
};

struct UnitState {
  std::int32_t cycle_day = 0, served = 0, dwell = 0, budget = 0;
  DayNumber last = 0, next = endless;  // of what is told above; of the next change
  std::uint32_t tie = 0;               // the smaller goes first
  std::uint32_t capability = 0, schedule = 0, aligned = none;
  std::uint32_t requirement = none;  // where it serves, or has served until today
  std::uint32_t record = 0;          // of Deployed, while it serves
  std::int32_t prefill = 0;
  std::uint16_t policy = 0, deferred = 0xFFFF;
  std::uint16_t deployments = 0, follow_ons = 0;
  Status status = Status::dwelling;
  std::uint8_t stretch = 0, component = 0;  // the latter in Force::components
  bool fenced = false, was_held = false;
  bool is_ready = false;  // may deploy now
  // The calendar's list of its day.
  std::uint32_t before = none, after = none;
};

struct Need {  // a requirement
  std::int32_t quantity = 0;
  DayNumber from = 0, until = 0;
  std::uint32_t capability = 0, group = none, region = none;
  Service service = Service::deployed;
  Sourcing sourcing = Sourcing::longest_dwell;
  std::uint8_t first_component = 0xFF, last_component = 0xFF, without_component = 0xFF;
  bool only_aligned = false;
  std::uint32_t row = 0;  // of the book
};

struct Donor {
  std::uint32_t capability = 0;
  std::uint16_t rank = 0;
};
struct Capability {
  std::uint32_t first_unit = 0, end_unit = 0;  // units of one capability stand together
  std::vector<Donor> donors;                   // itself first, then substitutes by rank
  std::vector<std::uint32_t> serves;           // whose donor it is
};

inline constexpr std::uint16_t no_policy = 0xFFFF;
struct Schedule {
  std::vector<std::uint16_t> policies;  // by period; no_policy: none
  std::uint16_t first = 0;
};

struct Force {
  std::vector<std::string_view> components;  // the counted ones first
  std::vector<std::string_view> policy_names;
  std::vector<Cycle> cycles;  // by policy
  std::vector<Schedule> schedules;
  std::vector<RotationPeriod> periods;  // sorted by their first day
  std::vector<std::string_view> capability_names;
  std::vector<Capability> capabilities;
  std::vector<Need> needs;  // of one capability together, in the order of filling
  std::vector<std::string_view> need_names;
  std::vector<std::uint32_t> beginning, ending;  // needs by the day on which they do
  std::vector<UnitState> units;                  // of one capability together
  std::vector<RotationUnit> told_units;          // the same, by their place
  std::vector<std::uint32_t> of_number;          // places of units, by their number
  std::vector<std::uint32_t> capability_order;   // in which capabilities are filled; see Order
  std::vector<DayNumber> event_days;             // of requirements and periods, sorted
  DayNumber last_day = 0;
  bool prefill = false;
  bool marathon = false;
};

[[nodiscard]] Force force_of(const RotationBook& book, Order order);

// Puts a unit at the beginning of day 0 on a day of its cycle.
void begin_on(UnitState& unit, const Cycle& cycle, std::int32_t cycle_day, bool prefill);
// Over how many days units that are alike are spread.
[[nodiscard]] std::int32_t span_of(const Cycle& cycle);

}  // namespace muster::simulate
