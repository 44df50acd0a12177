// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "report/figures/figures.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::size_t parts_shown = 12;  // of one requirement; more would bury the rest
constexpr std::size_t requirements_shown = 600;

std::string origin_words(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  std::string words = "Data " + scenario->name + " as of " + to_text(scenario->as_of);
  if (!view.origin.overlays.empty()) {
    words += ", with " + joined(view.origin.overlays, ", then ");
  }
  words += "; planned " + period_text(scenario->horizon);
  if (view.origin.against_plan_in_force) words += ", near the plan in force";
  words += ".";
  const std::string clock = clock_sentence(to_text(scenario->clock));
  return clock.empty() ? words : words + " " + clock;
}

std::string activity_words(const Scenario& scenario, const Activity& activity) {
  std::string words = activity.kind;
  if (!activity.organisation.empty()) words += ", " + activity.organisation;
  if (activity.lead) words += ", led by " + scenario->nations[*activity.lead].key;
  if (activity.place) words += ", " + scenario->places[*activity.place].name;
  return words;
}

Style style_of(Wide part, Wide whole) {
  if (part == whole) return Style::good;
  return part == 0 ? Style::bad : Style::warning;
}

TextTable::Cell share_cell(Wide part, Wide whole) {
  return {share_text(part, whole), style_of(part, whole)};
}

std::string full_words(const Fill& fill) {
  if (fill.full_days == fill.days) return "throughout";
  if (fill.full_until) return "until " + to_text(*fill.full_until);
  if (fill.full_days == 0) return "never";
  return count_text(fill.full_days) + " of " + days_text(fill.days);
}

std::string part_words(const PlanView& view, Id<Requirement> requirement, const Part& part) {
  const Scenario& scenario = *view.scenario;
  const Offer& offer = scenario->offers[part.offer];
  std::string words = scenario->nations[offer.nation].key + " " + offer.key + ": "
                      + amount_text(measure_of(scenario, requirement), part.gives);
  words +=
      part.delivery ? ", delivered " + to_text(part.period.from) : ", " + period_text(part.period);
  words += ", " + std::string{to_text(part.degree)};
  if (const std::string soft = softness_words(scenario, part); !soft.empty()) words += ": " + soft;
  for (const Caveat& caveat : offer.caveats) words += "; " + caveat_words(scenario, caveat);
  if (!offer.only_requirements.empty()) words += "; " + list_words(scenario, offer);
  return words;
}

void add_parts(TextTable& table, const PlanView& view, Id<Requirement> id) {
  const std::vector<Part> parts = parts_of(view, id);
  for (std::size_t i = 0; i < std::min(parts.size(), parts_shown); ++i) {
    table.note(part_words(view, id, parts[i]));
  }
  if (parts.size() > parts_shown) {
    table.note("… and " + count_text(static_cast<Wide>(parts.size() - parts_shown))
               + " more, in tours.csv and deliveries.csv");
  }
}

void add_requirement(TextTable& table, const PlanView& view, Id<Requirement> id) {
  const Scenario& scenario = *view.scenario;
  const Requirement& requirement = scenario->requirements[id];
  const Capability& capability = scenario->capabilities[requirement.capability];
  const std::string what = name_or_key(capability.name, capability.key);
  const std::string from = to_text(requirement.period.from);
  const std::string until = to_text(requirement.period.until);
  if (!requirement.quantity) {
    table.add({requirement.key,
               {"not stated", Style::faint},
               from,
               until,
               std::string{"–"},
               std::string{"–"},
               std::string{"–"},
               std::string{"not planned"}});
    table.note(what, 2);
    return;
  }
  const Fill fill = fill_of(view.verdict->coverage[id]);
  table.add({requirement.key,
             amount_text(capability.measure, *requirement.quantity),
             from,
             until,
             share_cell(fill.firm, fill.required),
             share_cell(fill.expected, fill.required),
             share_cell(fill.best, fill.required),
             {full_words(fill), style_of(fill.best, fill.required)}});
  table.note(what, 2);
  add_parts(table, view, id);
}

}  // namespace

std::string heading(std::string_view title, const Terminal& terminal) {
  return "\n" + styled(title, Style::bold, terminal.colour) + "\n";
}

std::string headline_text(const PlanView& view, const Terminal& terminal) {
  const Scenario& scenario = *view.scenario;
  const std::string title = name_or_key(scenario->title, scenario->name);
  std::string text;
  for (const std::string& line : wrapped(title, terminal.width)) {
    text += styled(line, Style::bold, terminal.colour) + "\n";
  }
  text += paragraph(origin_words(view), terminal.width) + "\n";
  for (const std::string& sentence : headline_sentences(view)) {
    text += paragraph(sentence, terminal.width);
  }
  TextTable table{{{"Required, in days of", TextTable::Align::left, true},
                   {"Asked", TextTable::Align::right},
                   {"Firm", TextTable::Align::right},
                   {"Expected", TextTable::Align::right},
                   {"Best", TextTable::Align::right},
                   {"Unmet", TextTable::Align::right}}};
  for (const MeasureSum& sum : fill_by_measure(view)) {
    const Fill& fill = sum.fill;
    table.add({std::string{measure_word(sum.measure, true)},
               rounded_text(fill.required),
               share_text(fill.firm, fill.required),
               share_text(fill.expected, fill.required),
               share_text(fill.best, fill.required),
               rounded_text(fill.required - fill.best)});
  }
  if (table.empty()) return text;
  return text + "\n" + table.print(terminal.width, terminal.colour, 2);
}

std::string requirements_text(const PlanView& view, const Terminal& terminal) {
  const Scenario& scenario = *view.scenario;
  std::string text = heading("What is required, and who fills it", terminal);
  text += paragraph(
      "Shares of the required days that this plan fills: firm, by what is committed or in place; "
      "expected, also by what is accepted; best, by all that the plan holds, options and open "
      "conditions included. Days named as an end are the first day after.",
      terminal.width,
      2);
  const std::set<Id<Requirement>> shown = most_unmet(view, requirements_shown);
  if (shown.size() < scenario->requirements.size()) {
    text += paragraph("Shown: the " + count_text(static_cast<Wide>(shown.size()))
                          + " requirements with the most unmet of "
                          + count_text(static_cast<Wide>(scenario->requirements.size()))
                          + "; coverage.csv holds all.",
                      terminal.width,
                      2);
  }
  for (const Id<Activity> activity : scenario->activities.ids()) {
    auto requirements = requirements_of(scenario, activity);
    std::erase_if(requirements, [&](Id<Requirement> id) { return !shown.contains(id); });
    if (requirements.empty()) continue;
    const Activity& row = scenario->activities[activity];
    const std::string title =
        name_or_key(row.name, row.key) + " (" + activity_words(scenario, row) + ")";
    text += "\n";
    for (const std::string& line : wrapped(title, terminal.width - 2)) {
      text += "  " + styled(line, Style::bold, terminal.colour) + "\n";
    }
    TextTable table{{{"Requirement", TextTable::Align::left},
                     {"Asked", TextTable::Align::left, true},
                     {"From", TextTable::Align::left},
                     {"Until", TextTable::Align::left},
                     {"Firm", TextTable::Align::right},
                     {"Expected", TextTable::Align::right},
                     {"Best", TextTable::Align::right},
                     {"All there", TextTable::Align::left, true}}};
    for (const Id<Requirement> requirement : requirements) {
      add_requirement(table, view, requirement);
    }
    text += table.print(terminal.width, terminal.colour, 2);
  }
  return text;
}

std::string plan_text(const PlanView& view, const Terminal& asked) {
  const Terminal terminal{std::max<std::size_t>(asked.width, 40), asked.colour};
  return headline_text(view, terminal) + tiers_text(view, terminal) + futures_text(view, terminal)
         + fair_shares_text(view, terminal) + requirements_text(view, terminal)
         + shortfalls_text(view, terminal) + training_text(view, terminal)
         + funds_text(view, terminal) + stocks_text(view, terminal) + spending_text(view, terminal)
         + conditions_text(view, terminal) + promises_text(view, terminal);
}

}  // namespace muster::report
