// SPDX-License-Identifier: Apache-2.0
#include "report/map/projection.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "report/map/outlines.hpp"

namespace muster::report {
namespace {

constexpr double radians = std::numbers::pi / 180;
constexpr double widest_angle = 65 * radians;  // from the middle to a place, of an azimuthal map
// Beyond it outlines slide along the rim of the map, since what lies opposite has no place in it.
constexpr double rim_angle = 150 * radians;
constexpr double rim_step = 0.2;  // radians along the rim

struct Direction {
  double x = 0, y = 0, z = 0;
};
Direction direction_of(GeoPoint point) {
  const double east = point.longitude * radians, north = point.latitude * radians;
  return {std::cos(north) * std::cos(east), std::cos(north) * std::sin(east), std::sin(north)};
}

// The direction in the middle of all; none where they cancel out.
GeoPoint middle_of(const std::vector<GeoPoint>& points) {
  Direction sum;
  for (const GeoPoint& point : points) {
    const Direction one = direction_of(point);
    sum = {sum.x + one.x, sum.y + one.y, sum.z + one.z};
  }
  const double across = std::hypot(sum.x, sum.y);
  if (across + std::abs(sum.z) < 1e-9) return {};
  return {std::round(std::atan2(sum.y, sum.x) / radians),
          std::round(std::atan2(sum.z, across) / radians)};
}

double distance_along_rim(double from, double to) {
  return std::remainder(to - from, 2 * std::numbers::pi);
}

bool plane_holds(const std::vector<PlanePoint>& ring, PlanePoint point) {
  bool inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PlanePoint& a = ring[i];
    const PlanePoint& b = ring[(i + 1) % ring.size()];
    if ((a.y > point.y) == (b.y > point.y)) continue;
    if (point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

const double rim_radius = 2 * std::sin(rim_angle / 2);

// Along the rim from one of its points to another, by the shorter way; without the two.
void add_rim(std::vector<PlanePoint>& ring, PlanePoint from, PlanePoint to) {
  const double begin = std::atan2(from.y, from.x);
  const double whole = distance_along_rim(begin, std::atan2(to.y, to.x));
  const int pieces = static_cast<int>(std::abs(whole) / rim_step);
  for (int piece = 1; piece < pieces; ++piece) {
    const double angle = begin + whole * piece / pieces;
    ring.push_back({rim_radius * std::cos(angle), rim_radius * std::sin(angle)});
  }
}

std::vector<PlanePoint> whole_rim() {
  std::vector<PlanePoint> rim;
  constexpr int pieces = 72;
  for (int piece = 0; piece < pieces; ++piece) {
    const double angle = 2 * std::numbers::pi * piece / pieces;
    rim.push_back({rim_radius * std::cos(angle), rim_radius * std::sin(angle)});
  }
  return rim;
}

}  // namespace

Projection Projection::around(const std::vector<GeoPoint>& points) {
  Projection projection;
  projection.middle_ = middle_of(points);
  projection.of_the_world_ = points.empty() || std::ranges::any_of(points, [&](GeoPoint point) {
                               return projection.angle_from_middle(point) > widest_angle;
                             });
  if (projection.of_the_world_) projection.middle_.latitude = 0;
  return projection;
}

double Projection::angle_from_middle(GeoPoint point) const {
  const Direction a = direction_of(middle_), b = direction_of(point);
  return std::acos(std::clamp(a.x * b.x + a.y * b.y + a.z * b.z, -1.0, 1.0));
}

PlanePoint Projection::project(GeoPoint point) const {
  const double east = (point.longitude - middle_.longitude) * radians;
  if (of_the_world_) {
    return {std::remainder(east, 2 * std::numbers::pi), -point.latitude * radians};
  }
  const double north = point.latitude * radians, middle = middle_.latitude * radians;
  const double cosine =
      std::sin(middle) * std::sin(north) + std::cos(middle) * std::cos(north) * std::cos(east);
  const double k = std::sqrt(2 / std::max(1e-9, 1 + cosine));
  return {k * std::cos(north) * std::sin(east),
          -k
              * (std::cos(middle) * std::sin(north)
                 - std::sin(middle) * std::cos(north) * std::cos(east))};
}

PlanePoint Projection::on_the_rim(GeoPoint point) const {
  const PlanePoint at = project(point);
  const double length = std::max(1e-9, std::hypot(at.x, at.y));
  return {at.x / length * rim_radius, at.y / length * rim_radius};
}

std::vector<PlanePoint> Projection::ring_about_the_middle(const Outline& ring) const {
  std::vector<PlanePoint> flat;
  bool was_beyond = angle_from_middle(ring.back()) > rim_angle;
  PlanePoint last = was_beyond ? on_the_rim(ring.back()) : project(ring.back());
  for (const GeoPoint& point : ring) {
    const bool is_beyond = angle_from_middle(point) > rim_angle;
    const PlanePoint at = is_beyond ? on_the_rim(point) : project(point);
    if (was_beyond && is_beyond) add_rim(flat, last, at);
    flat.push_back(at);
    last = at;
    was_beyond = is_beyond;
  }
  return flat;
}

std::vector<std::vector<PlanePoint>> Projection::rings(const Outline& ring) const {
  if (of_the_world_) return lines(ring);
  std::vector<std::vector<PlanePoint>> flat{ring_about_the_middle(ring)};
  // The way along the rim may have been the wrong one of the two: then land and sea have changed
  // places, which the whole rim puts right.
  if (plane_holds(flat.front(), {}) != holds(ring, middle_)) flat.push_back(whole_rim());
  return flat;
}

std::vector<std::vector<PlanePoint>> Projection::lines(const Outline& line) const {
  std::vector<std::vector<PlanePoint>> flat;
  if (!of_the_world_) {
    flat.emplace_back();
    for (const GeoPoint& point : line) {
      if (angle_from_middle(point) <= rim_angle) {
        flat.back().push_back(project(point));
      } else if (!flat.back().empty()) {
        flat.emplace_back();
      }
    }
    return flat;
  }
  // Once for every turn of the world that may be seen.
  const auto [west, east] = std::ranges::minmax(line, {}, &GeoPoint::longitude);
  const double first = std::ceil((middle_.longitude - 180 - east.longitude) / 360);
  const double last = std::floor((middle_.longitude + 180 - west.longitude) / 360);
  for (double turn = first; turn <= last; ++turn) {
    std::vector<PlanePoint>& copy = flat.emplace_back();
    for (const GeoPoint& point : line) {
      copy.push_back({(point.longitude + turn * 360 - middle_.longitude) * radians,
                      -point.latitude * radians});
    }
  }
  return flat;
}

}  // namespace muster::report
