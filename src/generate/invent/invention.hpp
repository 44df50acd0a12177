// SPDX-License-Identifier: Apache-2.0
// What has been invented so far. Every step draws from streams of its own, so one more of something
// changes nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/random.hpp"

#include "generate/generate.hpp"

namespace muster::generate {

struct Kind {  // of capability that units have
  std::string_view key, parent, measure;
  int least, most;  // quantity of a unit
  int people;       // for one of the quantity
};

struct Rhythm {  // a policy
  std::string key;
  int tour_min_days;
  int dwell_permille;
};

struct Force {  // a unit
  std::string key;
  std::size_t nation, kind;
  std::int64_t quantity, people;
  bool divisible;
  Period window;           // the unit's own time, cut at the horizon
  std::int64_t unit_days;  // quantity × days that its tempo allows
};

struct Line {  // a requirement that units fill
  std::string key;
  std::size_t activity, kind;
};

// The causes that streams of random numbers are named by.
enum class Cause : std::uint32_t {
  ground = 1,
  policies,
  units,
  requirements,
  offers,
  caveats,
  deliveries,
  stocks,
  ceilings,
  doubles,
  parts,
  sizes
};

struct Invention {
  Sizes sizes;
  std::uint64_t seed = 0;
  Draft draft;
  Period horizon{};
  std::vector<std::string> nations, places, activities;
  std::vector<std::size_t> leads;  // for each activity
  std::vector<Rhythm> rhythms;
  std::vector<Force> forces;
  std::vector<Line> lines;
  std::vector<std::string> conditions;

  [[nodiscard]] Random stream(Cause cause, std::size_t number = 0) const {
    return Random{seed, number, static_cast<std::uint32_t>(cause)};
  }
  // Adds a row whose source is `invented`.
  void add(std::string_view table, std::vector<FieldText> fields);
};

inline constexpr std::size_t most_nations = 32;
inline constexpr std::size_t kind_count = 25;
// The first ones are those of small sizes.
[[nodiscard]] const std::vector<Kind>& kinds();
// The kind of one more unit, by its popularity.
[[nodiscard]] std::size_t pick_kind(Random& random, const Sizes& sizes);
[[nodiscard]] bool happens(Random& random, int percent);
[[nodiscard]] std::size_t pick(Random& random, std::size_t size);
[[nodiscard]] Day after_months(Day day, std::int64_t months);  // of a first of a month
// A first of a month in [from, until): until must be later than from.
[[nodiscard]] Day month_within(Random& random, Period period);
// Whether the offer of this number of a unit is ended, open, …
[[nodiscard]] std::string_view pick_status(Random& random);

void invent_ground(Invention& it);  // nations, capabilities, places, activities, conditions
void invent_forces(Invention& it);  // policies, units, ceilings
void invent_requirements(Invention& it);
void invent_offers(Invention& it);      // with budgets, caveats, double use
void invent_deliveries(Invention& it);  // their requirements, offers, rows; stocks

}  // namespace muster::generate
