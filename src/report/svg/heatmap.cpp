// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "report/figures/figures.hpp"
#include "report/svg/drawing.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr int top_height = 34;
constexpr int row_height = 19;
constexpr int narrowest_cell = 22;

// Whole percent, rounded down but never to 0 where something is there.
int percent_of(const Fill& fill) {
  const auto percent = static_cast<int>(fill.best * 100 / fill.required);
  return fill.best > 0 ? std::max(percent, 1) : 0;
}

std::string_view look_of(int percent) {
  if (percent == 0) return "heat-0";
  if (percent < 50) return "heat-1";
  if (percent < 80) return "heat-2";
  return percent < 100 ? "heat-3" : "heat-4";
}

void draw_cell(Drawing& drawing, const Fill& fill, Box box, std::string_view what) {
  if (fill.required == 0) return;
  const int percent = percent_of(fill);
  const std::string_view look = look_of(percent);
  drawing.box(box,
              look,
              std::string{what} + ": " + share_text(fill.best, fill.required)
                  + " of the required days filled");
  drawing.words(box.x + box.width / 2,
                box.y + 13,
                std::to_string(percent),
                "cell " + std::string{look} + "-words",
                Anchor::middle);
}

}  // namespace

std::string heat_map(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  const std::vector<CapabilityFill> capabilities = fill_by_capability(view);
  if (capabilities.empty()) return {};
  const Period shown = shown_days(view);
  const std::vector<Period> months = months_of(shown);
  const int count = static_cast<int>(months.size());
  const int cell = std::max(narrowest_cell, (drawing_width - label_width) / std::max(1, count));
  Drawing drawing{label_width + cell * count,
                  "Share of required days filled by capability and month"};
  const int height = top_height + static_cast<int>(capabilities.size()) * row_height;
  for (int m = 0; m < count; ++m) {
    const std::chrono::year_month_day date{months[static_cast<std::size_t>(m)].from};
    const int x = label_width + m * cell;
    const auto number = static_cast<unsigned>(date.month());
    if (number == 1 || (m == 0 && number < 11)) {
      drawing.words(x + 2, 12, std::to_string(static_cast<int>(date.year())), "tick strong");
    }
    if (number == 1) drawing.line(x, 4, x, height, "year");
    drawing.words(x + cell / 2, 28, std::to_string(number), "tick", Anchor::middle);
  }
  int y = top_height;
  for (const CapabilityFill& one : capabilities) {
    const Capability& row = scenario->capabilities[one.capability];
    const std::string name = name_or_key(row.name, row.key);
    drawing.words(0, y + 13, fitting(name, label_width - 8), "plain");
    for (int m = 0; m < count; ++m) {
      const Period month = months[static_cast<std::size_t>(m)];
      draw_cell(drawing,
                one.by_month[static_cast<std::size_t>(m)],
                {label_width + m * cell, y, cell - 1, row_height - 1},
                name + ", " + to_text(month.from).substr(0, 7));
    }
    y += row_height;
  }
  return drawing.finish(height + 4);
}

}  // namespace muster::report
