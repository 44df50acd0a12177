// SPDX-License-Identifier: Apache-2.0
// Two plans side by side as one page.
#include <algorithm>

#include "report/figures/comparison.hpp"
#include "report/html/document.hpp"
#include "report/html/markup.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using explain::TourChange;

constexpr std::size_t tours_listed = 1500;  // of a section: the page stays readable

std::string look_of(std::string_view mark) {
  if (mark.starts_with('!') || mark == "-") return "bad";
  return mark == "+" ? "good" : "warn";
}

std::string summary_html(const ComparisonView& view) {
  HtmlTable table{"What both plans leave unmet, and what they cost.",
                  {"Figure", "Before", "After", "Change"}};
  for (const FigureChange& figure : summary_of(view)) {
    table.add(
        {cell(figure.name), number(figure.before), number(figure.after), number(figure.change)});
  }
  std::string html = table.finish();
  for (const std::string& sentence : summary_sentences(view)) html += paragraph_html(sentence);
  return html;
}

std::string keys_html(std::string_view title, const std::vector<std::string>& keys) {
  if (keys.empty()) return {};
  return paragraph_html(std::string{title} + ": " + joined(keys, ", "));
}

std::string news_html(const explain::Comparison& all) {
  std::string html = keys_html("New requirements", all.requirements_added)
                     + keys_html("Requirements gone", all.requirements_removed)
                     + keys_html("New offers", all.offers_added)
                     + keys_html("Offers gone", all.offers_removed);
  for (const explain::Released& released : all.released) {
    std::string words = joined(released.offers, ", ") + ": became available";
    if (released.on) words += " on " + to_text(*released.on);
    html += paragraph_html(words + "; waited for " + released.condition);
  }
  return html;
}

void add_tour(HtmlTable& table, const TourChange& change) {
  const std::string_view mark = mark_of(change);
  table.add({marked(mark, look_of(mark)),
             cell(change.nation),
             cell(change.offer),
             cell(change.requirement),
             cell(days_words(change)),
             cell(because_words(change))});
}

std::string bands_html(const ComparisonView& view, Grouping by) {
  HtmlTable table{"+ added, - gone, ~ changed, ! newly short.",
                  {"Mark", "Nation", "Offer", "Requirement", "Tour or delivery", "Why"}};
  std::size_t listed = 0, left = 0;
  for (const Band& band : bands_of(view, by)) {
    if (listed >= tours_listed) {
      left += band.changes.size();
      continue;
    }
    table.band("<span class=\"" + look_of(band.mark) + "\">" + escaped(band.mark) + "</span> "
               + escaped(band.key + " — " + band.words));
    for (const std::size_t index : band.changes) add_tour(table, view.comparison.changes[index]);
    listed += band.changes.size() + 1;
  }
  if (listed == 0) return {};
  std::string html = table.finish();
  if (left > 0) {
    html += paragraph_html("And " + count_text(static_cast<Wide>(left))
                           + " more tours: muster compare --json tells all.");
  }
  return html;
}

}  // namespace

std::string comparison_page(const ComparisonView& view) {
  const std::string title = "Two plans compared";
  std::string facts = "Before: " + view.before + " · after: " + view.after;
  if (!view.nation.empty()) facts += " · only what " + view.nation + " gives";
  return document_html(title,
                       paragraph_html(facts, "facts"),
                       summary_html(view),
                       {{"news", "What is new in the data", news_html(view.comparison)},
                        {"lines", "By line", bands_html(view, Grouping::line)},
                        {"nations", "By nation", bands_html(view, Grouping::nation)},
                        {"units", "By unit", bands_html(view, Grouping::unit)}});
}

}  // namespace muster::report
