// SPDX-License-Identifier: Apache-2.0
#include "report/placemat.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/figures/givers.hpp"
#include "report/html/document.hpp"
#include "report/html/figure.hpp"
#include "report/html/sections.hpp"
#include "report/svg/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

// One sheet: two columns, on a narrow screen one below the other.
constexpr std::string_view layout =
    "<style>body{max-width:1640px}nav{display:none}svg{min-width:0}h2{margin:.6rem 0 .3rem}\n"
    "main{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:0 1.6rem}"
    "main>.figures{grid-column:1/-1;margin:.4rem 0}"
    "#fill{grid-area:2/1/4/2}#map{grid-area:4/1/6/2}#givers{grid-area:2/2/5/3}"
    "#decisions{grid-area:5/2/6/3}\n"
    "#givers thead th:not(:first-child) button,#givers thead th:not(:first-child){"
    "writing-mode:vertical-rl;max-height:11rem;white-space:normal}"
    "#givers td,#givers th{padding:.1rem .35rem .1rem 0;font-size:.78rem}\n"
    "@media screen and (max-width:900px){main{display:block}}\n"
    "@media print{html,body{font-size:10px}body{zoom:.9}svg{max-height:none}h1{font-size:1.5rem}"
    "#fill svg{width:82%}#map svg{max-height:95mm}p{margin:.1rem 0}figure{margin:.2rem 0}"
    "#givers td,#givers th{font-size:.8rem;padding:.06rem .3rem .06rem 0}}</style>\n";

constexpr std::size_t most_bars = 22, most_decisions = 8;
constexpr std::ptrdiff_t most_columns = 14;

std::vector<Id<Requirement>> requirements_shown(const PlanView& view,
                                                std::optional<Id<Activity>> activity) {
  std::vector<Id<Requirement>> shown;
  for (const Id<Requirement> id : (*view.scenario)->requirements.ids()) {
    const Requirement& requirement = (*view.scenario)->requirements[id];
    if (requirement.quantity && (!activity || requirement.activity == *activity))
      shown.push_back(id);
  }
  return shown;
}

// Weighted days of what is required.
Wide weight_of(const PlanView& view, Id<Requirement> id) {
  const Scenario& scenario = *view.scenario;
  return fill_of(view.verdict->coverage[id]).required
         * scenario->priorities[scenario->requirements[id].priority].weight;
}

// The weightiest that find room, in the order of the table.
std::vector<Id<Requirement>> weightiest(const PlanView& view,
                                        std::vector<Id<Requirement>> requirements,
                                        std::size_t room) {
  std::ranges::stable_sort(requirements, std::ranges::greater{}, [&](Id<Requirement> id) {
    return weight_of(view, id);
  });
  if (requirements.size() > room)
    requirements.erase(requirements.begin() + static_cast<std::ptrdiff_t>(room),
                       requirements.end());
  std::ranges::sort(requirements);
  return requirements;
}

// The capabilities of the weightiest requirements that find room.
std::vector<Id<Capability>> columns_of(const PlanView& view,
                                       const std::vector<Id<Requirement>>& requirements) {
  std::vector<Id<Capability>> columns;
  std::vector<Id<Requirement>> by_weight = requirements;
  std::ranges::stable_sort(
      by_weight, std::ranges::greater{}, [&](Id<Requirement> id) { return weight_of(view, id); });
  for (const Id<Requirement> id : by_weight) {
    const Id<Capability> capability = (*view.scenario)->requirements[id].capability;
    if (std::ranges::find(columns, capability) == columns.end()) columns.push_back(capability);
  }
  if (std::ssize(columns) > most_columns)
    columns.erase(columns.begin() + most_columns, columns.end());
  std::ranges::sort(columns);
  return columns;
}

std::string_view mark_of(Counting degree) {
  if (degree == Counting::firm) return "";
  return degree == Counting::expected ? " e" : " b";
}

std::string givers_html(const PlanView& view, const std::vector<Id<Requirement>>& requirements) {
  const Scenario& scenario = *view.scenario;
  const std::vector<Id<Capability>> columns = columns_of(view, requirements);
  std::vector<std::string> titles{"Nation"};
  for (const Id<Capability> id : columns)
    titles.push_back(name_or_key(scenario->capabilities[id].name, scenario->capabilities[id].key));
  titles.emplace_back("Others");
  HtmlTable table{
      "Who gives what, at most at one time, in each capability's measure; e: expected, b: best "
      "case "
      "at its softest, else firm. Others: how many further capabilities.",
      titles};
  for (const auto& [nation, given] : given_by(view, requirements)) {
    std::vector<HtmlCell> cells{cell(scenario->nations[nation].key)};
    std::size_t shown = 0;
    for (const Id<Capability> id : columns) {
      const auto found = given.find(id);
      if (found != given.end()) ++shown;
      cells.push_back(found == given.end() ? number("")
                                           : number(decimal_text(found->second.most.count())
                                                    + std::string{mark_of(found->second.degree)}));
    }
    cells.push_back(number(given.size() > shown ? "+" + std::to_string(given.size() - shown) : ""));
    table.add(cells);
  }
  return table.empty() ? paragraph_html("Nobody gives anything.") : table.finish();
}

// Rows whose coming and going concern the activity: its offers, and the conditions that they wait
// for.
bool concerns(const PlanView& view, const ledger::Due& item, Id<Activity> activity) {
  const Scenario& scenario = *view.scenario;
  const auto is_of = [&](Id<Offer> id) {
    const Offer& offer = scenario->offers[id];
    if (offer.activity) return *offer.activity == activity;
    return offer.requirement && scenario->requirements[*offer.requirement].activity == activity;
  };
  if (item.table == "offers") {
    const auto offer = view.scenario->find_offer(item.key);
    return offer && is_of(*offer);
  }
  if (item.table == "programmes") return item.key == scenario->activities[activity].key;
  for (const explain::Waiting& waiting : view.waiting)
    if (item.table == "conditions"
        && item.key.starts_with(scenario->conditions[waiting.condition].key)
        && std::ranges::any_of(waiting.offers, is_of))
      return true;
  return false;
}

std::string decisions_html(const PlanView& view,
                           const DueList& due,
                           std::optional<Id<Activity>> activity) {
  HtmlTable table{"What is to be decided or done next.", {"By", "Who", "What", "Source"}};
  std::size_t shown = 0, left = 0;
  for (const ledger::Due& item : due.items) {
    if (activity && !concerns(view, item, *activity)) continue;
    if (shown == most_decisions) {
      ++left;
      continue;
    }
    ++shown;
    const bool is_late = item.on < (*view.scenario)->as_of;
    table.add({marked(to_text(item.on) + (is_late ? ", overdue" : ""), is_late ? "bad" : "day"),
               cell(item.who),
               cell(item.key + ": " + item.what),
               marked(item.source, "source")});
  }
  if (shown == 0) return paragraph_html("Nothing has a day by which it must be decided.");
  return table.finish()
         + (left > 0 ? paragraph_html("And " + std::to_string(left) + " later.") : std::string{});
}

FigureNumbers numbers_of(const PlanView& view, const std::vector<Id<Requirement>>& requirements) {
  const Scenario& scenario = *view.scenario;
  FigureNumbers numbers{
      "fill", {{"requirement", "required", "firm", "expected", "best", "source"}}, false};
  for (const Id<Requirement> id : requirements) {
    const Fill fill = fill_of(view.verdict->coverage[id]);
    numbers.rows.push_back({scenario->requirements[id].key,
                            decimal_text(fill.required),
                            decimal_text(fill.firm),
                            decimal_text(fill.expected),
                            decimal_text(fill.best),
                            scenario->requirements[id].source});
  }
  return numbers;
}

std::string tiles_html(const PlanView& view, const std::vector<Id<Requirement>>& requirements) {
  const Fill all = weighted_fill(view, requirements);
  const auto full = std::ranges::count_if(requirements, [&](Id<Requirement> id) {
    const Fill fill = fill_of(view.verdict->coverage[id]);
    return fill.required > 0 && fill.best == fill.required;
  });
  return "<ul class=\"figures\">\n"
         + tile_html(share_text(all.firm, all.required), "filled by what is firm")
         + tile_html(share_text(all.expected, all.required), "with what is expected")
         + tile_html(share_text(all.best, all.required), "in the best case")
         + tile_html(std::to_string(full) + " of " + std::to_string(requirements.size()),
                     "requirements filled throughout in the best case")
         + "</ul>\n";
}

}  // namespace

std::string placemat(const PlanView& view, const DueList& due, const PlacematRequest& request) {
  const Scenario& scenario = *view.scenario;
  const auto requirements = requirements_shown(view, request.activity);
  const std::string whole = name_or_key(scenario->title, scenario->name);
  const std::string title = request.activity
                                ? name_or_key(scenario->activities[*request.activity].name,
                                              scenario->activities[*request.activity].key)
                                : whole;
  const auto drawn = weightiest(view, requirements, most_bars);
  std::string fill =
      figure_html(view, "By firmness.", fill_bars(view, drawn), numbers_of(view, drawn));
  if (drawn.size() < requirements.size())
    fill += paragraph_html("The " + std::to_string(drawn.size()) + " that weigh most of "
                           + std::to_string(requirements.size()) + ".");
  const std::string facts =
      (request.activity ? whole + " · " : std::string{}) + basis_words(view)
      + (view.origin.version.empty() ? "" : " · Muster " + view.origin.version);
  return document_html(
      title,
      paragraph_html(facts, "facts"),
      std::string{layout} + tiles_html(view, requirements),
      {{"fill", "How much is filled", fill},
       {"map", "Where", map_figure_html(view, request.activity)},
       {"givers", "Who gives what", givers_html(view, requirements)},
       {"decisions", "Next decisions", decisions_html(view, due, request.activity)}},
      request.look);
}

}  // namespace muster::report
