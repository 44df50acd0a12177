// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/figures/comparison.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;
using explain::TourChange;

// What is shown without --all: everything where it is no more than so many bands and tours; else so
// many, each tour with its reason below, that all fits a screen, and so many tours of a band.
constexpr std::size_t rows_of_all = 24, rows_of_a_screen = 14;
constexpr std::size_t tours_of_a_band = 3, keys_listed = 20;

Style style_of(std::string_view mark) {
  if (mark.starts_with('!') || mark == "-") return Style::bad;
  return mark == "+" ? Style::good : Style::warning;
}

std::string summary_text(const ComparisonView& view, const Terminal& terminal) {
  TextTable table{{{"", Align::left, true},
                   {"Before", Align::right},
                   {"After", Align::right},
                   {"Change", Align::right}}};
  for (const FigureChange& figure : summary_of(view)) {
    table.add({figure.name, figure.before, figure.after, figure.change});
  }
  std::string text =
      paragraph("Before: " + view.before + ". After: " + view.after + ".", terminal.width)
      + table.print(terminal.width, terminal.colour, 2);
  for (const std::string& sentence : summary_sentences(view)) {
    text += paragraph(sentence, terminal.width);
  }
  return text;
}

std::string keys_text(std::string_view title,
                      const std::vector<std::string>& keys,
                      const ComparisonView& view,
                      const Terminal& terminal) {
  if (keys.empty()) return {};
  const std::size_t shown = view.all ? keys.size() : std::min(keys.size(), keys_listed);
  std::string words =
      joined({keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
  if (shown < keys.size()) {
    words += " and " + count_text(static_cast<Wide>(keys.size() - shown)) + " more";
  }
  return paragraph(std::string{title} + ": " + words, terminal.width);
}

// Nation and line are left out where the band says them.
void add_tour(TextTable& table, const TourChange& change, Grouping by) {
  const std::string_view mark = mark_of(change);
  std::vector<TextTable::Cell> cells{{std::string{mark}, style_of(mark)}};
  if (by != Grouping::nation) cells.emplace_back(change.nation);
  cells.emplace_back(change.offer);
  if (by != Grouping::line) cells.emplace_back(change.requirement);
  cells.emplace_back(days_words(change));
  table.add(std::move(cells));
  if (by == Grouping::line && is_told_by_line(change.because)) return;
  table.note(because_words(change), 5, Style::faint);
}

TextTable tours_table(Grouping by) {
  std::vector<TextTable::Column> columns{{"   ", Align::right}};  // below what the band says
  if (by != Grouping::nation) columns.push_back({"Nation", Align::left});
  columns.push_back({"Offer", Align::left});
  if (by != Grouping::line) columns.push_back({"Requirement", Align::left});
  columns.push_back({"Tour or delivery", Align::left, true});
  return TextTable{std::move(columns)};
}

std::string bands_title(Grouping by) {
  const std::string marks = " (+ added, - gone, ~ changed";
  if (by == Grouping::line)
    return "By line, the most weighty change first" + marks + ", ! newly short)";
  return (by == Grouping::nation ? "By nation" : "By unit") + marks + ")";
}

std::string rest_words(std::size_t bands, std::size_t tours, Grouping by) {
  std::vector<std::string> parts;
  const std::string thing{grouping_words(by)};
  if (bands > 0) parts.push_back(plural(static_cast<Wide>(bands), thing, thing + "s"));
  if (tours > 0) parts.push_back(plural(static_cast<Wide>(tours), "tour", "tours"));
  return "… and " + joined(parts, ", ") + " more: --all shows them, --by "
         + (by == Grouping::line ? "nation or --by unit" : "line") + " groups them otherwise.";
}

std::string bands_text(const ComparisonView& view, const Terminal& terminal) {
  const std::vector<Band> bands = bands_of(view, view.by);
  if (bands.empty()) return {};
  TextTable table = tours_table(view.by);
  std::size_t rows = bands.size(), left_bands = 0, left_tours = 0;
  for (const Band& band : bands) rows += band.changes.size();
  const bool is_whole = view.all || rows <= rows_of_all;
  std::size_t room = is_whole ? rows : rows_of_a_screen;
  for (const Band& band : bands) {
    const std::size_t tours =
        is_whole ? band.changes.size() : std::min(band.changes.size(), tours_of_a_band);
    if (room < 1 + tours) {
      room = 0;
      ++left_bands;
      left_tours += band.changes.size();
      continue;
    }
    room -= 1 + tours;
    left_tours += band.changes.size() - tours;
    table.note(band.mark + " " + band.key + "  " + band.words, 0, style_of(band.mark));
    for (std::size_t i = 0; i < tours; ++i) {
      add_tour(table, view.comparison.changes[band.changes[i]], view.by);
    }
    if (tours < band.changes.size()) {
      table.note("… and " + count_text(static_cast<Wide>(band.changes.size() - tours)) + " more",
                 5,
                 Style::faint);
    }
  }
  std::string text =
      heading(bands_title(view.by), terminal) + table.print(terminal.width, terminal.colour, 2);
  if (left_bands + left_tours > 0) {
    text += paragraph(rest_words(left_bands, left_tours, view.by), terminal.width, 2);
  }
  return text;
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

}  // namespace

std::string comparison_text(const ComparisonView& view, const Terminal& asked) {
  const Terminal terminal{std::max<std::size_t>(asked.width, 40), asked.colour};
  const explain::Comparison& all = view.comparison;
  std::string text = summary_text(view, terminal);
  text += keys_text("New requirements", all.requirements_added, view, terminal);
  text += keys_text("Requirements gone", all.requirements_removed, view, terminal);
  text += keys_text("New offers", all.offers_added, view, terminal);
  text += keys_text("Offers gone", all.offers_removed, view, terminal);
  text += released_text(all, terminal);
  return text + bands_text(view, terminal);
}

}  // namespace muster::report
