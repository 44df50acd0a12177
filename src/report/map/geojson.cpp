// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <nlohmann/json.hpp>

#include "report/map/presence.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Json = nlohmann::ordered_json;

Json amount_of(Measure measure, Amount amount) {
  return Json{{"amount_thousandths", amount.count()}, {"amount", amount_text(measure, amount)}};
}

Json stay_of(const Scenario& scenario, const Stay& stay) {
  const Offer& offer = scenario->offers[stay.part.offer];
  Json there{{"nation", scenario->nations[offer.nation].key},
             {"offer", offer.key},
             {"requirement", scenario->requirements[stay.requirement].key},
             {"measure", to_text(measure_of(scenario, stay.requirement))}};
  there.update(amount_of(measure_of(scenario, stay.requirement), stay.part.gives));
  there["status"] = to_text(offer.status);
  there["degree"] = to_text(stay.part.degree);
  there["from"] = to_text(stay.part.period.from);
  // What is delivered stays.
  there["until"] = stay.part.delivery ? Json(nullptr) : Json(to_text(stay.part.period.until));
  there["source"] = offer.source;
  return there;
}

Json requirement_of(const PlanView& view, Id<Requirement> id) {
  const Scenario& scenario = *view.scenario;
  const Requirement& requirement = scenario->requirements[id];
  const Capability& capability = scenario->capabilities[requirement.capability];
  Json row{{"requirement", requirement.key},
           {"activity", scenario->activities[requirement.activity].key},
           {"capability", capability.key},
           {"measure", to_text(capability.measure)}};
  if (requirement.quantity) row.update(amount_of(capability.measure, *requirement.quantity));
  row["from"] = to_text(requirement.period.from);
  row["until"] = to_text(requirement.period.until);
  const Fill fill = fill_of(view.verdict->coverage[id]);
  if (fill.required > 0) {
    row["filled_permille"] =
        Json{{"firm", static_cast<std::int64_t>(fill.firm * 1000 / fill.required)},
             {"expected", static_cast<std::int64_t>(fill.expected * 1000 / fill.required)},
             {"best", static_cast<std::int64_t>(fill.best * 1000 / fill.required)}};
  }
  row["source"] = requirement.source;
  return row;
}

Json sources_of(const Scenario& scenario, const PlaceView& place) {
  std::set<std::string> sources{scenario->places[place.place].source};
  for (const Id<Activity> id : place.activities) sources.insert(scenario->activities[id].source);
  for (const Id<Requirement> id : place.requirements) {
    sources.insert(scenario->requirements[id].source);
  }
  for (const Stay& stay : place.stays) {
    sources.insert(scenario->offers[stay.part.offer].source);
  }
  sources.erase("");
  return Json(sources);
}

Json properties_of(const PlanView& view, const PlaceView& place) {
  const Scenario& scenario = *view.scenario;
  const Place& row = scenario->places[place.place];
  Json properties{{"place", row.key}, {"name", row.name}};
  properties["nation"] = row.nation ? Json(scenario->nations[*row.nation].key) : Json(nullptr);
  properties["activities"] = Json::array();
  for (const Id<Activity> id : place.activities) {
    const Activity& activity = scenario->activities[id];
    properties["activities"].push_back({{"activity", activity.key}, {"name", activity.name}});
  }
  properties["requirements"] = Json::array();
  for (const Id<Requirement> id : place.requirements) {
    properties["requirements"].push_back(requirement_of(view, id));
  }
  properties["there"] = Json::array();
  for (const Stay& stay : place.stays) properties["there"].push_back(stay_of(scenario, stay));
  if (place.fill.days > 0) {
    properties["filled_permille"] = {
        {"firm", place.fill.firm}, {"expected", place.fill.expected}, {"best", place.fill.best}};
  }
  properties["sources"] = sources_of(scenario, place);
  return properties;
}

}  // namespace

std::string plan_geojson(const PlanView& view, const std::string& marking) {
  const Scenario& scenario = *view.scenario;
  Json features = Json::array();
  for (const PlaceView& place : places_of(view, std::nullopt)) {
    const auto position = position_of(scenario->places[place.place]);
    Json geometry = nullptr;
    if (position) {
      geometry = {{"type", "Point"}, {"coordinates", {position->longitude, position->latitude}}};
    }
    features.push_back({{"type", "Feature"},
                        {"id", scenario->places[place.place].key},
                        {"geometry", std::move(geometry)},
                        {"properties", properties_of(view, place)}});
  }
  Json collection{{"type", "FeatureCollection"},
                  {"data_set", scenario->name},
                  {"as_of", to_text(scenario->as_of)},
                  {"counting", to_text(view.plan->counting)}};
  if (!marking.empty()) collection["marking"] = marking;
  collection["features"] = std::move(features);
  return collection.dump(1) + "\n";
}

}  // namespace muster::report
