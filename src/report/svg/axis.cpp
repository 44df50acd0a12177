// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "report/figures/figures.hpp"
#include "report/svg/drawing.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::array<std::string_view, 12> month_names{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int room_for_month = 26;
constexpr std::int64_t most_steps = 6;

std::int64_t step_for(std::int64_t range) {
  for (std::int64_t power = 1;; power *= 10)
    for (const std::int64_t step : {power, 2 * power, 5 * power})
      if (range <= most_steps * step) return step;
}

}  // namespace

int TimeAxis::x(Day day) const {
  const auto total = std::max<std::int64_t>(1, days.length().count());
  const auto at = std::clamp<std::int64_t>((day - days.from).count(), 0, total);
  return left + static_cast<int>(at * width / total);
}

void draw_axis(Drawing& drawing, const TimeAxis& axis, int top, int bottom) {
  const std::vector<Period> months = months_of(axis.days);
  const bool name_all =
      axis.width / static_cast<int>(std::max<std::size_t>(1, months.size())) >= room_for_month;
  int last_year = 0;
  for (const Period& month : months) {
    const std::chrono::year_month_day date{month.from};
    const int x = axis.x(month.from);
    const auto number = static_cast<unsigned>(date.month());
    const bool quarter = number % 3 == 1;
    drawing.line(x, top + (quarter ? 16 : 24), x, bottom, number == 1 ? "year" : "month");
    const bool room = axis.x(month.until) - x >= (name_all ? room_for_month - 4 : 6);
    if ((name_all || quarter) && room) {
      drawing.words(x + 2, top + 26, month_names[number - 1], "tick");
    }
    const int year = static_cast<int>(date.year());
    const bool year_room = number < 12 || axis.x(month.until) - x >= room_for_month;
    if (year != last_year && year_room) {
      drawing.words(x + 2, top + 12, std::to_string(year), "tick strong");
      last_year = year;
    }
  }
}

void draw_mark(
    Drawing& drawing, const TimeAxis& axis, Day day, std::string_view words, int top, int bottom) {
  const int x = axis.x(day);
  drawing.line(x, top, x, bottom, "mark");
  const bool at_the_end = x + words_width(words) > axis.left + axis.width;
  drawing.words(at_the_end ? x - 3 : x + 3,
                top - 3,
                words,
                "tick marked",
                at_the_end ? Anchor::end : Anchor::start);
}

int Levels::y(std::int64_t value) const {
  return bottom
         - static_cast<int>((value - least) * height / std::max<std::int64_t>(1, most - least));
}

Levels levels_for(std::int64_t least, std::int64_t most, int bottom, int height) {
  const std::int64_t step = step_for(std::max<std::int64_t>(most - least, 1));
  return {least / step * step, (most / step + 1) * step, step, bottom, height};
}

void draw_levels(Drawing& drawing, const Levels& levels, int left, int width, bool decimal) {
  for (std::int64_t value = levels.least; value <= levels.most; value += levels.step) {
    const int y = levels.y(value);
    drawing.line(left, y, left + width, y, "month");
    drawing.words(
        left - 6, y + 4, decimal ? decimal_text(value) : count_text(value), "tick", Anchor::end);
  }
}

}  // namespace muster::report
