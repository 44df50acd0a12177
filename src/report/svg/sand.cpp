// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "report/figures/over_time.hpp"
#include "report/svg/drawing.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr int left = 64, right_room = 10, axis_top = 14, top = 50, plot_height = 120;

// Steps over the months between two rows of heights.
std::string area(const TimeAxis& axis,
                 const std::vector<MonthFill>& months,
                 const std::vector<int>& lower,
                 const std::vector<int>& upper) {
  std::string commands;
  for (std::size_t k = 0; k < months.size(); ++k)
    commands +=
        (k == 0 ? "M" + std::to_string(axis.x(months[k].month.from)) + " " : std::string{"V"})
        + std::to_string(upper[k]) + "H" + std::to_string(axis.x(months[k].month.until));
  for (std::size_t k = months.size(); k-- > 0;)
    commands += "V" + std::to_string(lower[k]) + "H" + std::to_string(axis.x(months[k].month.from));
  return commands + "Z";
}

std::string line(const TimeAxis& axis,
                 const std::vector<MonthFill>& months,
                 const std::vector<int>& heights) {
  std::string commands;
  for (std::size_t k = 0; k < months.size(); ++k)
    commands +=
        (k == 0 ? "M" + std::to_string(axis.x(months[k].month.from)) + " " : std::string{"V"})
        + std::to_string(heights[k]) + "H" + std::to_string(axis.x(months[k].month.until));
  return commands;
}

std::string tip_of(const MonthFill& one) {
  return to_text(one.month.from).substr(0, 7) + ": required "
         + decimal_text(one.mean(one.fill.required)) + ", firm "
         + decimal_text(one.mean(one.fill.firm)) + ", expected "
         + decimal_text(one.mean(one.fill.expected)) + ", best "
         + decimal_text(one.mean(one.fill.best));
}

}  // namespace

std::string sand_chart(const PlanView& view, Measure measure) {
  const std::vector<MonthFill> months = fill_by_month(view, measure);
  std::int64_t most = 0;
  for (const MonthFill& one : months) most = std::max(most, one.mean(one.fill.required));
  if (most == 0) return {};
  const TimeAxis axis{shown_days(view), left, drawing_width - left - right_room};
  const int bottom = top + plot_height;
  const Levels levels = levels_for(0, most, bottom, plot_height);
  Drawing drawing{drawing_width,
                  "Required and filled over time, in " + std::string{measure_word(measure, true)}};
  draw_axis(drawing, axis, axis_top, bottom);
  draw_levels(drawing, levels, axis.left, axis.width, true);
  std::vector<int> below(months.size(), bottom);
  const auto layer = [&](std::string_view look, Wide Fill::* part) {
    std::vector<int> above;
    for (const MonthFill& one : months) above.push_back(levels.y(one.mean(one.fill.*part)));
    if (above != below) drawing.path(area(axis, months, below, above), look);
    below = std::move(above);
  };
  layer("firm", &Fill::firm);
  layer("expected", &Fill::expected);
  layer("best", &Fill::best);
  layer("missing", &Fill::required);
  drawing.path(line(axis, months, below), "curve");
  for (const MonthFill& one : months)
    if (one.fill.required > 0)
      drawing.box({axis.x(one.month.from),
                   top,
                   axis.x(one.month.until) - axis.x(one.month.from),
                   plot_height},
                  "touch",
                  tip_of(one));
  draw_mark(drawing,
            axis,
            (*view.scenario)->as_of,
            "as of " + to_text((*view.scenario)->as_of),
            axis_top,
            bottom);
  return drawing.finish(bottom + 6);
}

}  // namespace muster::report
