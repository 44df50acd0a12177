// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "report/html/document.hpp"
#include "report/html/figure.hpp"
#include "report/html/markup.hpp"
#include "report/stress/words.hpp"
#include "report/svg/drawing.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using simulate::Criticality;
using simulate::GroupStress;

constexpr int left = 64, top = 40, plot_height = 220, right_room = 10, lane = 18;
constexpr std::size_t most_lines = 40, most_bars = 20;

int height_of(double share) {
  return top + plot_height - static_cast<int>(std::lround(share * plot_height));
}

// What is filled month by month: the band of eight futures in ten, their middle, and the plan.
std::string fan_chart(const StressView& view) {
  const auto& months = view.result.months;
  if (months.empty()) return {};
  const TimeAxis axis{(*view.scenario)->horizon, left, drawing_width - left - right_room};
  Drawing drawing{drawing_width, "Share filled by month: as planned, and in the futures"};
  draw_axis(drawing, axis, 4, top + plot_height);
  for (int tenth = 0; tenth <= 10; tenth += 2) {
    drawing.line(
        left, height_of(tenth / 10.0), axis.left + axis.width, height_of(tenth / 10.0), "month");
    drawing.words(left - 6,
                  height_of(tenth / 10.0) + 4,
                  std::to_string(10 * tenth) + " %",
                  "tick",
                  Anchor::end);
  }
  std::string middle, planned;
  for (std::size_t k = 0; k < months.size(); ++k) {
    const int from = axis.x(months[k].from);
    const int until = axis.x(k + 1 < months.size() ? months[k + 1].from : axis.days.until);
    const int high = height_of(months[k].fill.p90), low = height_of(months[k].fill.p10);
    drawing.box({from, high, std::max(until - from, 1), std::max(low - high, 1)},
                "ground-expected",
                to_text(months[k].from) + ": " + percent(months[k].fill.p10) + " to "
                    + percent(months[k].fill.p90) + ", planned " + percent(months[k].planned));
    const auto step = [&](std::string& path, double share) {
      path += (path.empty() ? "M" : "L") + std::to_string(from) + " "
              + std::to_string(height_of(share)) + "H" + std::to_string(until);
    };
    step(middle, months[k].fill.p50);
    step(planned, months[k].planned);
  }
  drawing.path(middle, "curve");
  drawing.path(planned, "unstated");
  return drawing.finish(top + plot_height + 8);
}

// What is lost if one thing goes: after repairs full, what repairs bring back hatched.
std::string tornado(const StressView& view) {
  const std::size_t shown = std::min(view.critical.size(), most_bars);
  if (shown == 0) return {};
  double most = 1;
  for (std::size_t k = 0; k < shown; ++k) most = std::max(most, view.critical[k].lost);
  const int width = drawing_width - label_width - 80;
  Drawing drawing{drawing_width, "What is lost if one thing is taken away"};
  for (std::size_t k = 0; k < shown; ++k) {
    const Criticality& one = view.critical[k];
    const int y = 6 + static_cast<int>(k) * lane;
    const auto length = [&](double value) {
      return static_cast<int>(std::lround(value / most * width));
    };
    drawing.words(4,
                  y + 12,
                  fitting(std::string{to_text(one.kind)} + " " + one.key, label_width - 10),
                  "tick");
    drawing.box({label_width, y + 2, std::max(length(one.lost), 1), lane - 5},
                "expected",
                "before repairs");
    drawing.box({label_width, y + 2, std::max(length(one.lost_repaired), 0), lane - 5},
                "firm",
                "after repairs");
    drawing.words(label_width + length(one.lost) + 5,
                  y + 12,
                  count_text(static_cast<std::int64_t>(std::llround(one.lost_repaired))),
                  "tick");
  }
  return drawing.finish(12 + static_cast<int>(shown) * lane);
}

std::string basis_words(const StressView& view) {
  return count_text(static_cast<std::int64_t>(view.result.trials)) + " futures of seed "
         + std::to_string(view.options.seed) + ", data " + (*view.scenario)->name + " as of "
         + to_text((*view.scenario)->as_of);
}

void add(HtmlTable& table, const GroupStress& group) {
  table.add({cell(group.name),
             number(percent(group.planned)),
             number(percent(group.fill.p10)),
             number(percent(group.fill.p50)),
             number(percent(group.fill.p90))});
}

std::string groups_html(const StressView& view) {
  HtmlTable table{"Share filled, weighted by priority, quantity and days",
                  {"Group", "Planned", "Worst tenth", "Middle", "Best tenth"}};
  add(table, view.result.all);
  table.band("By priority");
  for (const GroupStress& group : view.result.priorities) add(table, group);
  table.band("By activity");
  for (const GroupStress& group : view.result.activities) add(table, group);
  return table.finish();
}

std::string lines_html(const StressView& view) {
  const auto lines = fragile_lines(view);
  if (lines.empty()) return paragraph_html("No line fills less than planned in any future.");
  HtmlTable table{"A line fails where it lacks anything for more than "
                      + days_text(view.options.tolerated_days) + " on end",
                  {"Line", "Planned", "Worst tenth", "Mean", "Fails"}};
  for (std::size_t k = 0; k < std::min(lines.size(), most_lines); ++k)
    table.add({cell(line_words(view, *lines[k])),
               number(percent(lines[k]->planned)),
               number(percent(lines[k]->fill.p10)),
               number(percent(lines[k]->fill.mean)),
               {percent(lines[k]->failed), true, lines[k]->failed > 0.5 ? "bad" : ""}});
  std::string html = table.finish();
  if (lines.size() > most_lines)
    html += paragraph_html("and " + std::to_string(lines.size() - most_lines)
                           + " more; lines.csv has all.");
  return html;
}

std::string arrivals_html(const StressView& view) {
  if (view.result.arrivals.empty()) return {};
  HtmlTable table{
      "Requirements that arrive besides, served by who is free. One fails where it lacks "
      "anything for more than "
          + days_text(view.options.tolerated_days) + " on end",
      {"What arrives", "Like", "In a future", "Filled", "Fails"}};
  for (const simulate::ArrivalStress& one : view.result.arrivals)
    table.add({cell(one.row),
               cell(requirement_words(*view.scenario, one.like)),
               number(tenths(one.number)),
               number(percent(one.fill)),
               {percent(one.failed), true, one.failed > 0.5 ? "bad" : ""}});
  return table.finish();
}

std::string critical_html(const StressView& view) {
  if (view.critical.empty()) return {};
  return paragraph_html(
             "Each nation, unit, offer, option, condition and place is taken away in turn and the "
             "plan repaired. Full: what stays lost; hatched: what repairs bring back. In weighted "
             "requirement-days.")
         + figure_html("The most critical first",
                       basis_words(view),
                       tornado(view),
                       {"criticality", stress_criticality(view), false});
}

std::string firming_html(const StressView& view) {
  if (view.firming.empty()) return {};
  HtmlTable table{"If this were certain, in the same futures",
                  {"What", "Key", "Worst tenth", "Rise"}};
  for (const simulate::Firming& one : view.firming)
    table.add({cell(to_text(one.kind)),
               cell(one.key),
               number(percent(one.p10)),
               {points(one.rise), true, one.rise > 0 ? "good" : ""}});
  return table.finish();
}

std::string assumptions_html(const StressView& view) {
  HtmlTable table{"How likely what is drawn is; assumed where the data says nothing",
                  {"Event", "Of", "Chance", "Days", "From"}};
  for (const simulate::Likelihood& row : view.uncertainty->rows()) {
    std::string of;
    const auto say = [&](const std::string& word) { of += (of.empty() ? "" : ", ") + word; };
    if (row.offer) say((*view.scenario)->offers[*row.offer].key);
    if (row.nation) say((*view.scenario)->nations[*row.nation].key);
    if (row.capability) say((*view.scenario)->capabilities[*row.capability].key);
    if (row.status) say(std::string{status_words(*row.status)});
    const std::string days = row.days.most == 0 ? std::string{}
                                                : std::to_string(row.days.least) + ", "
                                                      + std::to_string(row.days.likely) + ", "
                                                      + std::to_string(row.days.most);
    table.add({cell(simulate::to_text(row.event)),
               cell(of.empty() ? "any" : of),
               number(percent(row.chance)),
               number(days),
               cell(row.assumed ? "assumed" : "the data")});
  }
  return "<details><summary>Likelihoods</summary>" + table.finish() + "</details>\n";
}

std::string headline_html(const StressView& view) {
  const std::vector<std::pair<std::string, std::string_view>> items{
      {percent(view.result.all.planned), "filled as planned"},
      {percent(view.result.all.fill.p50), "in the middle of the futures"},
      {percent(view.result.all.fill.p10), "in the worst tenth, or less"},
      {percent(view.result.repaired), "of what is lost is repaired"}};
  std::string html = "<ul class=\"figures\">";
  for (const auto& [value, words] : items)
    html += "<li><strong>" + escaped(value) + "</strong>" + escaped(words) + "</li>";
  return html + "</ul>\n" + paragraph_html(stress_headline(view));
}

}  // namespace

std::string stress_page(const StressView& view) {
  const std::string name = name_or_key((*view.scenario)->title, (*view.scenario)->name);
  return document_html(
      "Stress test: " + name,
      paragraph_html(stress_certainty(view) + " " + stress_assumed(view), "facts"),
      headline_html(view),
      {{"fan",
        "Fill over time",
        figure_html("Band: eight futures in ten; line: the middle one; dashes: as planned",
                    basis_words(view),
                    fan_chart(view),
                    {"months", stress_months(view), false})},
       {"fill", "Fill by priority and activity", groups_html(view)},
       {"lines", "Lines most at risk", lines_html(view)},
       {"arrivals", "What arrives besides", arrivals_html(view)},
       {"criticality", "What the plan hangs on", critical_html(view)},
       {"firm", "What to firm up first", firming_html(view)},
       {"assumptions", "What was assumed", assumptions_html(view)}});
}

}  // namespace muster::report
