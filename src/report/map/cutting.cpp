// SPDX-License-Identifier: Apache-2.0
// Rings are cut by Sutherland and Hodgman's way (Reentrant Polygon Clipping, Communications of the
// ACM 17(1), 1974, pp. 32-42), which keeps odd and even; lines by that of Liang and Barsky (A New
// Concept and Method for Line Clipping, ACM Transactions on Graphics 3(1), 1984, pp. 1-22).
#include "report/map/cutting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace muster::report {
namespace {

constexpr double beyond = 6;        // user units outside the picture, so that no cut is seen
constexpr int least_step = 2;       // user units between two points of an outline
constexpr int smallest_island = 3;  // user units of width and height together

struct Side {
  bool of_x;      // else of y
  double at;      // the side's coordinate
  double inward;  // 1: inside is more, −1: less
  [[nodiscard]] double depth(PlanePoint point) const {
    return ((of_x ? point.x : point.y) - at) * inward;
  }
};

std::array<Side, 4> sides_of(const Frame& frame) {
  return {{{true, -beyond, 1},
           {true, frame.width + beyond, -1},
           {false, -beyond, 1},
           {false, frame.height + beyond, -1}}};
}

PlanePoint between(PlanePoint a, PlanePoint b, double share) {
  return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

std::vector<PlanePoint> cut(const std::vector<PlanePoint>& ring, const Side& side) {
  std::vector<PlanePoint> inside;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PlanePoint& a = ring[i];
    const PlanePoint& b = ring[(i + 1) % ring.size()];
    const double from = side.depth(a), to = side.depth(b);
    if (from >= 0) inside.push_back(a);
    if ((from >= 0) != (to >= 0)) inside.push_back(between(a, b, from / (from - to)));
  }
  return inside;
}

// The part of a segment that is inside, as shares of it.
std::optional<std::pair<double, double>> seen_part(PlanePoint a,
                                                   PlanePoint b,
                                                   const std::array<Side, 4>& sides) {
  double first = 0, last = 1;
  for (const Side& side : sides) {
    const double from = side.depth(a), to = side.depth(b);
    if (from < 0 && to < 0) return std::nullopt;
    if (from < 0) first = std::max(first, from / (from - to));
    if (to < 0) last = std::min(last, from / (from - to));
  }
  if (first > last) return std::nullopt;
  return std::pair{first, last};
}

struct Dot {
  int x = 0, y = 0;
};
Dot rounded(PlanePoint point) {
  return {static_cast<int>(std::lround(point.x)), static_cast<int>(std::lround(point.y))};
}

// Points at whole coordinates, those too near to the one before left out; the last stays.
std::vector<Dot> thinned(const std::vector<PlanePoint>& points) {
  std::vector<Dot> dots;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Dot dot = rounded(points[i]);
    const bool near = !dots.empty() && std::abs(dot.x - dots.back().x) < least_step
                      && std::abs(dot.y - dots.back().y) < least_step;
    if (!near) {
      dots.push_back(dot);
    } else if (i + 1 == points.size() && dots.size() > 1) {
      dots.back() = dot;
    }
  }
  return dots;
}

// "l3-4 5 6": as few letters as SVG takes.
std::string commands(const std::vector<Dot>& dots) {
  std::string text = "M" + std::to_string(dots.front().x) + " " + std::to_string(dots.front().y);
  bool first = true;
  for (std::size_t i = 1; i < dots.size(); ++i) {
    for (const int step : {dots[i].x - dots[i - 1].x, dots[i].y - dots[i - 1].y}) {
      text += first ? "l" : step < 0 ? "" : " ";
      text += std::to_string(step);
      first = false;
    }
  }
  return text;
}

bool is_large(const std::vector<Dot>& dots) {
  if (dots.size() < 3) return false;
  const auto [left, right] = std::ranges::minmax(dots, {}, &Dot::x);
  const auto [top, bottom] = std::ranges::minmax(dots, {}, &Dot::y);
  return right.x - left.x + bottom.y - top.y >= smallest_island;
}

std::vector<PlanePoint> in_picture(std::vector<PlanePoint> points, const Frame& frame) {
  for (PlanePoint& point : points) point = frame.in_picture(point);
  return points;
}

// The stretches of a line that are seen.
std::vector<std::vector<PlanePoint>> seen(const std::vector<PlanePoint>& line,
                                          const std::array<Side, 4>& sides) {
  std::vector<std::vector<PlanePoint>> stretches;
  bool goes_on = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const auto part = seen_part(line[i], line[i + 1], sides);
    if (!part) {
      goes_on = false;
      continue;
    }
    if (!goes_on) stretches.push_back({between(line[i], line[i + 1], part->first)});
    stretches.back().push_back(between(line[i], line[i + 1], part->second));
    goes_on = part->second >= 1;
  }
  return stretches;
}

}  // namespace

std::string land_path(const BaseMap& map, const Projection& way, const Frame& frame) {
  std::string path;
  for (const Outline& outline : map.land) {
    for (const std::vector<PlanePoint>& flat : way.rings(outline)) {
      std::vector<PlanePoint> ring = in_picture(flat, frame);
      for (const Side& side : sides_of(frame)) ring = cut(ring, side);
      const std::vector<Dot> dots = thinned(ring);
      if (is_large(dots)) path += commands(dots) + "z";
    }
  }
  return path;
}

std::string boundary_path(const BaseMap& map, const Projection& way, const Frame& frame) {
  std::string path;
  for (const Outline& outline : map.boundaries) {
    for (const std::vector<PlanePoint>& flat : way.lines(outline)) {
      for (const auto& stretch : seen(in_picture(flat, frame), sides_of(frame))) {
        const std::vector<Dot> dots = thinned(stretch);
        if (dots.size() > 1) path += commands(dots);
      }
    }
  }
  return path;
}

}  // namespace muster::report
