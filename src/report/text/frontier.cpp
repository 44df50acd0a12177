// SPDX-License-Identifier: Apache-2.0
#include "report/frontier.hpp"

#include <algorithm>

#include "report/text/bars.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;

constexpr std::size_t bar_letters = 16;

std::string weight_words(const explain::FrontierPoint& point) {
  const std::string weight = point.weight ? decimal_text(*point.weight) : "last";
  return point.weight_until ? weight + " to " + decimal_text(*point.weight_until) : weight;
}

}  // namespace

std::string frontier_text(const std::vector<explain::FrontierPoint>& points,
                          const Terminal& terminal) {
  TextTable table{{{"Weight", Align::right},
                   {"New days", Align::right},
                   {"Unmet", Align::right},
                   {"At least", Align::right},
                   {"Stay", Align::right},
                   {"Move", Align::right},
                   {"Go", Align::right},
                   {"Come", Align::right},
                   {"", Align::left}}};
  Wide most = 1;
  for (const auto& point : points) most = std::max(most, point.unmet);
  for (const auto& point : points) {
    const Style style = point.is_efficient ? Style::plain : Style::faint;
    table.add({{weight_words(point), style},
               {count_text(point.distance), style},
               {rounded_text(point.unmet), style},
               {rounded_text(point.least_unmet), style},
               count_text(static_cast<std::int64_t>(point.tours.stay)),
               count_text(static_cast<std::int64_t>(point.tours.move)),
               count_text(static_cast<std::int64_t>(point.tours.go)),
               count_text(static_cast<std::int64_t>(point.tours.come)),
               bar(point.unmet, most, bar_letters) + (point.is_efficient ? "" : " worse")});
  }
  return paragraph(
             "What fill costs in disturbance. Weight: what a day that the plan in force did not "
             "have costs, in weighted requirement-days; last: fill before all. Unmet and the least "
             "that any plan with no more new days leaves unmet, proved, in weighted "
             "requirement-days; what becomes of the tours.",
             terminal.width)
         + table.print(terminal.width, terminal.colour, 2)
         + paragraph("Replan with --disturbance WEIGHT to have one of these plans.",
                     terminal.width);
}

}  // namespace muster::report
