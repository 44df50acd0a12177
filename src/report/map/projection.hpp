// SPDX-License-Identifier: Apache-2.0
// From degrees to the plane. Lambert's azimuthal equal-area projection about the middle of what is
// shown, so that areas compare honestly; where more than about a third of the world is shown, the
// equirectangular projection about the middle meridian. Both of the sphere, after J. P. Snyder, Map
// Projections: A Working Manual, U.S. Geological Survey Professional Paper 1395, 1987, pp. 185-187
// (formulas 22-4, 24-2) and 90-91.
#pragma once

#include <vector>

#include "report/map.hpp"

namespace muster::report {

struct PlanePoint {  // radii of the earth; x to the east, y to the south
  double x = 0, y = 0;
};

class Projection {
 public:
  // For all of the points together; none: the world.
  static Projection around(const std::vector<GeoPoint>& points);

  [[nodiscard]] PlanePoint project(GeoPoint point) const;
  [[nodiscard]] bool is_of_the_world() const { return of_the_world_; }
  // Rings of land as rings of the plane, whole within `shown_radius` of the middle. A point of the
  // plane is on land where it lies within an odd number.
  [[nodiscard]] std::vector<std::vector<PlanePoint>> rings(const Outline& ring) const;
  [[nodiscard]] std::vector<std::vector<PlanePoint>> lines(const Outline& line) const;

 private:
  [[nodiscard]] double angle_from_middle(GeoPoint point) const;
  [[nodiscard]] PlanePoint on_the_rim(GeoPoint point) const;
  [[nodiscard]] std::vector<PlanePoint> ring_about_the_middle(const Outline& ring) const;

  GeoPoint middle_;
  bool of_the_world_ = false;
};

}  // namespace muster::report
