// SPDX-License-Identifier: Apache-2.0
// Rule-based rotation: units run through cycles of rest, training and availability, and the
// requirements of each day are filled in the order of their priority by those that have rested
// longest. What analysts of force generation simulate; the baseline of an optimised plan.
// The method is that of Marathon (US Army Center for Army Analysis), built anew from a description
// of its behaviour; docs/rotation.md says where the two differ.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

#include "model/draft.hpp"

namespace muster::simulate {

// Days are whole and counted from 0, on which all units begin; the first day of service is 1.
using DayNumber = std::int32_t;

// A span without end.
inline constexpr std::int32_t endless = 9'999'999;

// How long a unit stays in each state of its cycle, in days. The dwell cycle is reset, training,
// ready, available, and reset again; from a state between the two deployable days a unit may
// deploy, then it is deployed, overlaps with whom it hands over to, demobilises, and resets.
struct RotationPolicy {
  std::string name;
  std::int32_t reset_days = 0, train_days = 0, ready_days = 0;  // 0: there is no such state
  std::int32_t available_days = endless;
  std::int32_t demobilization_days = 0;
  std::int32_t deployable_from = 0, deployable_until = endless;  // days of the dwell cycle
  std::int32_t deployed_days = endless;  // at most, in one cycle, the overlap included
  std::int32_t overlap_days = 0;
  std::int32_t recovery_days = 0;        // after a deployment that ended before its time
  std::int32_t expected_dwell_days = 1;  // against which dwell is measured; > 0
};

// Which policy holds in which period; the first row is the one that units begin with.
struct RotationSchedule {
  struct Row {
    std::string period, policy;
  };
  std::string name;
  std::vector<Row> rows;
};

struct RotationPeriod {
  std::string name;
  DayNumber from = 0, until = endless;
};

enum class Service : std::uint8_t {
  deployed,  // by units that are deployable, out of their budget of deployed days
  held       // by any unit that is not deployed: its cycle stands still until the requirement ends
};
enum class Sourcing : std::uint8_t { longest_dwell, shortest_dwell };

struct RotationRequirement {
  std::string name;
  std::int32_t priority = 0;            // lower first
  std::int32_t quantity = 0;            // units on every day
  DayNumber from = 1, until = endless;  // `until` is the day after the last
  std::string capability, group;        // group: whose units may follow on; empty: none
  Service service = Service::deployed;
  Sourcing sourcing = Sourcing::longest_dwell;
  std::string first_component, last_component;  // taken before, or after, all others; empty: none
  std::string without_component;                // never taken
  std::string region;
  bool only_aligned = false;                         // only units aligned to the region
  std::string vignette, operation, category, title;  // told again, no more
};

struct RotationUnits {  // so many alike
  std::string capability, component;
  std::int32_t quantity = 0;
  std::string policy;                     // a policy or a schedule; empty: the component's
  std::optional<std::int32_t> cycle_day;  // of each; none: spread over the cycle
  std::string aligned;                    // to a region; empty: none
  bool fenced = false;                    // serves only what asks for its region
  std::string title;
  std::int32_t held_thousandths = 0;  // what part of them a staff would hold back at home
};

struct RotationSubstitution {  // a unit of `capability` may serve where `replaces` is asked
  std::string capability, replaces;
  std::int64_t cost_thousandths = 0;
};

struct RotationBook {
  std::vector<RotationPolicy> policies;
  std::vector<RotationSchedule> schedules;
  std::vector<RotationPeriod> periods;
  std::vector<RotationRequirement> requirements;
  std::vector<RotationUnits> units;
  std::vector<RotationSubstitution> substitutions;
  struct Default {
    std::string component, policy;
  };
  std::vector<Default> defaults;
  struct Proportion {
    std::string capability, component;
    std::int64_t millionths = 0;
  };
  std::vector<Proportion> proportions;  // of what a requirements analysis adds
  DayNumber last_day = 5001;
  bool until_last_requirement = true;  // ends with the last of them
  bool prefill = false;  // who is deployable at the beginning has served a part of its days
};

// Components are counted apart in this order; all others are the last.
inline constexpr std::array<std::string_view, 4> counted_components{"AC", "RC", "NG", "Ghost"};
inline constexpr std::size_t component_counts = counted_components.size() + 1;
using ByComponent = std::array<std::int32_t, component_counts>;

enum class Order : std::uint8_t {
  documented,  // priority, then the table's order; ties among units by their number
  marathon     // as Marathon orders, to the last tie, with its defects
};

// A unit of the run, in the order of its number.
struct RotationUnit {
  std::string name, capability, component, policy, title;
  std::uint32_t row = 0;  // of RotationBook::units
};

struct Deployed {  // a unit begins to serve a requirement
  DayNumber day = 0;
  std::uint32_t unit = 0, requirement = 0;  // of RotationRun
  std::string_view from;                    // state, or the requirement that it comes from
  std::string_view policy;                  // in force for it
  std::int32_t cycle_day = 0, dwell = 0, budget = 0;  // the budget after what was served before
  std::uint16_t rank = 0;  // 0: the capability asked for; else of the substitute
  bool follows_on = false;
  std::uint16_t deployments = 0, follow_ons = 0;  // in this cycle, with this one
  // The day on which its overlap begins and the day after its last; the run's end where it is there
  // still. Without an overlap both are one.
  DayNumber overlaps_from = 0, until = 0;
};

// From the end of `day` on, until the next of the same requirement or its end.
struct RotationState {
  DayNumber day = 0;
  std::uint32_t requirement = 0;
  ByComponent serving{}, overlapping{};
};

struct RotationRun {
  std::vector<RotationUnit> units;
  std::vector<std::uint32_t> requirements;  // rows of the book, in the order of the run
  std::vector<Deployed> deployed;           // in the order of events
  std::vector<RotationState> states;        // by day
  DayNumber last_day = 0;                   // the last that was simulated
};

// The tables rotation_* of a draft that fits its schemas. Problems, all at once: policies and
// settings that are not there, days that end before they begin; no unit or no requirement at all.
[[nodiscard]] Result<RotationBook> rotation_book(const Draft& draft);

// The book must outlive the run. The same book gives the same run.
[[nodiscard]] RotationRun rotate(const RotationBook& book, Order order);

// How well requirements were met over the days that were simulated, in unit-days.
struct RotationFill {
  std::int64_t required = 0, served = 0;  // served without overlaps; at most what is required
  std::int64_t short_days = 0;            // days on which a requirement was short of any unit
};
struct RotationFigures {
  RotationFill all;
  std::map<std::int32_t, RotationFill> by_priority;
  std::map<std::string_view, RotationFill> by_capability;
  std::array<std::int64_t, component_counts> served_by_component{};
  std::int64_t overlapping = 0;  // unit-days beside those
};
[[nodiscard]] RotationFigures figures_of(const RotationBook& book, const RotationRun& run);

// The states of one requirement as stretches of days, in order; empty ones are left out.
struct RotationStretch {
  DayNumber from = 0, until = 0;
  const RotationState* state = nullptr;
};
// By requirement of the run.
[[nodiscard]] std::vector<std::vector<RotationStretch>> stretches_of(const RotationBook& book,
                                                                     const RotationRun& run);

}  // namespace muster::simulate
