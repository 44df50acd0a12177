// SPDX-License-Identifier: Apache-2.0
#include "report/svg/rotation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "report/svg/drawing.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using simulate::DayNumber;

constexpr int left = 64, top = 40, right_room = 10, plot_height = 220;
constexpr int plot_width = drawing_width - left - right_room;
constexpr int lane_height = 13;
constexpr DayNumber days_of_quarter = 91;

// The looks of components in the order in which they are counted.
constexpr std::array<std::string_view, simulate::component_counts> looks{
    "firm", "ground-expected", "option", "best", "heat-3"};

struct DayAxis {
  DayNumber last = 1;
  int left = 0, width = 0;
  [[nodiscard]] int x(DayNumber day) const {
    return left
           + static_cast<int>(std::int64_t{std::clamp(day, 0, last)} * width / std::max(last, 1));
  }
  [[nodiscard]] DayNumber day(int x) const {
    return static_cast<DayNumber>(std::int64_t{x - left} * last / std::max(width, 1));
  }
};

// The least of 30, 90, 180, 365 days and their multiples that makes no more than fourteen steps.
DayNumber step_of(DayNumber last) {
  for (const DayNumber step : {30, 90, 180, 365, 730, 1825, 3650})
    if (last <= 14 * step) return step;
  return 36'500;
}

void draw_days(Drawing& drawing, const DayAxis& axis, const RotationView& view, int bottom) {
  const DayNumber step = step_of(axis.last);
  for (DayNumber day = 0; day <= axis.last; day += step) {
    drawing.line(axis.x(day), 24, axis.x(day), bottom, "month");
    const std::string words = "day " + std::to_string(day);
    if (axis.x(day) + 2 + words_width(words) < drawing_width)
      drawing.words(axis.x(day) + 2, 34, words, "tick");
  }
  for (const simulate::RotationPeriod& period : view.book->periods) {
    if (period.from < 1 || period.from > axis.last) continue;
    drawing.line(axis.x(period.from), 14, axis.x(period.from), bottom, "mark");
    drawing.words(axis.x(period.from) + 3, 20, period.name, "tick marked");
  }
}

Levels draw_levels(Drawing& drawing, std::int64_t most) {
  const Levels levels =
      levels_for(0, std::max<std::int64_t>(most, 1), top + plot_height, plot_height);
  draw_levels(drawing, levels, left, plot_width);
  return levels;
}

// Of each day; days of service apart from what is held at home.
struct Days {
  std::vector<std::int64_t> required;
  std::array<std::vector<std::int64_t>, simulate::component_counts> serving;
};

Days days_of(const RotationView& view) {
  const auto size = static_cast<std::size_t>(view.run->last_day) + 2;
  Days days;
  days.required.resize(size);
  for (auto& layer : days.serving) layer.resize(size);
  const auto stretches = simulate::stretches_of(*view.book, *view.run);
  for (std::size_t k = 0; k < stretches.size(); ++k)
    for (const simulate::RotationStretch& stretch : stretches[k]) {
      const auto from = static_cast<std::size_t>(stretch.from),
                 until = static_cast<std::size_t>(stretch.until);
      const std::int64_t asked = view.book->requirements[view.run->requirements[k]].quantity;
      days.required[from] += asked;
      days.required[until] -= asked;
      for (std::size_t c = 0; c < simulate::component_counts; ++c) {
        days.serving[c][from] += stretch.state->serving[c];
        days.serving[c][until] -= stretch.state->serving[c];
      }
    }
  const auto add_up = [](std::vector<std::int64_t>& changes) {
    for (std::size_t day = 1; day < changes.size(); ++day) changes[day] += changes[day - 1];
  };
  add_up(days.required);
  for (auto& layer : days.serving) add_up(layer);
  return days;
}

// The mean of the days that share a column of the drawing.
std::int64_t mean_in(const std::vector<std::int64_t>& days, const DayAxis& axis, int x) {
  const DayNumber from = axis.day(x), until = std::max(axis.day(x + 2), from + 1);
  std::int64_t sum = 0;
  for (DayNumber day = from; day < until; ++day)
    sum += days[std::min(static_cast<std::size_t>(day), days.size() - 1)];
  return sum / (until - from);
}

std::string area_between(const std::vector<int>& lower, const std::vector<int>& upper) {
  std::string commands;
  for (std::size_t k = 0; k < upper.size(); ++k)
    commands += (k == 0 ? "M" : "L") + std::to_string(left + 2 * static_cast<int>(k)) + " "
                + std::to_string(upper[k]);
  for (std::size_t k = lower.size(); k-- > 0;)
    commands +=
        "L" + std::to_string(left + 2 * static_cast<int>(k)) + " " + std::to_string(lower[k]);
  return commands + "Z";
}

std::string line_of(const std::vector<int>& ys) {
  std::string commands;
  for (std::size_t k = 0; k < ys.size(); ++k)
    commands += (k == 0 ? "M" : "L") + std::to_string(left + 2 * static_cast<int>(k)) + " "
                + std::to_string(ys[k]);
  return commands;
}

std::string component_name(std::size_t component) {
  return component < simulate::counted_components.size()
             ? std::string{simulate::counted_components[component]}
             : std::string{"others"};
}

}  // namespace

std::string sand_chart(const RotationView& view) {
  const DayAxis axis{view.run->last_day, left, plot_width};
  const Days days = days_of(view);
  Drawing drawing{drawing_width, "Units required and serving on each day, by component"};
  const Levels levels = draw_levels(drawing, *std::ranges::max_element(days.required));
  const int columns = plot_width / 2;
  std::vector<std::int64_t> sums(static_cast<std::size_t>(columns));
  std::vector<int> below(sums.size(), levels.y(0));
  int key = left;
  const auto name = [&](std::string_view look, const std::string& words) {
    drawing.box({key, top + plot_height + 12, 12, 10}, look);
    drawing.words(key + 16, top + plot_height + 21, words, "tick");
    key += 30 + words_width(words);
  };
  for (std::size_t c = 0; c < simulate::component_counts; ++c) {
    if (std::ranges::all_of(days.serving[c], [](std::int64_t count) { return count == 0; }))
      continue;
    std::vector<int> above;
    for (int k = 0; k < columns; ++k) {
      auto& sum = sums[static_cast<std::size_t>(k)];
      sum += mean_in(days.serving[c], axis, left + 2 * k);
      above.push_back(levels.y(sum));
    }
    drawing.path(area_between(below, above), looks[c]);
    name(looks[c], component_name(c) + " serving");
    below = std::move(above);
  }
  std::vector<int> required;
  for (int k = 0; k < columns; ++k)
    required.push_back(std::min(levels.y(mean_in(days.required, axis, left + 2 * k)),
                                below[static_cast<std::size_t>(k)]));
  drawing.path(area_between(below, required), "missing");
  drawing.path(line_of(required), "curve");
  name("missing", "missing; the line is what is required");
  draw_days(drawing, axis, view, top + plot_height);
  return drawing.finish(top + plot_height + 30);
}

std::string laydown(const RotationView& view, std::string_view capability) {
  std::vector<std::uint32_t> lanes;
  for (std::uint32_t k = 0; k < view.run->units.size(); ++k)
    if (view.run->units[k].capability == capability) lanes.push_back(k);
  if (lanes.empty()) return {};
  const std::size_t shown = std::min(lanes.size(), most_lanes);
  std::map<std::uint32_t, int> tops;
  for (std::size_t k = 0; k < shown; ++k) tops[lanes[k]] = top + static_cast<int>(k) * lane_height;
  const int bottom = top + static_cast<int>(shown) * lane_height;
  const DayAxis axis{
      view.run->last_day, label_width / 2, drawing_width - label_width / 2 - right_room};
  Drawing drawing{drawing_width, "When each unit of " + std::string{capability} + " serves"};
  draw_days(drawing, axis, view, bottom);
  for (const auto& [unit, y] : tops) {
    drawing.words(4, y + 10, fitting(view.run->units[unit].name, label_width / 2 - 8), "tick");
    drawing.line(
        axis.left, y + lane_height - 1, axis.left + axis.width, y + lane_height - 1, "month");
  }
  for (const simulate::Deployed& event : view.run->deployed) {
    const auto lane = tops.find(event.unit);
    if (lane == tops.end()) continue;
    const auto& asked = view.book->requirements[view.run->requirements[event.requirement]];
    const bool is_held = asked.service == simulate::Service::held;
    const std::string tip = view.run->units[event.unit].name + ": " + asked.name + ", day "
                            + std::to_string(event.day) + " to " + std::to_string(event.until - 1);
    const int from = axis.x(event.day), overlap = axis.x(event.overlaps_from),
              until = axis.x(event.until);
    drawing.box({from, lane->second + 1, std::max(overlap - from, 1), lane_height - 3},
                is_held ? "option" : "firm",
                tip);
    if (until > overlap)
      drawing.box({overlap, lane->second + 1, until - overlap, lane_height - 3}, "expected", tip);
  }
  return drawing.finish(bottom + 6);
}

std::string dwell_chart(const RotationView& view, std::string_view component) {
  std::map<DayNumber, std::vector<std::int32_t>> quarters;
  std::int32_t most = 0;
  for (const simulate::Deployed& event : view.run->deployed) {
    if (view.run->units[event.unit].component != component || event.follows_on) continue;
    quarters[event.day / days_of_quarter].push_back(event.dwell);
    most = std::max(most, event.dwell);
  }
  if (quarters.empty()) return {};
  const DayAxis axis{view.run->last_day, left, plot_width};
  Drawing drawing{drawing_width, "Days of dwell before deployment, " + std::string{component}};
  const Levels levels = draw_levels(drawing, most);
  draw_days(drawing, axis, view, top + plot_height);
  for (auto& [quarter, dwells] : quarters) {
    std::ranges::sort(dwells);
    const auto at = [&](std::size_t percent) {
      return levels.y(dwells[(dwells.size() - 1) * percent / 100]);
    };
    const int from = axis.x(quarter * days_of_quarter),
              until = axis.x((quarter + 1) * days_of_quarter);
    const std::string tip = count_text(static_cast<std::int64_t>(dwells.size()))
                            + " deployments, half of them after "
                            + days_text(dwells[(dwells.size() - 1) / 2]) + " or less";
    drawing.box({from + 1, at(90), std::max(until - from - 2, 1), std::max(at(10) - at(90), 2)},
                "ground-expected",
                tip);
    drawing.line(from + 1, at(50), std::max(until - 1, from + 2), at(50), "curve");
  }
  return drawing.finish(top + plot_height + 10);
}

}  // namespace muster::report
