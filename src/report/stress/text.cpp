// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "report/stress/words.hpp"
#include "report/text/bars.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;
using simulate::GroupStress;

constexpr std::size_t most_lines = 12, most_critical = 12, most_groups = 20;
constexpr std::size_t bar_letters = 20;

void add_group(TextTable& table, const GroupStress& group) {
  table.add({group.name,
             percent(group.planned),
             percent(group.fill.p10),
             percent(group.fill.p50),
             percent(group.fill.p90)});
}

TextTable fill_table(std::string what) {
  return TextTable{{{std::move(what), Align::left, true},
                    {"Planned", Align::right},
                    {"P10", Align::right},
                    {"P50", Align::right},
                    {"P90", Align::right}}};
}

std::string groups_text(const StressView& view, const Terminal& terminal) {
  TextTable table = fill_table("Filled");
  add_group(table, view.result.all);
  for (const GroupStress& group : view.result.priorities) add_group(table, group);
  std::vector<GroupStress> activities = view.result.activities;
  std::ranges::stable_sort(activities, std::greater{}, [](const GroupStress& one) {
    return one.planned - one.fill.mean;
  });
  for (std::size_t k = 0; k < std::min(activities.size(), most_groups); ++k)
    add_group(table, activities[k]);
  return table.print(terminal.width, terminal.colour, 2);
}

std::string lines_text(const StressView& view, const Terminal& terminal) {
  const auto lines = fragile_lines(view);
  if (lines.empty()) return "No line fills less than planned in any future.\n";
  TextTable table{{{"Line", Align::left, true},
                   {"Planned", Align::right},
                   {"P10", Align::right},
                   {"Mean", Align::right},
                   {"Fails", Align::right}}};
  for (std::size_t k = 0; k < std::min(lines.size(), most_lines); ++k)
    table.add({line_words(view, *lines[k]),
               percent(lines[k]->planned),
               percent(lines[k]->fill.p10),
               percent(lines[k]->fill.mean),
               {percent(lines[k]->failed), lines[k]->failed > 0.5 ? Style::bad : Style::plain}});
  return "Lines that lack something for more than " + days_text(view.options.tolerated_days)
         + " most often:\n" + table.print(terminal.width, terminal.colour, 2);
}

std::string arrivals_text(const StressView& view, const Terminal& terminal) {
  if (view.result.arrivals.empty()) return {};
  TextTable table{{{"What arrives"},
                   {"like", Align::left, true},
                   {"A future", Align::right},
                   {"Filled", Align::right},
                   {"Fails", Align::right}}};
  for (const simulate::ArrivalStress& one : view.result.arrivals)
    table.add({one.row,
               requirement_words(*view.scenario, one.like),
               tenths(one.number),
               percent(one.fill),
               {percent(one.failed), one.failed > 0.5 ? Style::bad : Style::plain}});
  return "Requirements that arrive besides, served by who is free:\n"
         + table.print(terminal.width, terminal.colour, 2);
}

std::string critical_text(const StressView& view, const Terminal& terminal) {
  if (view.critical.empty()) return {};
  TextTable table{{{"What"},
                   {"", Align::left, true},
                   {"Lost", Align::right},
                   {"After repairs", Align::right},
                   {""}}};
  const double most = std::max(view.critical.front().lost_repaired, 1.0);
  for (std::size_t k = 0; k < std::min(view.critical.size(), most_critical); ++k) {
    const simulate::Criticality& one = view.critical[k];
    table.add({std::string{to_text(one.kind)},
               one.key,
               count_text(static_cast<std::int64_t>(std::llround(one.lost))),
               count_text(static_cast<std::int64_t>(std::llround(one.lost_repaired))),
               bar(static_cast<std::int64_t>(std::llround(one.lost_repaired)),
                   static_cast<std::int64_t>(std::llround(most)),
                   bar_letters)});
  }
  return "What is lost, in weighted requirement-days, if one thing is taken away:\n"
         + table.print(terminal.width, terminal.colour, 2);
}

std::string firming_text(const StressView& view, const Terminal& terminal) {
  if (view.firming.empty()) return {};
  TextTable table{
      {{"What"}, {"", Align::left, true}, {"Worst tenth", Align::right}, {"", Align::right}}};
  for (const simulate::Firming& one : view.firming)
    table.add({std::string{to_text(one.kind)},
               one.key,
               percent(one.p10),
               {points(one.rise), Style::good}});
  return "What to firm up first; how the worst tenth rises if it were certain:\n"
         + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace

std::string stress_text(const StressView& view, const Terminal& terminal) {
  std::string text = paragraph(stress_headline(view), terminal.width) + groups_text(view, terminal)
                     + lines_text(view, terminal) + arrivals_text(view, terminal)
                     + critical_text(view, terminal) + firming_text(view, terminal)
                     + paragraph(stress_certainty(view), terminal.width);
  if (const std::string assumed = stress_assumed(view); !assumed.empty())
    text += paragraph(assumed, terminal.width);
  if (!view.target.empty()) text += "Written to " + view.target + "; the page is stress.html.\n";
  return text;
}

}  // namespace muster::report
