// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/map.hpp"

namespace muster::report {

// Longitudes made to go on over the antimeridian.
[[nodiscard]] Outline unwrapped(Outline points);
// Ready to be land: unwrapped, closed along the pole that it goes around, edges of at most a few
// degrees. Empty: fewer than three points.
[[nodiscard]] Outline as_land(Outline ring);
// Ready to be a boundary. Empty: fewer than two points.
[[nodiscard]] Outline as_boundary(Outline line);
// Whether a ring of land holds a point, whatever turn of the world its longitude is of.
[[nodiscard]] bool holds(const Outline& ring, GeoPoint point);

}  // namespace muster::report
