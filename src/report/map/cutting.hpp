// SPDX-License-Identifier: Apache-2.0
// From the plane to paths of whole coordinates, cut to a frame.
#pragma once

#include <string>
#include <vector>

#include "report/map/projection.hpp"

namespace muster::report {

// Which part of the plane is shown: `left`, `top` is the picture's corner; `scale` user units to a
// radius of the earth.
struct Frame {
  double left = 0, top = 0, scale = 1;
  int width = 0, height = 0;
  [[nodiscard]] PlanePoint in_picture(PlanePoint point) const {
    return {(point.x - left) * scale, (point.y - top) * scale};
  }
};

// Path commands of all rings, to be filled by the rule evenodd; of all lines. Empty: none is seen.
[[nodiscard]] std::string land_path(const BaseMap& map, const Projection& way, const Frame& frame);
[[nodiscard]] std::string boundary_path(const BaseMap& map,
                                        const Projection& way,
                                        const Frame& frame);

}  // namespace muster::report
