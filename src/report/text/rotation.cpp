// SPDX-License-Identifier: Apache-2.0
#include "report/rotation.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "report/text/bars.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;
using simulate::RotationFill;

constexpr std::size_t bar_letters = 24, most_capabilities = 12;

std::vector<TextTable::Cell> fill_cells(std::string name, const RotationFill& fill) {
  const std::int64_t missing = fill.required - fill.served;
  return {std::move(name),
          count_text(fill.required),
          count_text(missing),
          {share_text(fill.served, fill.required), missing > 0 ? Style::plain : Style::good},
          bar(fill.served, std::max<std::int64_t>(fill.required, 1), bar_letters)};
}

TextTable fill_table(std::string name) {
  return TextTable{{{std::move(name), Align::left, true},
                    {"Required", Align::right},
                    {"Missing", Align::right},
                    {"Filled", Align::right},
                    {"", Align::left}}};
}

std::string priorities_text(const simulate::RotationFigures& figures, const Terminal& terminal) {
  TextTable table = fill_table("Priority");
  for (const auto& [priority, fill] : figures.by_priority)
    table.add(fill_cells(std::to_string(priority), fill));
  table.add(fill_cells("all", figures.all));
  return table.print(terminal.width, terminal.colour, 2);
}

std::string capabilities_text(const simulate::RotationFigures& figures, const Terminal& terminal) {
  std::vector<std::pair<std::string_view, RotationFill>> worst;
  for (const auto& [name, fill] : figures.by_capability)
    if (fill.served < fill.required) worst.emplace_back(name, fill);
  if (worst.empty()) return paragraph("Every requirement was met on every day.", terminal.width);
  std::ranges::stable_sort(worst, std::greater{}, [](const auto& one) {
    return one.second.required - one.second.served;
  });
  TextTable table = fill_table("Capability");
  for (std::size_t k = 0; k < std::min(worst.size(), most_capabilities); ++k)
    table.add(fill_cells(std::string{worst[k].first}, worst[k].second));
  if (worst.size() > most_capabilities)
    table.note("and "
               + plural(static_cast<std::int64_t>(worst.size() - most_capabilities),
                        "further capability",
                        "further capabilities")
               + " that fell short");
  return "Most unit-days missing:\n" + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace

std::string rotation_text(const RotationView& view, const Terminal& terminal) {
  const auto figures = simulate::figures_of(*view.book, *view.run);
  std::string text = paragraph(
      plural(static_cast<std::int64_t>(view.run->units.size()), "unit", "units") + ", "
          + plural(static_cast<std::int64_t>(view.run->requirements.size()),
                   "requirement",
                   "requirements")
          + ", " + plural(view.run->last_day, "day", "days") + ": "
          + plural(
              static_cast<std::int64_t>(view.run->deployed.size()), "deployment", "deployments")
          + ", " + share_text(figures.all.served, figures.all.required) + " of "
          + plural(figures.all.required, "required unit-day", "required unit-days") + " filled ("
          + plural(figures.overlapping, "unit-day", "unit-days") + " of overlap beside them).",
      terminal.width);
  text += priorities_text(figures, terminal) + capabilities_text(figures, terminal);
  if (!view.target.empty()) text += "Written to " + view.target + "\n";
  return text;
}

}  // namespace muster::report
