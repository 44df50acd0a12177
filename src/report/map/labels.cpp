// SPDX-License-Identifier: Apache-2.0
#include "report/map/labels.hpp"

#include <algorithm>
#include <array>

namespace muster::report {
namespace {

// Sixteen directions in thousandths, east first, then those that read best.
constexpr std::array<Spot, 16> directions{{{1000, 0},
                                           {-1000, 0},
                                           {0, -1000},
                                           {0, 1000},
                                           {707, -707},
                                           {707, 707},
                                           {-707, -707},
                                           {-707, 707},
                                           {924, -383},
                                           {924, 383},
                                           {-924, -383},
                                           {-924, 383},
                                           {383, -924},
                                           {383, 924},
                                           {-383, -924},
                                           {-383, 924}}};
constexpr int gap = 4;        // between a square and its label
constexpr int step = 14;      // outwards, from one try to the next
constexpr int farthest = 24;  // steps
constexpr int beat = 5;       // between two looks along a line

}  // namespace

bool overlap(Box a, Box b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

Box square_about(Spot middle, int size) {
  return {middle.x - size / 2, middle.y - size / 2, size, size};
}

Spot nearest_in(Box box, Spot to) {
  return {std::clamp(to.x, box.x, box.x + box.width), std::clamp(to.y, box.y, box.y + box.height)};
}

bool Sheet::is_free(Box box) const {
  const bool inside = box.x >= margin_ && box.y >= margin_ && box.x + box.width <= width_ - margin_
                      && box.y + box.height <= height_ - margin_;
  return inside && std::ranges::none_of(taken_, [&](Box other) { return overlap(box, other); });
}

// Whether a line from the spot, which lies in `own`, meets nothing on its way to a box.
bool Sheet::sees(Spot from, Box own, Box to) const {
  const Spot end = nearest_in(to, from);
  const int east = end.x - from.x, south = end.y - from.y;
  const int looks = std::max(std::abs(east), std::abs(south)) / beat;
  for (int look = 1; look < looks; ++look) {
    const Box at{from.x + east * look / looks, from.y + south * look / looks, 1, 1};
    if (overlap(at, own)) continue;
    if (std::ranges::any_of(taken_, [&](Box other) { return overlap(at, other); })) return false;
  }
  return true;
}

std::optional<Spot> Sheet::place_square(Spot at, int size) {
  for (int away = 0; away <= farthest; ++away) {
    for (const Spot& direction : directions) {
      const Spot middle{at.x + direction.x * away * step / 1000,
                        at.y + direction.y * away * step / 1000};
      if (!is_free(square_about(middle, size))) continue;
      take(square_about(middle, size));
      return middle;
    }
  }
  return std::nullopt;
}

std::optional<Box> Sheet::place_label(Spot at, int size, int width, int height) {
  const Box own = square_about(at, size);
  for (int away = 0; away <= farthest; ++away) {
    const int reach = size / 2 + gap + away * step;
    for (const Spot& direction : directions) {
      const Box box{at.x - width / 2 + direction.x * (width / 2 + reach) / 1000,
                    at.y - height / 2 + direction.y * (height / 2 + reach) / 1000,
                    width,
                    height};
      if (!is_free(box) || !sees(at, own, box)) continue;
      take(box);
      return box;
    }
  }
  return std::nullopt;
}

}  // namespace muster::report
