// SPDX-License-Identifier: Apache-2.0
#include "report/rotation.hpp"

#include <algorithm>
#include <array>

#include "report/html/document.hpp"
#include "report/html/figure.hpp"
#include "report/html/markup.hpp"
#include "report/svg/drawing.hpp"
#include "report/svg/rotation.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using simulate::RotationFill;

constexpr std::size_t most_laydowns = 6, most_capabilities = 400;

// Its numbers lie beside the page: of an army they are too many to lie within.
std::string with_numbers(const RotationView& view,
                         const std::string& drawing,
                         std::string_view caption,
                         std::string_view table) {
  const std::string basis = plural(view.run->last_day, "day", "days") + " by rule";
  return figure_html(caption, basis, drawing, {std::string{table}, {}, false});
}

// Those of which most is missing first.
std::vector<std::pair<std::string_view, RotationFill>> worst_first(
    const simulate::RotationFigures& figures) {
  std::vector<std::pair<std::string_view, RotationFill>> all(figures.by_capability.begin(),
                                                             figures.by_capability.end());
  std::ranges::stable_sort(
      all, std::greater{}, [](const auto& one) { return one.second.required - one.second.served; });
  return all;
}

void add_fill(HtmlTable& table, std::string_view name, const RotationFill& fill) {
  const std::int64_t missing = fill.required - fill.served;
  table.add({cell(name),
             number(count_text(fill.required)),
             number(count_text(missing)),
             {share_text(fill.served, fill.required), true, missing == 0 ? "good" : ""},
             number(count_text(fill.short_days))});
}

std::vector<std::string> fill_titles(const char* first) {
  return {first, "Required unit-days", "Missing", "Filled", "Days short"};
}

std::string fill_html(const simulate::RotationFigures& figures) {
  HtmlTable priorities{"Fill by priority", fill_titles("Priority")};
  for (const auto& [priority, fill] : figures.by_priority)
    add_fill(priorities, std::to_string(priority), fill);
  add_fill(priorities, "all", figures.all);
  const auto all = worst_first(figures);
  HtmlTable capabilities{"Fill by capability, most missing first", fill_titles("Capability")};
  for (std::size_t k = 0; k < std::min(all.size(), most_capabilities); ++k)
    add_fill(capabilities, all[k].first, all[k].second);
  std::string html =
      priorities.finish() + "<details><summary>"
      + escaped(plural(static_cast<std::int64_t>(all.size()), "capability", "capabilities"))
      + "</summary>" + capabilities.finish() + "</details>\n";
  if (all.size() > most_capabilities)
    html += paragraph_html("The table shows " + std::to_string(most_capabilities)
                           + "; fill.csv has all.");
  return html;
}

std::string laydowns_html(const RotationView& view, const simulate::RotationFigures& figures) {
  std::string html = paragraph_html(
      "A lane for each unit. Full: it serves; hatched: it overlaps with its relief; framed: it is "
      "held at home. The capabilities of which most is missing.");
  std::size_t shown = 0;
  for (const auto& [capability, fill] : worst_first(figures)) {
    if (shown == most_laydowns) break;
    const std::string drawing = laydown(view, capability);
    if (drawing.empty()) continue;
    ++shown;
    const auto units = static_cast<std::size_t>(
        std::ranges::count(view.run->units, capability, &simulate::RotationUnit::capability));
    std::string caption =
        std::string{capability} + ", filled " + share_text(fill.served, fill.required);
    if (units > most_lanes)
      caption +=
          "; the first " + std::to_string(most_lanes) + " of " + std::to_string(units) + " units";
    html += with_numbers(view, drawing, caption, "deployments");
  }
  return html;
}

std::string dwells_html(const RotationView& view) {
  std::string html = paragraph_html(
      "Of each quarter's deployments the days that units had dwelt: the line is the middle one, "
      "the box holds eight in ten.");
  bool has_any = false;
  for (const std::string_view component : simulate::counted_components) {
    const std::string drawing = dwell_chart(view, component);
    if (drawing.empty()) continue;
    has_any = true;
    html += with_numbers(view, drawing, component, "deployments");
  }
  return has_any ? html : std::string{};
}

std::string headline_html(const RotationView& view, const simulate::RotationFigures& figures) {
  const std::array<std::pair<std::string, std::string_view>, 4> items{
      {{share_text(figures.all.served, figures.all.required), "of required unit-days filled"},
       {count_text(figures.all.required - figures.all.served), "unit-days missing"},
       {count_text(static_cast<std::int64_t>(view.run->deployed.size())), "deployments"},
       {count_text(static_cast<std::int64_t>(view.run->units.size())), "units"}}};
  std::string html = "<ul class=\"figures\">";
  for (const auto& [value, words] : items)
    html += "<li><strong>" + escaped(value) + "</strong>" + escaped(words) + "</li>";
  return html + "</ul>\n";
}

}  // namespace

std::string rotation_page(const RotationView& view, std::string_view title) {
  const auto figures = simulate::figures_of(*view.book, *view.run);
  const std::string facts =
      plural(view.run->last_day, "day", "days") + " · "
      + plural(
          static_cast<std::int64_t>(view.run->requirements.size()), "requirement", "requirements")
      + " · simulated by rule: by priority, the longest rested first";
  return document_html(title,
                       paragraph_html(facts, "facts"),
                       headline_html(view, figures),
                       {{"sand",
                         "Required and served over time",
                         with_numbers(view, sand_chart(view), "Units on each day", "stretches")},
                        {"fill", "Fill", fill_html(figures)},
                        {"laydown", "Who serves when", laydowns_html(view, figures)},
                        {"dwell", "Dwell before deployment", dwells_html(view)}});
}

}  // namespace muster::report
