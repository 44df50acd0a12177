// SPDX-License-Identifier: Apache-2.0
#include "report/map/presence.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "report/map/symbols.hpp"
#include "report/svg/drawing.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr double millionths = 1'000'000;

bool is_on(const Part& part, std::optional<Day> on) {
  return !on || (part.counted.from <= *on && *on < part.counted.until);
}

// The most that there is at once: what comes and goes, by day; what goes goes first.
Amount most_at_once(std::vector<std::pair<Day, std::int64_t>> changes) {
  std::ranges::sort(changes);
  std::int64_t now = 0, most = 0;
  for (const auto& [day, change] : changes) {
    now += change;
    most = std::max(most, now);
  }
  return Amount{most};
}

std::vector<NationThere> nations_of(const Scenario& scenario, const std::vector<Stay>& stays) {
  std::map<std::pair<Measure, Id<Nation>>, std::vector<std::pair<Day, std::int64_t>>> changes;
  for (const Stay& stay : stays) {
    if (stay.part.counted.from >= stay.part.counted.until) continue;
    const Measure measure = measure_of(scenario, stay.requirement);
    auto& of = changes[{measure, scenario->offers[stay.part.offer].nation}];
    of.emplace_back(stay.part.counted.from, stay.part.gives.count());
    of.emplace_back(stay.part.counted.until, -stay.part.gives.count());
  }
  std::vector<NationThere> nations;
  for (const auto& [who, of] : changes) {
    nations.push_back({who.second, who.first, most_at_once(of)});
  }
  std::ranges::stable_sort(nations, [](const NationThere& a, const NationThere& b) {
    return std::tuple{a.measure, -a.most.count()} < std::tuple{b.measure, -b.most.count()};
  });
  return nations;
}

PlaceFill fill_at(const PlanView& view, const PlaceView& place, std::optional<Day> on) {
  PlaceFill sum;
  Wide firm = 0, expected = 0, best = 0;
  for (const Id<Requirement> id : place.requirements) {
    const auto& coverage = view.verdict->coverage[id];
    const Fill fill = on ? fill_within(coverage, {*on, *on + Days{1}}) : fill_of(coverage);
    if (fill.required <= 0) continue;
    sum.days += fill.days;
    firm += fill.firm * 1000 * fill.days / fill.required;
    expected += fill.expected * 1000 * fill.days / fill.required;
    best += fill.best * 1000 * fill.days / fill.required;
  }
  if (sum.days == 0) return sum;
  sum.firm = static_cast<int>(firm / sum.days);
  sum.expected = static_cast<int>(expected / sum.days);
  sum.best = static_cast<int>(best / sum.days);
  return sum;
}

// That of the requirement that weighs most by priority and days, of those that have one.
std::optional<Id<Capability>> symbol_at(const Scenario& scenario, const PlaceView& place) {
  std::optional<Id<Capability>> of;
  std::int64_t most = -1;
  for (const Id<Requirement> id : place.requirements) {
    const Requirement& requirement = scenario->requirements[id];
    const std::int64_t weight =
        scenario->priorities[requirement.priority].weight * requirement.period.length().count();
    if (weight <= most || !symbol_with(scenario, requirement.capability)) continue;
    most = weight;
    of = requirement.capability;
  }
  return of;
}

std::vector<Id<Place>> homes_of(const Scenario& scenario, const PlaceView& place) {
  std::set<Id<Place>> homes;
  for (const Stay& stay : place.stays) {
    const auto& home = scenario->units[scenario->offers[stay.part.offer].unit].place;
    if (home && *home != place.place) homes.insert(*home);
  }
  return {homes.begin(), homes.end()};
}

void complete(const PlanView& view, PlaceView& place, std::optional<Day> on) {
  for (const Id<Requirement> id : place.requirements) {
    for (const Part& part : parts_of(view, id)) {
      if (is_told(view, (*view.scenario)->offers[part.offer].nation) && is_on(part, on))
        place.stays.push_back({id, part});
    }
  }
  place.nations = nations_of(*view.scenario, place.stays);
  place.fill = fill_at(view, place, on);
  place.symbol_of = symbol_at(*view.scenario, place);
  place.homes = homes_of(*view.scenario, place);
}

std::string more_words(std::size_t nations) {
  return ", +" + plural(static_cast<Wide>(nations), "nation", "nations");
}

// As many as fit, then how many more there are. `one` stands behind a single nation's 1.
std::string line_of(const std::vector<std::string>& nations,
                    std::string_view one,
                    std::string_view more,
                    int width) {
  for (std::size_t shown = nations.size(); shown > 0; --shown) {
    const std::vector<std::string> some{nations.begin(),
                                        nations.begin() + static_cast<std::ptrdiff_t>(shown)};
    std::string line = joined(some, ", ") + std::string{shown == 1 ? one : more};
    if (shown < nations.size()) line += more_words(nations.size() - shown);
    if (shown == 1 || words_width(line) <= width) return line;
  }
  return {};
}

}  // namespace

std::vector<PlaceView> places_of(const PlanView& view, std::optional<Day> on) {
  const Scenario& scenario = *view.scenario;
  std::map<Id<Place>, PlaceView> places;
  const auto at = [&](Id<Place> place, Id<Activity> activity) -> PlaceView& {
    PlaceView& found = places.try_emplace(place).first->second;
    found.place = place;
    const auto& known = found.activities;
    if (std::ranges::find(known, activity) == known.end()) found.activities.push_back(activity);
    return found;
  };
  for (const Id<Activity> id : scenario->activities.ids()) {
    if (scenario->activities[id].place) at(*scenario->activities[id].place, id);
  }
  for (const Id<Requirement> id : scenario->requirements.ids()) {
    const Requirement& requirement = scenario->requirements[id];
    if (requirement.place) {
      at(*requirement.place, requirement.activity).requirements.push_back(id);
    }
  }
  std::vector<PlaceView> all;
  for (auto& [key, place] : places) {
    complete(view, place, on);
    all.push_back(std::move(place));
  }
  return all;
}

std::optional<GeoPoint> position_of(const Place& place) {
  if (!place.latitude_e6 || !place.longitude_e6) return std::nullopt;
  return GeoPoint{*place.longitude_e6 / millionths, *place.latitude_e6 / millionths};
}

std::vector<std::string> nation_lines(const Scenario& scenario, const PlaceView& place, int width) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < place.nations.size();) {
    const Measure measure = place.nations[i].measure;
    const bool single = place.nations[i].most == Amount{1000};
    std::vector<std::string> nations;
    for (; i < place.nations.size() && place.nations[i].measure == measure; ++i) {
      const NationThere& there = place.nations[i];
      nations.push_back(scenario->nations[there.nation].key + " "
                        + (measure == Measure::money ? amount_text(measure, there.most)
                                                     : decimal_text(there.most.count())));
    }
    const auto word = [&](bool plural) {
      return measure == Measure::money ? "" : " " + std::string{measure_word(measure, plural)};
    };
    lines.push_back(line_of(nations, word(!single), word(true), width));
  }
  return lines;
}

}  // namespace muster::report
