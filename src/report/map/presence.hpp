// SPDX-License-Identifier: Apache-2.0
// Who is where, and how much of what is required there is filled.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/figures/figures.hpp"
#include "report/map.hpp"

namespace muster::report {

// A part of the plan at a place.
struct Stay {
  Id<Requirement> requirement{0};
  Part part;
};

struct NationThere {
  Id<Nation> nation{0};
  Measure measure = Measure::unit;
  Amount most;  // of all it has there at once, on one day
};

// Of the requirement-days at a place, each requirement counting alike whatever it counts in: how
// many thousandths of one are filled by what is firm, with what is expected, and by all.
struct PlaceFill {
  std::int64_t days = 0;
  int firm = 0, expected = 0, best = 0;  // rising; rounded down
};

struct PlaceView {
  Id<Place> place{0};
  std::vector<Id<Activity>> activities;       // at the place, or with a requirement there
  std::vector<Id<Requirement>> requirements;  // in the order of the table
  std::vector<Stay> stays;                    // by requirement, then day
  std::vector<NationThere> nations;           // by measure, then the most first
  PlaceFill fill;                             // of no days where nothing has a quantity
  std::optional<Id<Capability>> symbol_of;    // whose symbol stands for the place
  std::vector<Id<Place>> homes;               // of units that serve here, other places, each once
};

// Places that activities and requirements name, in the order of the table. `on`: as of that day,
// stays and amounts of that day alone; else over the whole plan.
[[nodiscard]] std::vector<PlaceView> places_of(const PlanView& view, std::optional<Day> on);

[[nodiscard]] std::optional<GeoPoint> position_of(const Place& place);
// "DEU 850, NLD 270 persons, +3 nations": a line for each measure, the nations that have least left
// out where it would be wider than `width`.
[[nodiscard]] std::vector<std::string> nation_lines(const Scenario& scenario,
                                                    const PlaceView& place,
                                                    int width);

}  // namespace muster::report
