// SPDX-License-Identifier: Apache-2.0
// SVG by hand: boxes, lines and words at whole coordinates. Looks are classes of the page's style
// (html/style.cpp), patterns those of pattern_definitions(), so that one place decides them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

namespace muster::report {

// For text and for attribute values alike; control characters that XML forbids become spaces.
[[nodiscard]] std::string escaped(std::string_view text);
// No more letters than fit `width` at a font size of 11, the last replaced by an ellipsis.
[[nodiscard]] std::string fitting(std::string_view text, int width);
// At a font size of 11, by a table of our own (svg/letter_widths.hpp).
[[nodiscard]] int words_width(std::string_view text);

struct Box {
  int x = 0, y = 0, width = 0, height = 0;
};
enum class Anchor : std::uint8_t { start, middle, end };

class Drawing {
 public:
  // `label` is what somebody hears who does not see the drawing.
  Drawing(int width, std::string_view label);

  void box(Box box, std::string_view look, std::string_view tip = {});
  void line(int x1, int y1, int x2, int y2, std::string_view look);
  void words(
      int x, int y, std::string_view text, std::string_view look, Anchor anchor = Anchor::start);
  void path(std::string_view commands, std::string_view look, std::string_view tip = {});
  // A <symbol> of the page.
  void use(std::string_view id, Box box, std::string_view tip);
  [[nodiscard]] std::string finish(int height) const;

 private:
  struct Hatched {
    std::string look, boxes;
  };

  int width_;
  std::string label_;
  std::string body_;
  std::vector<Hatched> hatched_;
  std::size_t hatched_at_ = 0;  // in the body: before what is drawn after the first of them
};

// Hatchings for the degrees; a page holds them once.
[[nodiscard]] std::string pattern_definitions();

// Days along a line.
struct TimeAxis {
  Period days;
  int left = 0, width = 0;
  [[nodiscard]] int x(Day day) const;  // clamped to the axis
};
// Months as ticks, quarters and years as words from `top` to `top + 30`; grid lines down to
// `bottom`.
void draw_axis(Drawing& drawing, const TimeAxis& axis, int top, int bottom);
// A line at a day with its words above.
void draw_mark(
    Drawing& drawing, const TimeAxis& axis, Day day, std::string_view words, int top, int bottom);

// Numbers up the side of a plot that ends at `bottom`, in steps of 1, 2 or 5 times a power of ten.
struct Levels {
  std::int64_t least = 0, most = 1, step = 1;
  int bottom = 0, height = 0;
  [[nodiscard]] int y(std::int64_t value) const;
};
// No more than six steps from `least`, rounded down to one, to beyond `most`.
[[nodiscard]] Levels levels_for(std::int64_t least, std::int64_t most, int bottom, int height);
// A line at each level, with its number in thousandths (`decimal`) or whole, left of it.
void draw_levels(Drawing& drawing, const Levels& levels, int left, int width, bool decimal = false);

}  // namespace muster::report
