// SPDX-License-Identifier: Apache-2.0
// Where things are: the outlines below the map, and the places of a plan for other maps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

#include "report/view.hpp"

namespace muster::report {

// Degrees of WGS 84, north and east positive. Along one outline longitudes go on beyond ±180 where
// it crosses the antimeridian, so that neighbours are never far apart.
struct GeoPoint {
  double longitude = 0, latitude = 0;
};
using Outline = std::vector<GeoPoint>;

struct BaseMap {
  // Rings without their first point again; a point is on land where it lies within an odd number.
  // One that goes around a pole is closed along it.
  std::vector<Outline> land;
  std::vector<Outline> boundaries;  // lines
  std::string source;               // a sentence for the caption
};

// The map that Muster brings along: data/map.
[[nodiscard]] BaseMap world_map();

// A map of somebody else's: GeoJSON (RFC 7946) or TopoJSON, polygons as land, lines as boundaries;
// points are passed over. `file` is named in problems and in the caption.
[[nodiscard]] Result<BaseMap> read_base_map(std::string_view bytes, const std::string& file);
inline constexpr std::size_t most_map_bytes = 16U << 20U;
inline constexpr std::size_t most_map_points = 2'000'000;

// The places of a plan as a FeatureCollection (RFC 7946): what is required there, how it is filled,
// who is there when. A place without a position has the geometry null.
// `marking`: a member of its own beside the features; empty: none.
[[nodiscard]] std::string plan_geojson(const PlanView& view, const std::string& marking = {});

}  // namespace muster::report
