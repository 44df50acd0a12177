// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <string>

#include "report/figures/figures.hpp"
#include "report/svg/drawing.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr int left = 64, top = 40, plot_height = 190, right_room = 10;

// From the first day told to the last one that matters.
Period days_of(const explain::TrainingCurve& curve) {
  Day from = curve.as_of.value_or(curve.covered.from);
  Day until = std::max(curve.covered.until, from + Days{1});
  if (!curve.points.empty()) until = std::max(until, curve.points.back().on);
  if (curve.target_on) {
    from = std::min(from, *curve.target_on);
    until = std::max(until, *curve.target_on + Days{10});
  }
  return {from, until};
}

Levels levels_of(const explain::TrainingCurve& curve) {
  const std::int64_t before = curve.trained_before.value_or(0);
  std::int64_t most = std::max(before + 1, curve.target.value_or(before + 1));
  if (!curve.points.empty()) most = std::max(most, curve.points.back().trained);
  return levels_for(before, most, top + plot_height, plot_height);
}

void draw_target(Drawing& drawing,
                 const TimeAxis& axis,
                 const Levels& levels,
                 const explain::TrainingCurve& curve) {
  if (!curve.target) return;
  const int y = levels.y(*curve.target);
  drawing.line(axis.left, y, axis.left + axis.width, y, "target");
  drawing.words(axis.left + 6, y - 5, "target " + count_text(*curve.target), "on-bar marked");
  if (!curve.target_on) return;
  const int x = axis.x(*curve.target_on);
  drawing.line(x, top, x, top + plot_height, "target");
  const std::string words = "by " + to_text(*curve.target_on);
  const bool at_the_end = x + words_width(words) > axis.left + axis.width;
  drawing.words(at_the_end ? x - 4 : x + 4,
                top + plot_height - 6,
                words,
                "on-bar marked",
                at_the_end ? Anchor::end : Anchor::start);
}

std::string steps_of(const TimeAxis& axis,
                     const Levels& levels,
                     const explain::TrainingCurve& curve) {
  const std::int64_t before = curve.trained_before.value_or(0);
  std::string commands = "M" + std::to_string(axis.x(curve.as_of.value_or(curve.covered.from)))
                         + " " + std::to_string(levels.y(before));
  for (const explain::TrainingPoint& point : curve.points) {
    commands +=
        "H" + std::to_string(axis.x(point.on)) + "V" + std::to_string(levels.y(point.trained));
  }
  return commands + "H" + std::to_string(axis.x(curve.covered.until));
}

}  // namespace

std::string training_drawing(const PlanView& view, const explain::TrainingCurve& curve) {
  const Activity& activity = (*view.scenario)->activities[curve.activity];
  const TimeAxis axis{days_of(curve), left, drawing_width - left - right_room};
  const Levels levels = levels_of(curve);
  Drawing drawing{drawing_width,
                  "People trained by date, " + name_or_key(activity.name, activity.key)};
  draw_axis(drawing, axis, 4, top + plot_height);
  draw_levels(drawing, levels, axis.left, axis.width);
  drawing.path(steps_of(axis, levels, curve), "curve");
  draw_target(drawing, axis, levels, curve);
  if (!curve.points.empty()) {
    const explain::TrainingPoint& last = curve.points.back();
    const bool near_target =
        curve.target && std::abs(levels.y(last.trained) - levels.y(*curve.target)) < 16;
    drawing.words(axis.x(last.on) - 4,
                  levels.y(last.trained) + (near_target ? 14 : -6),
                  count_text(last.trained),
                  "on-bar strong",
                  Anchor::end);
  }
  return drawing.finish(top + plot_height + 8);
}

}  // namespace muster::report
