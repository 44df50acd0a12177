// SPDX-License-Identifier: Apache-2.0
// What is required, who fills it, what is short and why.
#include <algorithm>
#include <set>
#include <tuple>

#include "explain/ways.hpp"
#include "report/asks.hpp"
#include "report/figures/figures.hpp"
#include "report/html/sections.hpp"
#include "report/text.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

std::string_view look_of(Wide part, Wide whole) {
  if (part == whole) return "good";
  return part == 0 ? "bad" : "warn";
}

HtmlCell share(Wide part, Wide whole) {
  return {escaped(share_text(part, whole)), true, std::string{look_of(part, whole)}};
}

HtmlCell day(Day on) {
  return marked(to_text(on), "day");
}

std::string full_words(const Fill& fill) {
  if (fill.full_days == fill.days) return "throughout";
  if (fill.full_until) return "until " + to_text(*fill.full_until);
  if (fill.full_days == 0) return "never";
  return count_text(fill.full_days) + " of " + days_text(fill.days);
}

void add_requirement(HtmlTable& table, const PlanView& view, Id<Requirement> id) {
  const Scenario& scenario = *view.scenario;
  const Requirement& requirement = scenario->requirements[id];
  const Capability& capability = scenario->capabilities[requirement.capability];
  const Fill fill = fill_of(view.verdict->coverage[id]);
  const bool stated = requirement.quantity.has_value();
  const HtmlCell none = cell("–");
  const Priority& priority = scenario->priorities[requirement.priority];
  table.add({cell(requirement.key),
             cell(name_or_key(capability.name, capability.key)),
             cell(stated ? amount_text(capability.measure, *requirement.quantity) : "not stated"),
             cell(kind_words(requirement.kind)),
             day(requirement.period.from),
             day(requirement.period.until),
             cell(name_or_key(priority.name, priority.key)),
             stated ? share(fill.firm, fill.required) : none,
             stated ? share(fill.expected, fill.required) : none,
             stated ? share(fill.best, fill.required) : none,
             cell(stated ? full_words(fill) : "not planned"),
             source_cell(view, requirement.source)});
}

std::string caveats_of(const Scenario& scenario, const Offer& offer) {
  std::vector<std::string> words;
  for (const Caveat& caveat : offer.caveats) words.push_back(caveat_words(scenario, caveat));
  if (!offer.only_requirements.empty()) words.push_back(list_words(scenario, offer));
  return joined(words, "; ");
}

// Why a part is there: what would be short without it.
std::string why_there(const PlanView& view,
                      const explain::WayFinder& finder,
                      Id<Requirement> id,
                      const Part& part) {
  const Scenario& scenario = *view.scenario;
  explain::Move without;
  for (const std::size_t i : view.tours_on[id]) {
    const Tour& tour = view.plan->tours[i];
    const bool within =
        part.period.from <= tour.period.from && tour.period.until <= part.period.until;
    if (!part.delivery && tour.offer == part.offer && within) without.given_up.push_back(tour);
  }
  for (const std::size_t i : view.deliveries_to[id]) {
    const PlannedDelivery& delivery = view.plan->deliveries[i];
    if (part.delivery && delivery.offer == part.offer && delivery.on == part.period.from)
      without.taken_back.push_back(delivery);
  }
  const std::int64_t weight = scenario->priorities[scenario->requirements[id].priority].weight;
  const Wide short_of = finder.loss_by(without) / weight;
  return short_of > 0 ? rounded_text(short_of) + " requirement-days short" : "nothing more short";
}

void add_part(HtmlTable& table,
              const PlanView& view,
              const explain::WayFinder& finder,
              Id<Requirement> id,
              const Part& part) {
  const Scenario& scenario = *view.scenario;
  const Offer& offer = scenario->offers[part.offer];
  const std::string kind = part.delivery ? "delivered" : "";
  std::vector<std::string> remarks;
  for (std::string words : {softness_words(scenario, part), caveats_of(scenario, offer), kind}) {
    if (!words.empty()) remarks.push_back(std::move(words));
  }
  table.add({cell(scenario->nations[offer.nation].key),
             cell(offer.key),
             cell(amount_text(measure_of(scenario, id), part.gives)),
             day(part.period.from),
             part.delivery ? cell("stays") : day(part.period.until),
             cell(to_text(part.degree)),
             cell(why_there(view, finder, id, part)),
             cell(joined(remarks, "; ")),
             source_cell(view, offer.source)});
}

// What others than the reader give, in days of the measure.
void add_others(HtmlTable& table,
                const PlanView& view,
                Id<Requirement> id,
                const std::vector<Part>& parts) {
  Wide given = 0;
  for (const Part& part : parts)
    if (!is_told(view, (*view.scenario)->offers[part.offer].nation))
      given += Wide{part.gives.count()} * part.counted.length().count();
  if (given == 0) return;
  const HtmlCell none = cell("–");
  const std::string amount = rounded_text(given) + " "
                             + std::string{measure_word(measure_of(*view.scenario, id), false)}
                             + "-days";
  table.add({cell("others"), none, cell(amount), none, none, none, none, cell("in total"), none});
}

std::vector<const explain::Shortfall*> heaviest(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  std::vector<const explain::Shortfall*> list;
  for (const explain::Shortfall& shortfall : view.shortfalls) list.push_back(&shortfall);
  if (list.size() <= shortfalls_listed) return list;
  std::ranges::stable_sort(list, std::ranges::greater{}, [&](const explain::Shortfall* one) {
    const auto priority = scenario->requirements[one->requirement].priority;
    return static_cast<Wide>(one->unmet.count()) * one->period.length().count()
           * scenario->priorities[priority].weight;
  });
  list.resize(shortfalls_listed);
  std::ranges::sort(list);
  return list;
}

// Of the reader's own offers, and what is nobody's.
std::vector<const explain::Reason*> told_reasons(const PlanView& view,
                                                 const explain::Shortfall& shortfall) {
  std::vector<const explain::Reason*> told;
  for (const explain::Reason& reason : shortfall.reasons)
    if (!reason.offer || is_told(view, (*view.scenario)->offers[*reason.offer].nation))
      told.push_back(&reason);
  return told;
}

std::string reasons_html(const PlanView& view, const explain::Shortfall& shortfall) {
  const auto sentence = [&](const explain::Reason& reason) {
    return escaped(reason_sentence(*view.scenario, *view.plan, reason));
  };
  const auto reasons = told_reasons(view, shortfall);
  if (reasons.empty()) return "What keeps offers of other nations away is not told here.";
  std::string html = sentence(*reasons.front());
  if (shortfall.reasons.size() == 1 || (view.reader && reasons.size() == 1)) return html;
  const std::size_t others = reasons.size() - 1 + (view.reader ? 0 : shortfall.others);
  html += "<details><summary>" + std::to_string(others)
          + (others == 1 ? " other offer" : " other offers") + "</summary><ul>";
  for (std::size_t i = 1; i < reasons.size(); ++i) {
    html += "<li>" + sentence(*reasons[i]) + "</li>";
  }
  if (shortfall.others > 0 && !view.reader) {
    html += "<li>and " + std::to_string(shortfall.others) + " more</li>";
  }
  return html + "</ul></details>";
}

HtmlCell first_source(const PlanView& view, const explain::Shortfall& shortfall) {
  const auto reasons = told_reasons(view, shortfall);
  return reasons.empty() ? cell("–") : source_cell(view, reasons.front()->source);
}

std::string ways_out_html(const PlanView& view, std::size_t index) {
  if (index >= view.ways_out.size() || view.reader) return {};
  std::string html;
  for (const asks::Ask& ask : view.ways_out[index])
    html += "<li>" + escaped(ask_words(*view.scenario, ask)) + " <span class=\"faint\">(asks "
            + escaped(asked_words(ask)) + "; fills "
            + escaped(fill_words(view.shortfalls[index], ask.fills)) + ")</span></li>";
  return html.empty() ? html : "<div>What would fill it:</div><ul>" + html + "</ul>";
}

}  // namespace

std::string requirements_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{
      "Shares of the required days that this plan fills: firm, by what is committed or in place; "
      "expected, also by what is accepted; best, by all that the plan holds.",
      {"Requirement",
       "Capability",
       "Asked",
       "Kind",
       "From",
       "Until",
       "Priority",
       "Firm",
       "Expected",
       "Best",
       "All there",
       "Source"}};
  const std::set<Id<Requirement>> listed = most_unmet(view, requirements_listed);
  for (const Id<Activity> activity : scenario->activities.ids()) {
    auto requirements = requirements_of(scenario, activity);
    std::erase_if(requirements, [&](Id<Requirement> id) { return !listed.contains(id); });
    if (requirements.empty()) continue;
    const Activity& row = scenario->activities[activity];
    table.band(escaped(name_or_key(row.name, row.key)));
    for (const Id<Requirement> id : requirements) add_requirement(table, view, id);
  }
  if (table.empty()) return {};
  if (listed.size() == scenario->requirements.size()) return table.finish();
  return paragraph_html("Listed: the " + std::to_string(listed.size())
                        + " requirements with the most unmet of "
                        + std::to_string(scenario->requirements.size())
                        + "; coverage.csv holds all.")
         + table.finish();
}

std::string parts_html(const PlanView& view) {
  HtmlTable table{
      "Tours and deliveries of this plan by requirement; the degree is that of their worst day.",
      {"Nation", "Offer", "Gives", "From", "Until", "Degree", "Without it", "Remarks", "Source"}};
  const explain::WayFinder finder{*view.scenario, *view.plan, *view.verdict};
  std::size_t listed = 0, all = 0;
  for (const Id<Requirement> id : (*view.scenario)->requirements.ids()) {
    const std::vector<Part> parts = parts_of(view, id);
    all += parts.size();
    if (parts.empty() || listed + parts.size() > parts_listed) continue;
    listed += parts.size();
    table.band(escaped(requirement_words(*view.scenario, id)));
    for (const Part& part : parts)
      if (is_told(view, (*view.scenario)->offers[part.offer].nation))
        add_part(table, view, finder, id, part);
    if (view.reader) add_others(table, view, id, parts);
  }
  if (table.empty()) return {};
  if (listed == all) return table.finish();
  return paragraph_html("Listed: " + std::to_string(listed) + " of " + std::to_string(all)
                        + "; tours.csv and deliveries.csv hold all.")
         + table.finish();
}

std::string shortfalls_html(const PlanView& view) {
  if (view.shortfalls.empty()) return paragraph_html("None: all that is asked is filled.");
  HtmlTable table{
      "The first reason is the nearest: the least change that would help. Counting "
          + std::string{to_text(view.plan->counting)} + ".",
      {"Requirement", "From", "Until", "Days", "Short", "Reason, and ways out", "Source"}};
  const auto listed = heaviest(view);
  for (const explain::Shortfall* shortfall : listed) {
    const std::string& key = (*view.scenario)->requirements[shortfall->requirement].key;
    const auto index = static_cast<std::size_t>(shortfall - view.shortfalls.data());
    table.add(
        {cell(key),
         day(shortfall->period.from),
         day(shortfall->period.until),
         number(count_text(shortfall->period.length().count())),
         marked(amount_text(measure_of(*view.scenario, shortfall->requirement), shortfall->unmet),
                "bad"),
         {reasons_html(view, *shortfall) + ways_out_html(view, index), false, {}},
         first_source(view, *shortfall)});
  }
  std::string note;
  if (listed.size() < view.shortfalls.size()) {
    note = paragraph_html("Listed: the " + std::to_string(listed.size()) + " that weigh most of "
                          + std::to_string(view.shortfalls.size()) + "; shortfalls.csv holds all.");
  }
  return note + table.finish();
}

}  // namespace muster::report
