// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "report/svg/drawing.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr int lane = 19, bar = 13, words_room = 260, top = 6;
constexpr std::int64_t permille = 1000;

int scaled(Wide amount, Wide most, int width) {
  return static_cast<int>(amount * width / std::max<Wide>(most, 1));
}

}  // namespace

std::string pledge_bars(const PlanView& view, const std::vector<Pledges>& all) {
  if (all.empty()) return {};
  const Scenario& scenario = *view.scenario;
  const int width = drawing_width - label_width - words_room;
  constexpr int legend = 22;
  Drawing drawing{drawing_width, "Pledged, allocated and delivered of what was asked"};
  int x = label_width;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> looks{
      {{"best", "pledged"}, {"expected", "allocated"}, {"firm", "delivered"}, {"frame", "asked"}}};
  for (const auto& [look, words] : looks) {
    drawing.box({x, top, 26, bar}, look);
    drawing.words(x + 31, top + 10, words, "plain");
    x += 45 + words_width(words);
  }
  int y = top + legend;
  for (const Pledges& one : all) {
    const Requirement& requirement = scenario->requirements[one.requirement];
    const Measure measure = measure_of(scenario, one.requirement);
    // Each line has a scale of its own: the longer of what is asked and pledged is the whole width.
    const Wide most = std::max(one.asked, one.pledged).count();
    drawing.words(0, y + 10, fitting(requirement.key, label_width - 8), "strong");
    for (const auto& [look, amount] :
         {std::pair<std::string_view, Amount>{"best", one.pledged},
          std::pair<std::string_view, Amount>{"expected", one.allocated},
          std::pair<std::string_view, Amount>{"firm", one.delivered}})
      if (amount > Amount{})
        drawing.box({label_width, y, scaled(amount.count(), most, width), bar}, look);
    drawing.box({label_width, y, scaled(one.asked.count(), most, width), bar}, "frame");
    drawing.words(
        label_width + width + 8,
        y + 10,
        fitting(amount_text(measure, one.asked) + " asked: " + decimal_text(one.pledged.count())
                    + ", " + decimal_text(one.allocated.count()) + ", "
                    + decimal_text(one.delivered.count()),
                words_room - 10),
        "plain");
    y += lane;
  }
  return drawing.finish(y + 4);
}

std::string fill_bars(const PlanView& view, const std::vector<Id<Requirement>>& requirements) {
  if (requirements.empty()) return {};
  constexpr int whole = 560, name = 330, width = 160;
  const Scenario& scenario = *view.scenario;
  Drawing drawing{whole, "Share of the required days filled, by firmness"};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> looks{
      {{"firm", "firm"}, {"expected", "expected"}, {"best", "best case"}, {"missing", "missing"}}};
  int x = 0, y = top;
  for (const auto& [look, words] : looks) {
    drawing.box({x, y, 26, bar}, look);
    drawing.words(x + 31, y + 10, words, "plain");
    x += 50 + words_width(words);
  }
  y += lane + 4;
  for (const Id<Requirement> id : requirements) {
    const Requirement& requirement = scenario->requirements[id];
    const Fill fill = fill_of(view.verdict->coverage[id]);
    const Capability& capability = scenario->capabilities[requirement.capability];
    const std::string asked =
        requirement.quantity ? amount_text(capability.measure, *requirement.quantity) + ", " : "";
    drawing.words(
        0,
        y + 10,
        fitting(requirement.key + ": " + asked + name_or_key(capability.name, capability.key),
                name - 8),
        "plain");
    Wide from = 0;
    const auto part = [&](Wide until, std::string_view look) {
      const int left = scaled(from, fill.required, width),
                right = scaled(until, fill.required, width);
      if (right > left) drawing.box({name + left, y, right - left, bar}, look);
      from = until;
    };
    part(fill.firm, "firm");
    part(fill.expected, "expected");
    part(fill.best, "best");
    part(fill.required, "missing");
    drawing.words(name + width + 8, y + 10, share_text(fill.best, fill.required), "strong");
    y += lane;
  }
  return drawing.finish(y + 4);
}

std::string waterfall(const std::vector<FallStep>& steps) {
  if (steps.empty()) return {};
  constexpr int height = 170, head = 22, foot = 34;
  const int bottom = head + height;
  const int step = drawing_width / static_cast<int>(std::max<std::size_t>(steps.size(), 6));
  const Wide most = steps.front().until;
  Drawing drawing{drawing_width, "From what is required to what is missing"};
  drawing.line(0, bottom, drawing_width, bottom, "year");
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const FallStep& one = steps[k];
    const int x = static_cast<int>(k) * step + 8, width = step - 24;
    const int high = bottom - scaled(one.until, most, height),
              low = bottom - scaled(one.from, most, height);
    drawing.box({x, high, width, std::max(low - high, 1)}, one.look);
    if (k + 1 < steps.size()) {
      const int level = k == 0 ? high : low;
      drawing.line(x + width, level, x + step, level, "month");
    }
    const int middle = x + width / 2;
    drawing.words(
        middle, high - 5, share_text(one.until - one.from, most), "strong", Anchor::middle);
    drawing.words(middle, bottom + 14, fitting(one.name, step - 6), "plain", Anchor::middle);
    drawing.words(
        middle, bottom + 27, one.look == "missing" ? "missing" : "", "tick", Anchor::middle);
  }
  return drawing.finish(bottom + foot);
}

std::string share_bars(const std::vector<ShareBar>& bars, std::string_view label) {
  if (bars.empty()) return {};
  const int width = drawing_width - label_width - words_room;
  std::int64_t most = 1;
  for (const ShareBar& one : bars) most = std::max({most, one.burden, one.key.value_or(0)});
  Drawing drawing{drawing_width, label};
  int y = top;
  for (const ShareBar& one : bars) {
    drawing.words(0, y + 10, fitting(one.name, label_width - 8), "plain");
    drawing.box({label_width, y, scaled(one.burden, most, width), bar}, "firm");
    std::string words = share_text(one.burden, permille);
    if (one.key) {
      const int at = label_width + scaled(*one.key, most, width);
      drawing.box({at - 1, y - 2, 3, bar + 4}, "arrival");
      words += ", key " + share_text(*one.key, permille);
    }
    drawing.words(label_width + width + 8, y + 10, words, "plain");
    y += lane;
  }
  return drawing.finish(y + 4);
}

}  // namespace muster::report
