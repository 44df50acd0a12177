// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/asks.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

bool is_full(const WhyNotView::Tried& tried) {
  return tried.run.unmet == Amount{};
}

std::string full_words(const WhyNotView& view) {
  std::vector<std::string> servants;
  for (const Tour& tour : view.plan->tours)
    if (tour.requirement == view.requirement)
      servants.push_back((*view.scenario)->offers[tour.offer].key);
  return servants.empty() ? "nothing is short here"
                          : "it is full: " + joined(servants, ", ") + " serve";
}

// What the plan would gain or lose where no rule forbids it.
std::string balance_words(const WhyNotView& view,
                          const WhyNotView::Tried& tried,
                          const explain::Way& way) {
  const std::string move = move_words(*view.scenario, way);
  if (way.gains > 0)
    return "Nothing forbids it" + (move.empty() ? std::string{} : " (" + move + ")")
           + "; it would fill " + fill_words(tried.run, way.fills)
           + ", but no tour of the plan's grid does.";
  if (way.move.given_up.empty())
    return "Nothing forbids it, and it would add nothing: " + full_words(view) + ".";
  return "Nothing forbids it, but " + move + ": " + rounded_text(-way.gains)
         + " weighted requirement-days would be lost in all.";
}

std::string tried_text(const WhyNotView& view,
                       const WhyNotView::Tried& tried,
                       const Terminal& terminal) {
  const Scenario& scenario = *view.scenario;
  std::string text =
      "  " + scenario->offers[tried.offer].key + ", " + period_text(tried.run.period);
  text += is_full(tried)
              ? "\n"
              : ", " + amount_text(measure_of(scenario, view.requirement), tried.run.unmet)
                    + " short\n";
  if (tried.ways.empty())
    return text
           + paragraph(
               "It is worth nothing here, or cannot come on any of these days.", terminal.width, 4);
  const explain::Way& way = tried.ways.front();
  bool forbidden = false;
  for (const explain::Reason& reason : way.reasons) {
    const bool given_up = reason.cause == explain::Cause::elsewhere && reason.elsewhere;
    forbidden = forbidden || !given_up;
    const std::string source = reason.source.empty() ? "" : " [" + reason.source + "]";
    text +=
        paragraph(reason_sentence(scenario, *view.plan, reason) + source + ".", terminal.width, 4);
  }
  if (!forbidden) text += paragraph(balance_words(view, tried, way), terminal.width, 4);
  return text;
}

std::string worth_nothing_text(const WhyNotView& view, const Terminal& terminal) {
  const Scenario& scenario = *view.scenario;
  const Capability& given =
      scenario->capabilities[scenario->offers[view.tried.front().offer].capability];
  const Capability& asked =
      scenario->capabilities[scenario->requirements[view.requirement].capability];
  return paragraph(view.unit + " is " + name_or_key(given.name, given.key)
                       + "; on none of these days would it count anything towards "
                       + name_or_key(asked.name, asked.key) + ".",
                   terminal.width,
                   2);
}

}  // namespace

std::string why_not_text(const WhyNotView& view, const Terminal& terminal) {
  std::string text = styled("Why not " + view.unit + " on "
                                + requirement_words(*view.scenario, view.requirement) + "?",
                            Style::bold,
                            terminal.colour)
                     + "\n";
  const auto no_way = [](const WhyNotView::Tried& tried) { return tried.ways.empty(); };
  if (std::ranges::all_of(view.tried, no_way)) return text + worth_nothing_text(view, terminal);
  for (const WhyNotView::Tried& tried : view.tried) text += tried_text(view, tried, terminal);
  return text;
}

std::string worth_text(const WorthView& view, const Terminal& terminal) {
  if (view.worths.empty())
    return "One more of anything would fill nothing, by the plan's prices.\n";
  TextTable table{{{"One more", TextTable::Align::left, true},
                   {"From", TextTable::Align::left},
                   {"Until", TextTable::Align::left},
                   {"Predicted", TextTable::Align::right},
                   {"Realised", TextTable::Align::right}}};
  const std::size_t shown = std::min(view.shown, view.worths.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const asks::Worth& worth = view.worths[i];
    const Capability& capability = (*view.scenario)->capabilities[worth.capability];
    table.add({amount_text(capability.measure, to_amount(capability.measure, worth.quantity))
                   + " of " + name_or_key(capability.name, capability.key),
               to_text(worth.period.from),
               to_text(worth.period.until),
               rounded_text(worth.predicted),
               worth.realised ? rounded_text(*worth.realised) : "not tried"});
  }
  if (view.worths.size() > shown)
    table.note("… and " + count_text(static_cast<Wide>(view.worths.size() - shown))
               + " more: --show N");
  return "What one more would fill, in weighted requirement-days: predicted by the prices that "
         "bound "
         "the plan, realised by planning again with it.\n"
         + table.print(terminal.width, terminal.colour, 2);
}

}  // namespace muster::report
