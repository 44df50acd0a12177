// SPDX-License-Identifier: Apache-2.0
// Where rings and labels stand: each beside its point, none over another, none outside. Greedy: the
// first that asks takes the nearest free place.
#pragma once

#include <optional>
#include <vector>

#include "report/svg/drawing.hpp"

namespace muster::report {

struct Spot {
  int x = 0, y = 0;
};

class Sheet {
 public:
  // Nothing may stand nearer than `margin` to the edges.
  Sheet(int width, int height, int margin) : width_{width}, height_{height}, margin_{margin} {}

  void take(Box box) { taken_.push_back(box); }
  // The middle of a free square of `size` at the spot, or as near to it as there is one; takes it.
  [[nodiscard]] std::optional<Spot> place_square(Spot at, int size);
  // A free box of the size beside a square of `size` about `at`; takes it.
  [[nodiscard]] std::optional<Box> place_label(Spot at, int size, int width, int height);

 private:
  [[nodiscard]] bool is_free(Box box) const;
  [[nodiscard]] bool sees(Spot from, Box own, Box to) const;

  int width_, height_, margin_;
  std::vector<Box> taken_;
};

// The point of a box that is nearest to a spot.
[[nodiscard]] Spot nearest_in(Box box, Spot to);
[[nodiscard]] bool overlap(Box a, Box b);
[[nodiscard]] Box square_about(Spot middle, int size);

}  // namespace muster::report
