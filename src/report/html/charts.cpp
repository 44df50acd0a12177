// SPDX-License-Identifier: Apache-2.0
// The parts of the page that hold charts: from required to missing, over time, pledges, burdens.
#include <algorithm>
#include <array>

#include "report/figures/burden.hpp"
#include "report/figures/over_time.hpp"
#include "report/figures/pledges.hpp"
#include "report/html/figure.hpp"
#include "report/html/sections.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::array measures{Measure::unit,
                              Measure::person,
                              Measure::aircraft,
                              Measure::vessel,
                              Measure::system,
                              Measure::piece,
                              Measure::money};

std::string sand_figure(const PlanView& view, Measure measure) {
  const std::string drawing = sand_chart(view, measure);
  if (drawing.empty()) return {};
  const std::string name{measure_word(measure, true)};
  FigureNumbers numbers{"over-time-" + std::string{measure == Measure::money ? "money" : name},
                        {{"month", "required", "firm", "expected", "best"}}};
  for (const MonthFill& one : fill_by_month(view, measure))
    numbers.rows.push_back({to_text(one.month.from).substr(0, 7),
                            decimal_text(one.mean(one.fill.required)),
                            decimal_text(one.mean(one.fill.firm)),
                            decimal_text(one.mean(one.fill.expected)),
                            decimal_text(one.mean(one.fill.best))});
  return figure_html(view,
                     "<strong>" + escaped(name) + "</strong>, on a mean day of each month.",
                     drawing,
                     numbers);
}

// GDP, unless more nations state their population.
struct UsualKey {
  explain::BurdenKey of;
  std::string name;
};
UsualKey usual_key(const Scenario& scenario) {
  UsualKey gdp{explain::BurdenKey{scenario->nations.size()}, "GDP"};
  UsualKey population{explain::BurdenKey{scenario->nations.size()}, "population"};
  std::size_t by_gdp = 0, by_population = 0;
  for (const Id<Nation> id : scenario->nations.ids()) {
    const Nation& nation = scenario->nations[id];
    if (nation.gdp) gdp.of[id] = nation.gdp->count();
    population.of[id] = nation.population;
    if (nation.gdp) ++by_gdp;
    if (nation.population) ++by_population;
  }
  if (by_gdp == 0 && by_population == 0) gdp.name.clear();
  return by_gdp >= by_population ? std::move(gdp) : std::move(population);
}

std::string burden_figure(const PlanView& view,
                          const explain::BurdenAnswer& answer,
                          explain::BurdenMeasure measure,
                          const std::string& key) {
  const Wide total = answer.total[static_cast<std::size_t>(measure)][explain::BurdenPart::all];
  if (total == 0) return {};
  Wide keys = 0;
  for (const explain::NationBurden& one : answer.nations) keys += one.key.value_or(0);
  std::vector<ShareBar> bars;
  FigureNumbers numbers{"burden-" + std::string{explain::to_text(measure)},
                        {{"nation", "burden", "share", "share of " + (key.empty() ? "key" : key)}}};
  for (const explain::NationBurden& one : answer.nations) {
    const Wide burden = one[measure][explain::BurdenPart::all];
    const std::string& nation = (*view.scenario)->nations[one.nation].key;
    if ((burden == 0 && !one.key) || !is_told(view, one.nation)) continue;
    ShareBar bar{nation, explain::permille(burden, total), std::nullopt};
    if (one.key && keys > 0) bar.key = explain::permille(*one.key, keys);
    numbers.rows.push_back({nation,
                            to_text(burden),
                            decimal_text(bar.burden),
                            bar.key ? decimal_text(*bar.key) : std::string{}});
    bars.push_back(std::move(bar));
  }
  std::ranges::stable_sort(bars, std::ranges::greater{}, &ShareBar::burden);
  const std::string name{burden_name(measure)};
  const std::string caption =
      "<strong>" + escaped(name) + "</strong>: " + escaped(burden_words(measure))
      + (key.empty() ? std::string{"."}
                     : ". The mark is the nation's share of the " + escaped(key)
                           + " of those that offer anything.");
  return figure_html(view, caption, share_bars(bars, name + ", share of each nation"), numbers);
}

}  // namespace

std::string waterfall_html(const PlanView& view) {
  const std::vector<FallStep> steps = waterfall_of(view);
  if (steps.empty()) return {};
  FigureNumbers numbers{"waterfall", {{"step", "kind", "weighted requirement-days"}}};
  for (const FallStep& step : steps)
    numbers.rows.push_back(
        {step.name, std::string{step.look}, decimal_text(step.until - step.from)});
  return figure_html(
      view,
      "From what is required to what is missing, in weighted requirement-days: what is filled, the "
      "firmest first, and what is missing by the nearest reason of each shortfall.",
      waterfall(steps),
      numbers);
}

std::string sand_html(const PlanView& view) {
  std::string html;
  for (const Measure measure : measures) html += sand_figure(view, measure);
  if (html.empty()) return {};
  return paragraph_html(
             "The line is what is required, all requirements of a measure together; below it what "
             "fills it, by degree of firmness, as in the bars above, and what is missing.")
         + html;
}

std::string pledges_html(const PlanView& view) {
  std::vector<Pledges> all = pledges_of(view);
  if (all.empty()) return {};
  FigureNumbers numbers{"pledges", {{"requirement", "asked", "pledged", "allocated", "delivered"}}};
  for (const Pledges& one : all)
    numbers.rows.push_back({(*view.scenario)->requirements[one.requirement].key,
                            decimal_text(one.asked.count()),
                            decimal_text(one.pledged.count()),
                            decimal_text(one.allocated.count()),
                            decimal_text(one.delivered.count())});
  return figure_html(
      view,
      "Of what comes to stay: pledged by all offers that are not ended; allocated, accepted or "
      "firmer; delivered, handed over or in use by the deliveries that the data holds. Each line "
      "has a scale of its own.",
      pledge_bars(view, all),
      numbers);
}

std::string burden_html(const PlanView& view) {
  const UsualKey key = usual_key(*view.scenario);
  const explain::BurdenAnswer answer =
      explain::burden(*view.scenario, *view.plan, *view.verdict, key.of, std::nullopt);
  std::string html;
  for (const explain::BurdenMeasure measure : explain::burden_measures)
    html += burden_figure(view, answer, measure, key.name);
  return html;
}

}  // namespace muster::report
