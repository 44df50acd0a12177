// SPDX-License-Identifier: Apache-2.0
#include "report/figures/programme.hpp"

#include <algorithm>

#include "report/figures/figures.hpp"
#include "report/text/bars.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;

constexpr std::size_t bar_letters = 24;

std::string over_time_text(const explain::TrainingCurve& curve, const Terminal& terminal) {
  const std::vector<TrainedBy> rows = trained_over_time(curve);
  if (rows.empty()) return {};
  TextTable table{{{"Before", Align::left},
                   {"Cohorts finished", Align::right},
                   {"Trained in all", Align::right},
                   {"Of the target", Align::right},
                   {"", Align::left}}};
  const Wide whole = curve.target.value_or(std::max<std::int64_t>(1, rows.back().trained));
  std::vector<Wide> trained;
  for (const TrainedBy& row : rows) {
    trained.push_back(row.trained);
    table.add({to_text(row.on),
               count_text(row.cohorts),
               count_text(row.trained),
               share_text(row.trained, curve.target.value_or(0)),
               bar(row.trained, whole, bar_letters)});
  }
  return table.print(terminal.width, terminal.colour, 4) + "    Over time: " + sparkline(trained)
         + "\n";
}

std::string rotations_text(const Scenario& scenario,
                           const explain::Outlook& outlook,
                           const Terminal& terminal) {
  if (outlook.rotations.empty()) {
    return paragraph("This plan has no rotation of instructors.", terminal.width, 2);
  }
  TextTable table{{{"Rotation", Align::left},
                   {"From", Align::left},
                   {"Until", Align::left},
                   {"People", Align::right},
                   {"Degree", Align::left},
                   {"Cohorts", Align::right},
                   {"Fewer", Align::right},
                   {"Untrained", Align::right},
                   {"Target", Align::left, true}}};
  for (const explain::Rotation& rotation : outlook.rotations) {
    const Offer& offer = scenario->offers[rotation.offer];
    const bool hurts = rotation.fewer_trained > 0;
    table.add({scenario->nations[offer.nation].key + " " + offer.key,
               to_text(rotation.period.from),
               to_text(rotation.period.until),
               decimal_text(rotation.instructors.count()),
               std::string{to_text(rotation.degree)},
               count_text(rotation.cohorts),
               count_text(rotation.fewer_cohorts),
               {count_text(rotation.fewer_trained), hurts ? Style::bad : Style::plain},
               target_without_words(outlook.curve, rotation)});
  }
  return paragraph(
             "Rotations of instructors: the cohorts that finish in the time of each, and what is "
             "missing without it, all else as planned: fewer cohorts, people not trained, when the "
             "target is reached.",
             terminal.width,
             2)
         + table.print(terminal.width, terminal.colour, 4);
}

}  // namespace

std::string programmes_text(const Scenario& scenario,
                            const std::vector<explain::Outlook>& outlooks,
                            const Terminal& asked) {
  const Terminal terminal{std::max<std::size_t>(asked.width, 40), asked.colour};
  if (outlooks.empty()) return paragraph(no_programme_words(), terminal.width);
  std::string text;
  for (const explain::Outlook& outlook : outlooks) {
    const Activity& activity = scenario->activities[outlook.curve.activity];
    if (!text.empty()) text += "\n";
    text += styled(activity.key, Style::bold, terminal.colour) + "\n";
    text += paragraph(training_sentence(scenario, outlook.curve), terminal.width, 2);
    text += paragraph(cohort_sentence(scenario, outlook), terminal.width, 2);
    if (outlook.curve.broken_off > 0) {
      text += paragraph(plural(outlook.curve.broken_off, "cohort loses", "cohorts lose")
                            + " the instructors before the end.",
                        terminal.width,
                        2);
    }
    text += over_time_text(outlook.curve, terminal);
    text += rotations_text(scenario, outlook, terminal);
    if (!outlook.curve.source.empty()) {
      text += paragraph("Source: " + outlook.curve.source, terminal.width, 2);
    }
  }
  return text;
}

}  // namespace muster::report
