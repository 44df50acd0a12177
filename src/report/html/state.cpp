// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/figures/pledges.hpp"
#include "report/figures/stated.hpp"
#include "report/html/document.hpp"
#include "report/html/figure.hpp"
#include "report/html/sections.hpp"
#include "report/state_page.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::size_t offers_listed = 2000;

HtmlCell day_or(const std::optional<Day>& day, std::string_view otherwise) {
  return day ? marked(to_text(*day), "day") : marked(otherwise, "faint");
}

std::string tiles_html(const Stated& stated) {
  std::string tiles = "<ul class=\"figures\">\n";
  const auto tile = [&](std::size_t count, std::string_view words) {
    tiles += tile_html(std::to_string(count), words);
  };
  tile(stated.requirements, "requirements");
  for (const auto& [status, count] : stated.offers)
    tile(count, "offers " + std::string{status_words(status)});
  tile(stated.conditions_open, "conditions not met");
  tile(stated.promises_open, "promises open");
  return tiles + "</ul>\n";
}

std::string required_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{
      "What is required, whoever fills it.",
      {"Requirement", "Capability", "Asked", "Kind", "From", "Until", "Priority", "Source"}};
  for (const Id<Activity> activity : scenario->activities.ids()) {
    const auto requirements = requirements_of(scenario, activity);
    if (requirements.empty()) continue;
    table.band(escaped(
        name_or_key(scenario->activities[activity].name, scenario->activities[activity].key)));
    for (const Id<Requirement> id : requirements) {
      const Requirement& one = scenario->requirements[id];
      const Capability& capability = scenario->capabilities[one.capability];
      const Priority& priority = scenario->priorities[one.priority];
      table.add({cell(one.key),
                 cell(name_or_key(capability.name, capability.key)),
                 cell(one.quantity ? amount_text(capability.measure, *one.quantity) : "not stated"),
                 cell(kind_words(one.kind)),
                 marked(to_text(one.period.from), "day"),
                 marked(to_text(one.period.until), "day"),
                 cell(name_or_key(priority.name, priority.key)),
                 source_cell(view, one.source)});
    }
  }
  return table.empty() ? std::string{} : table.finish();
}

std::string offered_for(const Scenario& scenario, const Offer& offer) {
  if (offer.requirement) return scenario->requirements[*offer.requirement].key;
  if (offer.activity)
    return name_or_key(scenario->activities[*offer.activity].name,
                       scenario->activities[*offer.activity].key);
  return "anything";
}

std::string offered_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{"What is offered, by nation, with the step that each offer has reached.",
                  {"Offer",
                   "Gives",
                   "Capability",
                   "For",
                   "Status",
                   "From",
                   "Until",
                   "Holds until",
                   "Waits for",
                   "Source"}};
  std::size_t listed = 0, left = 0;
  for (const Id<Nation> nation : scenario->nations.ids()) {
    if (!is_told(view, nation)) continue;
    bool has_band = false;
    for (const Id<Offer> id : scenario->offers.ids()) {
      const Offer& offer = scenario->offers[id];
      if (offer.nation != nation) continue;
      if (++listed > offers_listed) {
        ++left;
        continue;
      }
      if (!has_band)
        table.band(
            escaped(name_or_key(scenario->nations[nation].name, scenario->nations[nation].key)));
      has_band = true;
      const Capability& capability = scenario->capabilities[offer.capability];
      table.add({cell(offer.key),
                 number(count_text(offer.quantity)),
                 cell(name_or_key(capability.name, capability.key)),
                 cell(offered_for(scenario, offer)),
                 marked(status_words(offer.status), is_ended(offer.status) ? "bad" : ""),
                 day_or(offer.from, "open"),
                 day_or(offer.until, "open"),
                 day_or(offer.valid_until, "–"),
                 cell(offer.condition ? scenario->conditions[*offer.condition].key : ""),
                 source_cell(view, offer.source)});
    }
  }
  if (table.empty()) return {};
  return table.finish()
         + (left > 0 ? paragraph_html("And " + std::to_string(left) + " more.") : std::string{});
}

std::string due_html(const StateView& state) {
  HtmlTable table{"What falls due, the overdue first.", {"By", "Who", "What", "Source"}};
  for (const ledger::Due& item : state.due.items) {
    const bool is_own =
        !state.view.reader || (*state.view.scenario)->nations[*state.view.reader].key == item.who;
    if (!is_own) continue;
    const bool is_late = item.on < state.due.on;
    table.add({marked(to_text(item.on) + (is_late ? ", overdue" : ""), is_late ? "bad" : "day"),
               cell(item.who),
               cell(item.key + ": " + item.what),
               source_cell(state.view, item.source)});
  }
  return table.empty() ? std::string{} : table.finish();
}

std::string deliveries_html(const StateView& state) {
  HtmlTable table{
      "What nations offered of what comes to stay, and what of it is delivered as each "
      "of them counts it.",
      {"Nation", "Capability", "Measure", "Offered", "Delivered", "Counted from"}};
  for (const ledger::DeliverySum& sum : state.deliveries) {
    const auto nation = state.view.scenario->find_nation(sum.nation);
    if (nation && !is_told(state.view, *nation)) continue;
    table.add({cell(sum.nation),
               cell(sum.capability),
               cell(sum.measure),
               number(count_text(sum.offered)),
               number(count_text(sum.delivered)),
               cell(sum.delivered_at)});
  }
  return table.empty() ? std::string{} : table.finish();
}

}  // namespace

std::string state_page(const StateView& state, const PageLook& look) {
  const PlanView& view = state.view;
  const Scenario& scenario = *view.scenario;
  std::string facts = "What is stated in " + state.where + ", as of " + to_text(scenario->as_of);
  if (!view.origin.version.empty()) facts += " · Muster " + view.origin.version;
  if (!view.origin.data_hash.empty()) facts += " · sha256 of the data " + view.origin.data_hash;
  if (view.reader)
    facts += " · the view of " + scenario->nations[*view.reader].key
             + ": of other nations nothing is told";
  return document_html(name_or_key(scenario->title, scenario->name),
                       paragraph_html(facts, "facts"),
                       tiles_html(stated_in(view)),
                       {{"due", "What falls due", due_html(state)},
                        {"requirements", "What is required", required_html(view)},
                        {"offers", "What is offered", offered_html(view)},
                        {"pledges", "Pledged, allocated, delivered", pledges_html(view)},
                        {"deliveries", "Deliveries by nation", deliveries_html(state)},
                        {"stocks", "Stocks and their floors", stocks_html(view)},
                        {"spending", "Spending and pledges", spending_html(view)},
                        {"conditions", "Conditions", conditions_html(view)},
                        {"promises", "Promises", promises_html(view)},
                        {"sources", "Sources", sources_html(view)},
                        {"claims", "What is assumed, and where sources differ", claims_html(view)}},
                       look);
}

}  // namespace muster::report
