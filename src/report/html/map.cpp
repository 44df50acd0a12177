// SPDX-License-Identifier: Apache-2.0
// The part of the page that shows where things are: the map, and the same in a table.
#include "report/svg/map.hpp"

#include <algorithm>
#include <set>

#include "report/html/figure.hpp"
#include "report/html/sections.hpp"
#include "report/map/symbols.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

std::string place_name(const PlanView& view, Id<Place> id) {
  const Place& place = (*view.scenario)->places[id];
  return name_or_key(place.name, place.key);
}

constexpr std::size_t most_names = 20;  // of places, in one sentence

std::string names_sentence(const PlanView& view,
                           std::string_view before,
                           const std::vector<Id<Place>>& places) {
  if (places.empty()) return {};
  std::vector<std::string> names;
  for (const Id<Place> place : places) {
    if (names.size() == most_names) {
      names.push_back("and " + std::to_string(places.size() - most_names) + " more");
      break;
    }
    names.push_back(place_name(view, place));
  }
  return " " + std::string{before} + " " + joined(names, ", ") + ".";
}

std::string caption_of(const PlanView& view, const BaseMap& base, const MapDrawing& made) {
  const Scenario& scenario = *view.scenario;
  return "Who is where over the plan, " + period_text(scenario->horizon) + ", by the data of "
         + to_text(scenario->as_of) + ", counting " + std::string{to_text(view.plan->counting)}
         + ". Behind each nation: the most that it has there at once. The ring: how much of the "
           "requirement-days at the place is filled, each requirement counting alike, whatever it "
           "counts in."
         + names_sentence(view, "Not on the map, since the data holds no position:",
                          made.without_position)
         + names_sentence(view, "Without a label for want of room:", made.without_label)
         + (made.routes > routes_drawn
                ? " The " + count_text(static_cast<Wide>(made.routes))
                      + " lines from the homes of units are left out for their number."
                : "")
         + names_sentence(view, "Left out, with the fewest requirement-days:", made.left_out) + " "
         + made.projection_words + ". " + base.source
         + " Boundaries and names imply no endorsement.";
}

std::string symbols_html(const PlanView& view,
                         const std::vector<PlaceView>& places,
                         const MapDrawing& made) {
  const std::set<Id<Place>> drawn{made.drawn.begin(), made.drawn.end()};
  std::set<const UnitSymbol*> used;
  for (const PlaceView& place : places) {
    if (place.symbol_of && drawn.contains(place.place)) {
      used.insert(symbol_with(*view.scenario, *place.symbol_of));
    }
  }
  return symbol_definitions(used);
}

FigureNumbers numbers_of(const PlanView& view, const std::vector<PlaceView>& places) {
  const Scenario& scenario = *view.scenario;
  FigureNumbers numbers{
      "map",
      {{"place", "requirement", "nation", "offer", "amount", "from", "until", "degree", "source"}}};
  for (const PlaceView& place : places)
    for (const Stay& stay : place.stays) {
      const Offer& offer = scenario->offers[stay.part.offer];
      if (numbers.rows.size() <= stays_listed)
        numbers.rows.push_back({scenario->places[place.place].key,
                                scenario->requirements[stay.requirement].key,
                                scenario->nations[offer.nation].key,
                                offer.key,
                                decimal_text(stay.part.gives.count()),
                                to_text(stay.part.period.from),
                                to_text(stay.part.period.until),
                                std::string{to_text(stay.part.degree)},
                                offer.source});
    }
  return numbers;
}

std::string figure_of(const PlanView& view,
                      const std::vector<PlaceView>& places,
                      bool has_sources_listed) {
  const BaseMap base = view.base_map != nullptr ? *view.base_map : world_map();
  const MapDrawing made = map_drawing(view, base, places);
  if (made.svg.empty()) {
    return paragraph_html("There is no map, since the data holds no position of a place.");
  }
  const bool with_homes = made.routes > 0 && made.routes <= routes_drawn;
  FigureNumbers numbers = numbers_of(view, places);
  numbers.has_sources_listed = has_sources_listed;
  return symbols_html(view, places, made) + "<figure tabindex=\"0\">" + map_legend(with_homes)
         + "</figure>\n"
         + figure_html(view, escaped(caption_of(view, base, made)), made.svg, numbers);
}

std::string band_of(const PlanView& view, const PlaceView& place) {
  std::vector<std::string> activities;
  for (const Id<Activity> id : place.activities) {
    const Activity& activity = (*view.scenario)->activities[id];
    activities.push_back(name_or_key(activity.name, activity.key));
  }
  std::string words = place_name(view, place.place) + ": " + joined(activities, "; ");
  if (place.fill.days > 0) {
    words += ". Filled: firm " + share_text(place.fill.firm, 1000) + ", expected "
             + share_text(place.fill.expected, 1000) + ", best "
             + share_text(place.fill.best, 1000);
  }
  return escaped(words);
}

void add_stay(HtmlTable& table, const PlanView& view, const Stay& stay) {
  const Scenario& scenario = *view.scenario;
  const Offer& offer = scenario->offers[stay.part.offer];
  table.add({cell(scenario->nations[offer.nation].key),
             cell(amount_text(measure_of(scenario, stay.requirement), stay.part.gives)),
             cell(scenario->requirements[stay.requirement].key),
             marked(to_text(stay.part.period.from), "day"),
             stay.part.delivery ? cell("stays") : marked(to_text(stay.part.period.until), "day"),
             cell(to_text(stay.part.degree)),
             source_cell(view, offer.source)});
}

std::string table_of(const PlanView& view, const std::vector<PlaceView>& places) {
  HtmlTable table{"Who is where", {"Nation", "Amount", "For", "From", "Until", "Degree", "Source"}};
  std::size_t rows = 0, all = 0;
  for (const PlaceView& place : places) {
    all += place.stays.size();
    if (rows >= stays_listed) continue;
    table.band(band_of(view, place));
    for (const Stay& stay : place.stays) {
      if (rows++ < stays_listed) add_stay(table, view, stay);
    }
  }
  std::string html = table.finish();
  if (all > stays_listed) {
    html += paragraph_html("Listed: the first " + std::to_string(stays_listed) + " of "
                           + std::to_string(all) + "; --geojson writes all.");
  }
  return html;
}

}  // namespace

std::string map_html(const PlanView& view) {
  const std::vector<PlaceView> places = places_of(view, std::nullopt);
  if (places.empty()) return {};
  return figure_of(view, places, true) + table_of(view, places);
}

std::string map_figure_html(const PlanView& view, std::optional<Id<Activity>> activity) {
  std::vector<PlaceView> places = places_of(view, std::nullopt);
  if (activity)
    std::erase_if(places, [&](const PlaceView& place) {
      return std::ranges::find(place.activities, *activity) == place.activities.end();
    });
  return places.empty() ? std::string{} : figure_of(view, places, false);
}

}  // namespace muster::report
