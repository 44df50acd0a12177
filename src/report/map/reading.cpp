// SPDX-License-Identifier: Apache-2.0
// Maps of somebody else's: GeoJSON (RFC 7946) and TopoJSON (its specification, version 1).
#include <cmath>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

#include "report/map/outlines.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_problems = 20;
constexpr std::size_t most_points_drawn = 2 * most_map_points;
constexpr int deepest = 8;  // collections within collections

class MapReader {
 public:
  explicit MapReader(std::string file) : file_{std::move(file)} {}
  Result<BaseMap> read(std::string_view bytes);

 private:
  void refuse(const std::string& place, std::string what, std::string advice = {});
  [[nodiscard]] bool goes_on() const { return problems_.size() < most_problems; }

  void read_object(const Json& object, const std::string& place, int depth);
  void read_members(const Json& list, const std::string& place, int depth);
  void read_geometry(const Json& geometry, const std::string& place);
  void read_rings(const Json& rings, const std::string& place);
  void read_line(const Json& line, const std::string& place);
  bool fits(std::size_t more);
  void add_land(Outline ring);
  void add_boundary(Outline line);
  std::optional<Outline> read_outline(const Json& list, const std::string& place);
  std::optional<GeoPoint> read_point(const Json& point, const std::string& place);
  bool is_on_earth(GeoPoint point, const std::string& place);

  void read_topology(const Json& topology);
  void read_arcs(const Json& topology);
  std::optional<Outline> joined_arcs(const Json& indices, const std::string& place);

  std::string file_;
  Problems problems_;
  BaseMap map_;
  std::size_t points_ = 0, drawn_points_ = 0;
  bool of_arcs_ = false;           // lines and rings are lists of arcs
  bool polygons_are_land_ = true;  // else boundaries: those of a further object of a TopoJSON
  std::vector<std::optional<Outline>> arcs_;
};

std::string at(const std::string& place, std::size_t index) {
  return place + "[" + std::to_string(index) + "]";
}

std::string type_of(const Json& object) {
  if (!object.is_object()) return {};
  const auto type = object.find("type");
  return type != object.end() && type->is_string() ? type->get<std::string>() : std::string{};
}

const Json* member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() ? &*found : nullptr;
}

// Shortened and without what does not print.
std::string shortened(std::string_view text) {
  std::string safe;
  for (const char letter : text.substr(0, 40)) safe += letter >= ' ' && letter < 127 ? letter : '?';
  return "\"" + safe + "\"";
}

void MapReader::refuse(const std::string& place, std::string what, std::string advice) {
  if (goes_on()) problems_.push_back({file_, 0, place, std::move(what), std::move(advice)});
}

bool MapReader::is_on_earth(GeoPoint point, const std::string& place) {
  if (std::abs(point.longitude) <= 360 && std::abs(point.latitude) <= 90) return true;
  refuse(place,
         "a longitude or latitude is beyond the earth",
         "Maybe the file is not in degrees of WGS 84 (EPSG:4326), longitude first?");
  return false;
}

std::optional<GeoPoint> MapReader::read_point(const Json& point, const std::string& place) {
  const bool is_point =
      point.is_array() && point.size() >= 2 && point[0].is_number() && point[1].is_number();
  if (!is_point) {
    refuse(place, "is not a position", "Maybe [longitude, latitude]?");
    return std::nullopt;
  }
  if (++points_ == most_map_points + 1) {
    refuse(place,
           "the map has more than " + count_text(most_map_points) + " points",
           "Maybe simplify it, or cut it to the region?");
  }
  return GeoPoint{point[0].get<double>(), point[1].get<double>()};
}

std::optional<Outline> MapReader::read_outline(const Json& list, const std::string& place) {
  if (of_arcs_) return joined_arcs(list, place);
  if (!list.is_array()) {
    refuse(place, "is not a list of positions");
    return std::nullopt;
  }
  Outline points;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto point = read_point(list[i], at(place, i));
    if (!point || !is_on_earth(*point, at(place, i)) || points_ > most_map_points) {
      return std::nullopt;
    }
    points.push_back(*point);
  }
  return points;
}

// Long edges are cut into short ones, which are more than what was read.
bool MapReader::fits(std::size_t more) {
  drawn_points_ += more;
  if (drawn_points_ > most_points_drawn) {
    refuse("",
           "the map has too many long edges to be drawn",
           "Maybe simplify it, or cut it to the region?");
  }
  return drawn_points_ <= most_points_drawn;
}

void MapReader::add_land(Outline ring) {
  Outline land = as_land(std::move(ring));
  if (!land.empty() && fits(land.size())) map_.land.push_back(std::move(land));
}

void MapReader::add_boundary(Outline line) {
  Outline boundary = as_boundary(std::move(line));
  if (!boundary.empty() && fits(boundary.size())) map_.boundaries.push_back(std::move(boundary));
}

void MapReader::read_rings(const Json& rings, const std::string& place) {
  if (!rings.is_array()) return refuse(place, "is not a list of rings");
  for (std::size_t i = 0; i < rings.size() && goes_on(); ++i) {
    auto ring = read_outline(rings[i], at(place, i));
    if (!ring) continue;
    if (polygons_are_land_) {
      add_land(std::move(*ring));
    } else {
      add_boundary(std::move(*ring));
    }
  }
}

void MapReader::read_line(const Json& line, const std::string& place) {
  if (auto points = read_outline(line, place)) add_boundary(std::move(*points));
}

void MapReader::read_geometry(const Json& geometry, const std::string& place) {
  const std::string type = type_of(geometry);
  if (type == "Point" || type == "MultiPoint") return;
  const std::string where = place + (of_arcs_ ? ".arcs" : ".coordinates");
  const Json* parts = member(geometry, of_arcs_ ? "arcs" : "coordinates");
  if (parts == nullptr) return refuse(where, "is missing");
  if (type == "Polygon") return read_rings(*parts, where);
  if (type == "LineString") return read_line(*parts, where);
  if (!parts->is_array()) return refuse(where, "is not a list");
  for (std::size_t i = 0; i < parts->size() && goes_on(); ++i) {
    if (type == "MultiPolygon") {
      read_rings((*parts)[i], at(where, i));
    } else {
      read_line((*parts)[i], at(where, i));
    }
  }
}

void MapReader::read_members(const Json& list, const std::string& place, int depth) {
  if (!list.is_array()) return refuse(place, "is not a list");
  for (std::size_t i = 0; i < list.size() && goes_on(); ++i) {
    read_object(list[i], at(place, i), depth + 1);
  }
}

void MapReader::read_object(const Json& object, const std::string& place, int depth) {
  if (depth > deepest) return refuse(place, "collections lie too deep in each other");
  const std::string type = type_of(object);
  const std::string before = place.empty() ? "" : place + ".";
  const auto members = [&](const char* name) {
    const Json* list = member(object, name);
    if (list == nullptr) return refuse(before + name, "is missing");
    read_members(*list, before + name, depth);
  };
  if (type == "FeatureCollection") return members("features");
  if (type == "GeometryCollection") return members("geometries");
  if (type == "Feature") {
    const Json* geometry = member(object, "geometry");
    if (geometry != nullptr && !geometry->is_null()) {
      read_object(*geometry, before + "geometry", depth + 1);
    }
    return;
  }
  for (const char* known :
       {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}) {
    if (type == known) return read_geometry(object, place);
  }
  if (of_arcs_ && object.is_object() && type.empty()) return;  // a geometry that is null
  refuse(before + "type",
         type.empty() ? "says no type" : shortened(type) + " is no type of GeoJSON or TopoJSON",
         "Maybe FeatureCollection, with features of Polygon, MultiPolygon, LineString or "
         "MultiLineString?");
}

// ---- TopoJSON -------------------------------------------------------------------------------

struct Quantization {
  double scale_x = 1, scale_y = 1, from_x = 0, from_y = 0;
};

std::optional<Quantization> quantization_of(const Json& topology) {
  const Json* transform = member(topology, "transform");
  if (transform == nullptr || !transform->is_object()) return std::nullopt;
  const Json* scale = member(*transform, "scale");
  const Json* from = member(*transform, "translate");
  for (const Json* pair : {scale, from}) {
    const bool is_pair = pair != nullptr && pair->is_array() && pair->size() == 2
                         && (*pair)[0].is_number() && (*pair)[1].is_number();
    if (!is_pair) return std::nullopt;
  }
  return Quantization{(*scale)[0].get<double>(),
                      (*scale)[1].get<double>(),
                      (*from)[0].get<double>(),
                      (*from)[1].get<double>()};
}

void MapReader::read_arcs(const Json& topology) {
  const Json* arcs = member(topology, "arcs");
  if (arcs == nullptr || !arcs->is_array()) return refuse("arcs", "is not a list of arcs");
  const auto steps = quantization_of(topology);
  if (!steps && topology.contains("transform")) return refuse("transform", "is not a transform");
  for (std::size_t i = 0; i < arcs->size() && goes_on(); ++i) {
    const Json& arc = (*arcs)[i];
    arcs_.emplace_back();
    if (!arc.is_array()) {
      refuse(at("arcs", i), "is not a list of positions");
      continue;
    }
    Outline points;
    GeoPoint sum;
    bool good = true;
    for (std::size_t k = 0; k < arc.size() && good; ++k) {
      const std::string place = at(at("arcs", i), k);
      const auto point = read_point(arc[k], place);
      good = point && points_ <= most_map_points;
      if (!good) break;
      sum = steps ? GeoPoint{sum.longitude + point->longitude, sum.latitude + point->latitude}
                  : *point;
      points.push_back(steps ? GeoPoint{sum.longitude * steps->scale_x + steps->from_x,
                                        sum.latitude * steps->scale_y + steps->from_y}
                             : sum);
      good = is_on_earth(points.back(), place);
    }
    if (good) arcs_.back() = std::move(points);
  }
}

// An index of −1 − n is arc n from its end to its beginning.
std::optional<Outline> MapReader::joined_arcs(const Json& indices, const std::string& place) {
  if (!indices.is_array()) {
    refuse(place, "is not a list of arcs");
    return std::nullopt;
  }
  Outline points;
  for (const Json& index : indices) {
    const std::int64_t number = index.is_number_integer()
                                    ? index.get<std::int64_t>()
                                    : std::numeric_limits<std::int64_t>::max();
    const auto arc = static_cast<std::uint64_t>(number < 0 ? ~number : number);
    if (arc >= arcs_.size()) {
      refuse(place, "names an arc that is not there");
      return std::nullopt;
    }
    const auto& found = arcs_[arc];
    if (!found) return std::nullopt;  // told already
    points_ += found->size();
    if (points_ > most_map_points) {
      refuse(place, "the map has more than " + count_text(most_map_points) + " points");
      return std::nullopt;
    }
    if (number < 0) {
      points.insert(points.end(), found->rbegin(), found->rend());
    } else {
      points.insert(points.end(), found->begin(), found->end());
    }
  }
  return points;
}

// The polygons of the first object that has some are land; those of others would lie on them.
void MapReader::read_topology(const Json& topology) {
  read_arcs(topology);
  of_arcs_ = true;
  const Json* objects = member(topology, "objects");
  if (objects == nullptr || !objects->is_object()) return refuse("objects", "is missing");
  for (const auto& [name, object] : objects->items()) {
    if (!goes_on()) return;
    read_object(object, "objects." + shortened(name), 0);
    polygons_are_land_ = map_.land.empty();
  }
}

Result<BaseMap> MapReader::read(std::string_view bytes) {
  if (bytes.size() > most_map_bytes) {
    refuse("",
           "has more than " + std::to_string(most_map_bytes >> 20U) + " MiB",
           "Maybe simplify it, or cut it to the region?");
    return std::unexpected{problems_};
  }
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded() || !json.is_object()) {
    refuse("", "is not a JSON object", "Maybe GeoJSON or TopoJSON? A shapefile must be converted.");
  } else if (type_of(json) == "Topology") {
    read_topology(json);
  } else {
    read_object(json, "", 0);
  }
  if (problems_.empty() && map_.land.empty() && map_.boundaries.empty()) {
    refuse("", "holds no polygon and no line", "Maybe it holds points only?");
  }
  if (!problems_.empty()) return std::unexpected{problems_};
  map_.source = "Outlines: " + file_ + ".";
  return std::move(map_);
}

}  // namespace

Result<BaseMap> read_base_map(std::string_view bytes, const std::string& file) {
  return MapReader{file}.read(bytes);
}

}  // namespace muster::report
