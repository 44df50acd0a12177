// SPDX-License-Identifier: Apache-2.0
// A set of asks: as one list, or a list for each capital.
#include "report/asks.hpp"

#include <algorithm>
#include <map>

#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;

TextTable new_table(const AsksView& view) {
  std::vector<TextTable::Column> columns{{"", Align::right},
                                         {"Ask", Align::left, true},
                                         {"Asks", Align::left},
                                         {"For", Align::left},
                                         {"Cost", Align::right},
                                         {"Fills, requirement-days", Align::right}};
  if (!view.overlays.empty()) columns.push_back({"Overlay", Align::left});
  return TextTable{std::move(columns)};
}

std::string fills_of(const explain::Shortfall& shortfall, const asks::Ask& ask) {
  const Wide whole = Wide{shortfall.unmet.count()} * shortfall.period.length().count();
  return rounded_text(ask.fills) + " of " + rounded_text(whole);
}

void add_row(const AsksView& view, std::size_t index, TextTable& table) {
  const asks::Ask& ask = view.portfolio.asks[index];
  const explain::Shortfall& shortfall = (*view.shortfalls)[ask.shortfall];
  std::vector<TextTable::Cell> cells{std::to_string(index + 1) + ".",
                                     ask_words(*view.scenario, ask),
                                     asked_words(ask),
                                     (*view.scenario)->requirements[shortfall.requirement].key,
                                     count_text(ask.cost),
                                     {fills_of(shortfall, ask), Style::good}};
  if (!view.overlays.empty()) cells.emplace_back(view.overlays[index]);
  table.add(std::move(cells));
}

std::string all_text(const AsksView& view, const Terminal& terminal) {
  TextTable table = new_table(view);
  for (std::size_t i = 0; i < view.portfolio.asks.size(); ++i) add_row(view, i, table);
  return table.print(terminal.width, terminal.colour, 2);
}

// Party → its asks, in the order of the whole list, which is by what they fill for their cost.
std::string by_nation_text(const AsksView& view, const Terminal& terminal) {
  std::map<std::string, std::vector<std::size_t>> of;
  for (std::size_t i = 0; i < view.portfolio.asks.size(); ++i) {
    const asks::Ask& ask = view.portfolio.asks[i];
    if (ask.changes.empty()) of["nobody"].push_back(i);
    for (const asks::Change& change : ask.changes) {
      auto& list = of[change.party];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  std::string text;
  for (auto& [party, list] : of) {
    std::ranges::stable_sort(
        list, std::ranges::greater{}, [&](std::size_t i) { return view.portfolio.asks[i].gains; });
    TextTable table = new_table(view);
    Wide gains = 0;
    for (const std::size_t i : list) {
      add_row(view, i, table);
      gains += view.portfolio.asks[i].gains;
    }
    text += heading("Asks of " + party + ": " + rounded_text(gains) + " weighted requirement-days",
                    terminal)
            + table.print(terminal.width, terminal.colour, 2);
  }
  return text;
}

}  // namespace

std::string asks_text(const AsksView& view, const Terminal& terminal) {
  const asks::Portfolio& portfolio = view.portfolio;
  if (portfolio.asks.empty())
    return view.shortfalls->empty() ? "Nothing is short.\n"
                                    : "No change that could be asked for fills any of it.\n";
  const std::string summary =
      plural(static_cast<Wide>(portfolio.asks.size()), "ask", "asks") + " for a cost of "
      + count_text(portfolio.cost) + " bring what is unmet from "
      + rounded_text(portfolio.unmet_before) + " to " + rounded_text(portfolio.unmet_after)
      + " weighted requirement-days, planned again with all of them. "
      + (portfolio.proved
             ? "No other set with one way for each unit would close more, by the sum of "
               "what each fills."
             : "Another set may close more.");
  return paragraph(summary, terminal.width)
         + (view.by_nation ? by_nation_text(view, terminal) : all_text(view, terminal));
}

}  // namespace muster::report
