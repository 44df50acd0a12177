// SPDX-License-Identifier: Apache-2.0
// The map: outlines, projection, cutting, labels, the drawing, maps of others, GeoJSON.
#include "report/map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <regex>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/random.hpp"

#include "report/map/cutting.hpp"
#include "report/map/labels.hpp"
#include "report/map/outlines.hpp"
#include "report/map/projection.hpp"
#include "report/map/symbols.hpp"
#include "report/svg/map.hpp"
#include "support/golden.hpp"
#include "support/situation.hpp"

namespace muster::report {
namespace {

using support::period;
using support::Situation;

bool is_land(const BaseMap& map, GeoPoint point) {
  return std::ranges::count_if(map.land, [&](const Outline& ring) { return holds(ring, point); })
             % 2
         == 1;
}

TEST(WorldMap, KnowsLandFromSea) {
  const BaseMap world = world_map();
  for (const auto& [longitude, latitude] : std::array<std::pair<double, double>, 7>{
           {{30.5, 50.4}, {-3.7, 40.4}, {0, -85}, {-175, 67}, {179, 68}, {34.1, 45}, {24.4, 55}}}) {
    EXPECT_TRUE(is_land(world, {longitude, latitude})) << longitude << " " << latitude;
  }
  for (const auto& [longitude, latitude] : std::array<std::pair<double, double>, 5>{
           {{-30, 45}, {19.5, 57}, {33, 43.5}, {180, 0}, {51, 42}}}) {  // the last: the Caspian Sea
    EXPECT_FALSE(is_land(world, {longitude, latitude})) << longitude << " " << latitude;
  }
}

// Crimea hangs together with Ukraine: no boundary lies between them or upon it.
TEST(WorldMap, DrawsCrimeaInUkraine) {
  std::size_t near = 0;
  for (const Outline& boundary : world_map().boundaries) {
    for (const GeoPoint& point : boundary) {
      EXPECT_FALSE(point.longitude > 32.4 && point.longitude < 36.9 && point.latitude > 44
                   && point.latitude < 46.4);
      near += point.longitude > 37 && point.longitude < 41 && point.latitude > 46.5
              && point.latitude < 50.5;
    }
  }
  EXPECT_GT(near, 10U) << "the boundary of Ukraine in the east";
}

TEST(WorldMap, IsNowhereFarFromItsNeighbour) {
  const BaseMap world = world_map();
  EXPECT_GT(world.land.size(), 1000U);
  for (const auto* outlines : {&world.land, &world.boundaries}) {
    for (const Outline& outline : *outlines) {
      for (std::size_t i = 1; i < outline.size(); ++i) {
        EXPECT_LE(std::abs(outline[i].longitude - outline[i - 1].longitude), 4.001);
        EXPECT_LE(std::abs(outline[i].latitude), 90);
      }
    }
  }
}

// Degrees, from a stream.
GeoPoint point_within(Random& random, int west, int east, int south, int north) {
  const auto degrees = [&](int least, int most) {
    return static_cast<double>(random.between(least * 1000, most * 1000)) / 1000;
  };
  const double longitude = degrees(west, east);
  return {longitude, degrees(south, north)};
}

bool plane_is_land(const std::vector<std::vector<PlanePoint>>& rings, PlanePoint point) {
  bool inside = false;
  for (const auto& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const PlanePoint a = ring[i], b = ring[(i + 1) % ring.size()];
      if ((a.y > point.y) == (b.y > point.y)) continue;
      if (point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) inside = !inside;
    }
  }
  return inside;
}

// Wherever the middle lies, also opposite to land, and across the antimeridian and the poles.
TEST(Projection, KeepsLandAndSeaApart) {
  const BaseMap world = world_map();
  Random random{7, 1};
  for (const GeoPoint middle : std::array<GeoPoint, 9>{{{25, 52},
                                                        {-64, 35},
                                                        {178, -20},
                                                        {-170, 60},
                                                        {116, -40},
                                                        {0, 85},
                                                        {60, -88},
                                                        {-100, 40},
                                                        {135, -25}}}) {
    const Projection way = Projection::around({middle});
    std::vector<std::vector<PlanePoint>> rings;
    for (const Outline& ring : world.land) {
      for (auto& flat : way.rings(ring)) rings.push_back(std::move(flat));
    }
    for (int i = 0; i < 25; ++i) {
      const GeoPoint at = point_within(random, -180, 180, -89, 89);
      const PlanePoint flat = way.project(at);
      if (std::hypot(flat.x, flat.y) > 1.2) continue;  // about 74 degrees: never shown
      const bool land = is_land(world, at);
      constexpr double near = 0.3;  // degrees; a coast is no place to be sure of
      const bool coast = is_land(world, {at.longitude + near, at.latitude}) != land
                         || is_land(world, {at.longitude - near, at.latitude}) != land
                         || is_land(world, {at.longitude, at.latitude + near}) != land
                         || is_land(world, {at.longitude, at.latitude - near}) != land;
      if (coast) continue;
      EXPECT_EQ(plane_is_land(rings, flat), land) << at.longitude << " " << at.latitude;
    }
  }
}

TEST(Projection, KeepsAreas) {
  const Projection way = Projection::around({{10, 40}, {40, 60}});
  const auto area_of = [&](double longitude, double latitude) {
    constexpr double half = 0.05;
    const PlanePoint west = way.project({longitude - half, latitude});
    const PlanePoint east = way.project({longitude + half, latitude});
    const PlanePoint south = way.project({longitude, latitude - half});
    const PlanePoint north = way.project({longitude, latitude + half});
    return std::abs((east.x - west.x) * (north.y - south.y)
                    - (east.y - west.y) * (north.x - south.x))
           / std::cos(latitude * 3.14159265358979 / 180);
  };
  const double here = area_of(25, 51);
  for (const GeoPoint at : std::array<GeoPoint, 4>{{{0, 36}, {44, 33}, {-10, 60}, {60, 65}}}) {
    EXPECT_NEAR(area_of(at.longitude, at.latitude) / here, 1, 0.001);
  }
}

TEST(Projection, ShowsTheWorldWherePlacesLieAroundIt) {
  EXPECT_FALSE(Projection::around({{5, 52}, {44, 33}}).is_of_the_world());
  EXPECT_TRUE(Projection::around({{5, 52}, {174, -41}}).is_of_the_world());
}

TEST(Sheet, NeverPutsOneThingOverAnother) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Random random{seed, 2};
    Sheet sheet{600, 400, 3};
    std::vector<Box> boxes;
    for (int i = 0; i < 25; ++i) {
      const Spot at{static_cast<int>(random.between(0, 600)),
                    static_cast<int>(random.between(0, 400))};
      const auto middle = sheet.place_square(at, 26);
      if (!middle) continue;
      boxes.push_back(square_about(*middle, 26));
      const auto label =
          sheet.place_label(*middle, 26, static_cast<int>(random.between(30, 190)), 40);
      if (label) boxes.push_back(*label);
    }
    EXPECT_GT(boxes.size(), 20U);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const Box& box = boxes[i];
      EXPECT_TRUE(box.x >= 3 && box.y >= 3 && box.x + box.width <= 597
                  && box.y + box.height <= 397);
      for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(overlap(box, boxes[k])) << seed;
    }
  }
}

// ---- the drawing ----------------------------------------------------------------------------

Situation of_places() {
  Situation s;
  s.row("sources", {{"source", "paper"}, {"title", "The paper"}})
      .capability("guns", "unit", {{"symbol", "10031000001303000000"}})
      .row("places",
           {{"place", "lund"}, {"name", "Lund"}, {"latitude", "55.7"}, {"longitude", "13.2"}})
      .row("places",
           {{"place", "riga"}, {"name", "Riga"}, {"latitude", "56.95"}, {"longitude", "24.1"}})
      .row("places",
           {{"place", "home"}, {"name", "Home"}, {"latitude", "52.1"}, {"longitude", "5.2"}})
      .requirement("company", {{"quantity", "3"}, {"place", "riga"}, {"source", "paper#p1"}})
      .requirement("battery", {{"capability", "guns"}, {"place", "lund"}})
      .requirement("post", {{"capability", "people"}, {"quantity", "40"}, {"place", "riga"}})
      .requirement("nowhere", {});
  s.unit("a", {{"place", "home"}}).unit("b", {{"nation", "DEU"}}).offer("A", "a");
  s.offer("B", "b", {{"nation", "DEU"}, {"status", "accepted"}});
  return s;
}

struct Map : testing::Test {
  Scenario scenario = of_places().build();
  Plan plan;
  judge::Verdict verdict;
  PlanView view = make();

  PlanView make() {
    plan.tours = {support::tour(scenario, "A", "company", period("2024-01-01", "2024-10-01")),
                  support::tour(scenario, "B", "company", period("2024-03-01", "2025-01-01"))};
    verdict = judge::evaluate(scenario, plan, {});
    return report::view(scenario, plan, verdict, {});
  }
  MapDrawing draw() { return map_drawing(view, world_map(), places_of(view, std::nullopt)); }
};

TEST_F(Map, IsDrawn) {
  support::expect_golden("map.svg", draw().svg);
}

TEST_F(Map, SaysWhatIsNotOnIt) {
  const MapDrawing made = draw();
  EXPECT_EQ(made.drawn.size(), 2U);
  ASSERT_EQ(made.without_position.size(), 1U);
  EXPECT_EQ(scenario->places[made.without_position.front()].key, "skopje");
}

TEST_F(Map, TellsWhoIsThere) {
  const std::vector<PlaceView> places = places_of(view, std::nullopt);
  const auto riga = std::ranges::find_if(
      places, [&](const PlaceView& place) { return scenario->places[place.place].key == "riga"; });
  ASSERT_NE(riga, places.end());
  EXPECT_EQ(nation_lines(scenario, *riga, 190), std::vector<std::string>{"NLD 1, DEU 1 units"});
  EXPECT_EQ(nation_lines(scenario, *riga, 20), std::vector<std::string>{"NLD 1 unit, +1 nation"});
  // 274 of 366 days by one of three, firm; with 306 more, expected; the other requirement empty.
  EXPECT_EQ(riga->fill.firm, 274 * 1000 / 3 / 366 / 2);
  EXPECT_EQ(riga->fill.best, (274 + 306) * 1000 / 3 / 366 / 2);
  EXPECT_EQ(riga->homes.size(), 1U);
}

TEST_F(Map, OfOneDayTellsThatDayAlone) {
  for (const PlaceView& place : places_of(view, support::day("2024-02-01"))) {
    if (scenario->places[place.place].key != "riga") continue;
    EXPECT_EQ(nation_lines(scenario, place, 190), std::vector<std::string>{"NLD 1 unit"});
  }
}

TEST_F(Map, DrawsTheSymbolOfACapabilityOnce) {
  const MapDrawing made = draw();
  EXPECT_NE(made.svg.find("href=\"#app6-10031000001303000000\""), std::string::npos);
  EXPECT_TRUE(std::ranges::is_sorted(unit_symbols(), {}, &UnitSymbol::code));
}

std::vector<Box> plates_of(const std::string& svg) {
  static const std::regex plate{
      R"#(<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" class="plate")#"};
  std::vector<Box> boxes;
  for (std::sregex_iterator it{svg.begin(), svg.end(), plate}, end; it != end; ++it) {
    boxes.push_back(
        {std::stoi((*it)[1]), std::stoi((*it)[2]), std::stoi((*it)[3]), std::stoi((*it)[4])});
  }
  return boxes;
}

// Of many places anywhere: what is drawn is within the picture, no label lies over another, and
// every place is drawn or named as one that is not.
TEST(MapOfMany, KeepsItsLabelsApart) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Random random{seed, 3};
    const bool far = seed % 3 == 0;
    Situation s;
    for (int i = 0; i < 60; ++i) {
      const GeoPoint at =
          far ? point_within(random, -180, 180, -80, 80) : point_within(random, 10, 40, 40, 60);
      const std::string key = "spot-" + std::to_string(i);
      s.row("places",
            {{"place", key},
             {"name", "Spot of number " + std::to_string(i)},
             {"latitude", std::to_string(at.latitude)},
             {"longitude", std::to_string(at.longitude)}});
      s.requirement("line-" + std::to_string(i), {{"place", key}});
    }
    const Scenario scenario = s.build();
    const Plan plan;
    const judge::Verdict verdict = judge::evaluate(scenario, plan, {});
    const PlanView view = report::view(scenario, plan, verdict, {});
    const MapDrawing made = map_drawing(view, world_map(), places_of(view, std::nullopt));
    EXPECT_EQ(made.drawn.size(), places_drawn);
    EXPECT_EQ(made.drawn.size() + made.left_out.size(), 60U);
    const std::vector<Box> plates = plates_of(made.svg);
    EXPECT_EQ(plates.size() + made.without_label.size(), places_drawn);
    EXPECT_GT(plates.size(), 30U);
    const std::smatch size = [&] {
      std::smatch found;
      std::regex_search(made.svg, found, std::regex{R"#(viewBox="0 0 (\d+) (\d+)")#"});
      return found;
    }();
    for (std::size_t i = 0; i < plates.size(); ++i) {
      EXPECT_TRUE(plates[i].x >= 0 && plates[i].x + plates[i].width <= std::stoi(size[1]));
      EXPECT_TRUE(plates[i].y >= 0 && plates[i].y + plates[i].height <= std::stoi(size[2]));
      for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(overlap(plates[i], plates[k])) << seed;
    }
  }
}

TEST_F(Map, GoesOutAsGeoJson) {
  const nlohmann::json json = nlohmann::json::parse(plan_geojson(view));
  EXPECT_EQ(json["type"], "FeatureCollection");
  ASSERT_EQ(json["features"].size(), 3U);
  const auto feature = std::ranges::find_if(
      json["features"], [](const nlohmann::json& one) { return one["id"] == "riga"; });
  ASSERT_NE(feature, json["features"].end());
  EXPECT_EQ((*feature)["geometry"]["coordinates"], (nlohmann::json{24.1, 56.95}));
  const nlohmann::json& properties = (*feature)["properties"];
  EXPECT_EQ(properties["requirements"].size(), 2U);
  ASSERT_EQ(properties["there"].size(), 2U);
  EXPECT_EQ(properties["there"][0]["nation"], "NLD");
  EXPECT_EQ(properties["there"][0]["until"], "2024-10-01");
  EXPECT_EQ(properties["there"][1]["status"], "accepted");
  EXPECT_EQ(properties["sources"], nlohmann::json::array({"paper#p1"}));
}

// ---- maps of others -------------------------------------------------------------------------

constexpr std::string_view a_ring = "[[0,0],[10,0],[10,10],[0,10],[0,0]]";

std::string polygon(std::string_view rings) {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
         R"({"type":"Polygon","coordinates":[)"
         + std::string{rings} + "]}}]}";
}

TEST(BaseMapOfOthers, IsReadFromGeoJson) {
  const auto map = read_base_map(polygon(a_ring), "own.geojson");
  ASSERT_TRUE(map) << support::in_words(map.error());
  EXPECT_TRUE(is_land(*map, {5, 5}));
  EXPECT_FALSE(is_land(*map, {15, 5}));
  EXPECT_NE(map->source.find("own.geojson"), std::string::npos);
}

TEST(BaseMapOfOthers, IsReadFromTopoJson) {
  const auto map = read_base_map(
      R"({"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,20]},
          "arcs":[[[0,0],[20,0],[0,20]],[[20,20],[-20,0],[0,-20]]],
          "objects":{"land":{"type":"Polygon","arcs":[[0,1]]},
                     "line":{"type":"LineString","arcs":[-1]},
                     "more":{"type":"MultiPolygon","arcs":[[[0,1]]]},
                     "none":{"type":null}}})",
      "own.json");
  ASSERT_TRUE(map) << support::in_words(map.error());
  EXPECT_TRUE(is_land(*map, {15, 25}));
  EXPECT_FALSE(is_land(*map, {25, 25}));
  ASSERT_EQ(map->boundaries.size(), 2U);
  EXPECT_EQ(map->boundaries.front().front().latitude, 30);  // backwards
}

TEST(BaseMapOfOthers, IsRefusedWithPlaceAndAdvice) {
  struct Fault {
    std::string bytes, column, what;
  };
  for (const Fault& fault : std::vector<Fault>{
           {"no json", "", "is not a JSON object"},
           {"[1]", "", "is not a JSON object"},
           {"{}", "type", "says no type"},
           {R"({"type":"Feature"})", "", "holds no polygon and no line"},
           {R"({"type":"FeatureCollection"})", "features", "is missing"},
           {R"({"type":"Sphere"})", "type", "\"Sphere\" is no type of GeoJSON or TopoJSON"},
           {polygon("7"), "features[0].geometry.coordinates[0]", "is not a list of positions"},
           {polygon("[[1,2],\"x\",[3,4]]"),
            "features[0].geometry.coordinates[0][1]",
            "is not a position"},
           {polygon("[[500000,1],[2,3],[4,5]]"),
            "features[0].geometry.coordinates[0][0]",
            "a longitude or latitude is beyond the earth"},
           {R"({"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[3]]}}})",
            "objects.\"a\".arcs[0]",
            "names an arc that is not there"},
           {R"({"type":"Topology","objects":{}})", "arcs", "is not a list of arcs"}}) {
    const auto map = read_base_map(fault.bytes, "own.json");
    ASSERT_FALSE(map) << fault.bytes;
    EXPECT_EQ(map.error().front().file, "own.json");
    EXPECT_EQ(map.error().front().column, fault.column);
    EXPECT_EQ(map.error().front().what, fault.what);
  }
}

TEST(BaseMapOfOthers, IsRefusedWhereItIsEndless) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += R"({"type":"GeometryCollection","geometries":[)";
  EXPECT_FALSE(read_base_map(deep, "deep.json"));
  for (int i = 0; i < 100'000; ++i) deep += "]}";
  EXPECT_FALSE(read_base_map(deep, "deep.json"));
  EXPECT_FALSE(read_base_map(std::string(most_map_bytes + 1, ' '), "large.json"));
}

TEST(BaseMapOfOthers, TellsNoMoreThanTwentyProblems) {
  std::string rings;
  for (int i = 0; i < 100; ++i) rings += i == 0 ? "7" : ",7";
  const auto map = read_base_map(polygon(rings), "own.json");
  ASSERT_FALSE(map);
  EXPECT_EQ(map.error().size(), 20U);
}

}  // namespace
}  // namespace muster::report
