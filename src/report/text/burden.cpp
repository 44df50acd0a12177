// SPDX-License-Identifier: Apache-2.0
#include "report/figures/burden.hpp"

#include <algorithm>

#include "report/text/bars.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;
using explain::BurdenMeasure;
using explain::BurdenPart;
using explain::NationBurden;

constexpr std::size_t nations_shown = 8, lines_shown = 8, bar_letters = 16;

std::size_t shown_of(const BurdenView& view, std::size_t count, std::size_t most) {
  return view.all ? count : std::min(count, most);
}

std::string more_text(std::size_t count, std::string_view things) {
  return "… and " + count_text(static_cast<Wide>(count)) + " more " + std::string{things}
         + ": --all shows them.";
}

const explain::BurdenSums& total_of(const BurdenView& view, BurdenMeasure measure) {
  return view.answer.total[static_cast<std::size_t>(measure)];
}

std::string measures_text(const BurdenView& view, const Terminal& terminal) {
  TextTable table{{{"", Align::left},
                   {"In all", Align::right},
                   {"Free", Align::right},
                   {"Firm", Align::right},
                   {"Both", Align::right},
                   {"Gini", Align::right},
                   {"of both", Align::right},
                   {"", Align::left, true}}};
  for (const BurdenMeasure measure : explain::burden_measures) {
    const explain::BurdenSums& total = total_of(view, measure);
    const auto& gini = view.answer.gini[static_cast<std::size_t>(measure)];
    const Wide all = total[BurdenPart::all];
    table.add({std::string{burden_name(measure)},
               count_text(all),
               share_text(total[BurdenPart::uncaveated], all),
               share_text(total[BurdenPart::firm], all),
               share_text(total[BurdenPart::firm_uncaveated], all),
               gini_text(gini[static_cast<std::size_t>(BurdenPart::all)]),
               gini_text(gini[static_cast<std::size_t>(BurdenPart::firm_uncaveated)]),
               {std::string{burden_words(measure)}, Style::faint}});
  }
  return table.print(terminal.width, terminal.colour, 2);
}

void add_nation(TextTable& table,
                const BurdenView& view,
                BurdenMeasure measure,
                const NationBurden& nation,
                Wide largest) {
  const explain::BurdenSums& sums = nation[measure];
  const explain::BurdenSums& total = total_of(view, measure);
  const Wide all = sums[BurdenPart::all];
  std::vector<TextTable::Cell> cells{view.scenario->nations[nation.nation].key, count_text(all)};
  for (const BurdenPart part : explain::burden_parts) {
    cells.emplace_back(fine_share(sums[part], total[part]));
  }
  if (!view.key.empty()) {
    const Wide key = nation.key.value_or(0);
    cells.emplace_back(nation.key ? fine_share(key, keys_of(view)) : "–");
    cells.emplace_back(times_key(all, total[BurdenPart::all], key, keys_of(view)));
  }
  cells.emplace_back(bar(all, largest, bar_letters));
  table.add(std::move(cells));
}

std::string nations_text(const BurdenView& view, BurdenMeasure measure, const Terminal& terminal) {
  const auto bearers = bearers_of(view, measure);
  if (bearers.empty()) return {};
  std::vector<TextTable::Column> columns{{"Nation", Align::left},
                                         {std::string{burden_name(measure)}, Align::right}};
  for (const char* title : {"All", "Free", "Firm", "Both"})
    columns.push_back({title, Align::right});
  if (!view.key.empty()) {
    columns.push_back({"Key", Align::right});
    columns.push_back({"× key", Align::right});
  }
  columns.push_back({"", Align::left});
  TextTable table{std::move(columns)};
  const std::size_t shown = shown_of(view, bearers.size(), nations_shown);
  const Wide largest = (*bearers.front())[measure][BurdenPart::all];
  for (std::size_t i = 0; i < shown; ++i) add_nation(table, view, measure, *bearers[i], largest);
  std::string text = heading(std::string{burden_name(measure)} + ": "
                                 + std::string{burden_words(measure)} + "; each nation's share",
                             terminal)
                     + table.print(terminal.width, terminal.colour, 2);
  if (shown < bearers.size()) {
    text += paragraph(more_text(bearers.size() - shown, "nations"), terminal.width, 2);
  }
  return text;
}

std::string withdrawal_text(const BurdenView& view, const Terminal& terminal) {
  if (!view.answer.withdrawal) return {};
  const explain::Withdrawal& gone = *view.answer.withdrawal;
  TextTable table{{{"Requirement", Align::left},
                   {"", Align::left, true},
                   {"Unmet before", Align::right},
                   {"Unmet after", Align::right},
                   {"Lost by weight", Align::right}}};
  const std::size_t shown = shown_of(view, gone.lines.size(), lines_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const explain::LineLoss& line = gone.lines[i];
    const Requirement& requirement = view.scenario->requirements[line.requirement];
    const Capability& capability = view.scenario->capabilities[requirement.capability];
    table.add({requirement.key,
               name_or_key(capability.name, capability.key),
               rounded_text(line.before),
               rounded_text(line.after),
               {rounded_text(line.weighted), Style::bad}});
  }
  const std::string& key = view.scenario->nations[gone.nation].key;
  std::string text = heading("If " + key + " withdraws", terminal)
                     + paragraph(withdrawal_sentence(view), terminal.width, 2);
  if (!table.empty()) text += table.print(terminal.width, terminal.colour, 2);
  if (shown < gone.lines.size()) {
    text += paragraph(more_text(gone.lines.size() - shown, "lines"), terminal.width, 2);
  }
  return text;
}

// Whose withdrawal leaves how much.
std::string losses_text(const BurdenView& view, const Terminal& terminal) {
  std::vector<const NationBurden*> nations;
  for (const NationBurden& nation : view.answer.nations) {
    if (nation.leaves_weighted > 0) nations.push_back(&nation);
  }
  if (nations.empty()) return {};
  std::ranges::stable_sort(nations, std::ranges::greater{}, [](const NationBurden* one) {
    return one->leaves_weighted;
  });
  TextTable table{{{"Nation", Align::left},
                   {"Lost by weight", Align::right},
                   {"Not weighted", Align::right},
                   {"", Align::left}}};
  const std::size_t shown = shown_of(view, nations.size(), nations_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    table.add({view.scenario->nations[nations[i]->nation].key,
               rounded_text(nations[i]->leaves_weighted),
               rounded_text(nations[i]->leaves),
               bar(nations[i]->leaves_weighted, nations.front()->leaves_weighted, bar_letters)});
  }
  std::string text = heading("Requirement-days that are lost where one nation withdraws", terminal)
                     + table.print(terminal.width, terminal.colour, 2);
  if (shown < nations.size()) {
    text += paragraph(more_text(nations.size() - shown, "nations"), terminal.width, 2);
  }
  return text;
}

std::string written_text(const BurdenView& view, const Terminal& terminal) {
  if (!view.written) return {};
  return "\n"
         + paragraph("Wrote the fair shares of "
                         + plural(static_cast<Wide>(view.written->nations), "nation", "nations")
                         + " to " + view.written->folder + ", a people-day above one at "
                         + view.written->weight
                         + " requirement-days. To plan evenly: muster plan DATA --with "
                         + view.written->folder,
                     terminal.width);
}

}  // namespace

std::string burden_text(const BurdenView& view, const Terminal& asked) {
  const Terminal terminal{std::max<std::size_t>(asked.width, 40), asked.colour};
  std::string text = styled("Burden of " + view.plan, Style::bold, terminal.colour) + "\n";
  for (const std::string& sentence : burden_sentences(view)) {
    text += paragraph(sentence, terminal.width);
  }
  text += "\n" + measures_text(view, terminal);
  for (const BurdenMeasure measure : explain::burden_measures) {
    text += nations_text(view, measure, terminal);
  }
  return text + losses_text(view, terminal) + withdrawal_text(view, terminal)
         + written_text(view, terminal);
}

}  // namespace muster::report
