// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/text.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;

std::string days_of(const explain::TourChange& change, const Period& days) {
  return change.delivery ? "delivered " + to_text(days.from) : period_text(days);
}

// "2024-01-01 to 2024-07-01, expected"; where days and degree change, both, with an arrow between.
std::string what_changes(const explain::TourChange& change) {
  const auto side = [&](const std::optional<Period>& days, const std::optional<Counting>& degree) {
    return days_of(change, *days) + (degree ? ", " + std::string{to_text(*degree)} : "");
  };
  std::string words;
  if (!change.before) {
    words = side(change.after, change.degree_after);
  } else if (!change.after) {
    words = side(change.before, change.degree_before);
  } else if (change.before == change.after && change.degree_before && change.degree_after) {
    words = side(change.before, change.degree_before) + " → "
            + std::string{to_text(*change.degree_after)};
  } else {
    words =
        side(change.before, change.degree_before) + " → " + side(change.after, change.degree_after);
  }
  return change.waited_for.empty() ? words : words + "; waited for " + change.waited_for;
}

std::string changes_text(const explain::Comparison& comparison,
                         std::string_view nation,
                         const Terminal& terminal) {
  TextTable table{{{"Nation", Align::left},
                   {"Change", Align::left},
                   {"Offer", Align::left},
                   {"Requirement", Align::left},
                   {"Tour or delivery", Align::left, true}}};
  for (const explain::TourChange& change : comparison.changes) {
    if (!nation.empty() && change.nation != nation) continue;
    table.add({change.nation,
               std::string{explain::to_text(change.kind)},
               change.offer,
               change.requirement,
               what_changes(change)});
  }
  if (table.empty()) {
    return nation.empty() ? "No tour changes.\n" : "No " + std::string{nation} + " tour changes.\n";
  }
  return heading("Tours and deliveries that change", terminal)
         + table.print(terminal.width, terminal.colour, 2);
}

std::string fill_text(const explain::Comparison& comparison, const Terminal& terminal) {
  TextTable table{{{"Requirement", Align::left, true},
                   {"Unmet before", Align::right},
                   {"Unmet after", Align::right},
                   {"", Align::left}}};
  const auto is_in = [](const std::vector<std::string>& keys, const std::string& key) {
    return std::ranges::find(keys, key) != keys.end();
  };
  for (const explain::FillChange& change : comparison.fill) {
    const bool added = is_in(comparison.requirements_added, change.requirement);
    const bool removed = is_in(comparison.requirements_removed, change.requirement);
    table.add({change.requirement,
               rounded_text(change.unmet_before),
               rounded_text(change.unmet_after),
               std::string{added     ? "new"
                           : removed ? "gone"
                                     : ""}});
  }
  if (table.empty()) return {};
  return heading("Requirement-days unmet, not weighted, where they change", terminal)
         + table.print(terminal.width, terminal.colour, 2);
}

std::string released_text(const explain::Comparison& comparison, const Terminal& terminal) {
  std::string text;
  for (const explain::Released& released : comparison.released) {
    std::string words = joined(released.offers, ", ") + ": became available";
    if (released.on) words += " on " + to_text(*released.on);
    words += "; waited for " + released.condition;
    text += paragraph(words, terminal.width, 2);
  }
  return text.empty() ? text : heading("What became available", terminal) + text;
}

std::string keys_text(std::string_view title,
                      const std::vector<std::string>& keys,
                      const Terminal& terminal) {
  if (keys.empty()) return {};
  return paragraph(std::string{title} + ": " + joined(keys, ", "), terminal.width);
}

}  // namespace

std::string comparison_text(const explain::Comparison& comparison,
                            std::string_view nation,
                            const Terminal& asked) {
  const Terminal terminal{std::max<std::size_t>(asked.width, 40), asked.colour};
  std::string text =
      paragraph("Unmet, weighted by priority: before " + rounded_text(comparison.unmet_before)
                    + " requirement-days, after " + rounded_text(comparison.unmet_after) + ".",
                terminal.width);
  text += keys_text("New requirements", comparison.requirements_added, terminal);
  text += keys_text("Requirements gone", comparison.requirements_removed, terminal);
  text += keys_text("New offers", comparison.offers_added, terminal);
  text += keys_text("Offers gone", comparison.offers_removed, terminal);
  text += changes_text(comparison, nation, terminal);
  text += released_text(comparison, terminal);
  return text + fill_text(comparison, terminal);
}

}  // namespace muster::report
