// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <vector>

#include "report/calendar/calendar.hpp"
#include "report/figures/figures.hpp"
#include "report/plan_calendar.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

CalendarEvent event_of(const PlanView& view, Id<Requirement> id, const Part& part) {
  const Scenario& scenario = *view.scenario;
  const Offer& offer = scenario->offers[part.offer];
  const Requirement& requirement = scenario->requirements[id];
  const std::string amount = amount_text(measure_of(scenario, id), part.gives);
  const std::string soft = softness_words(scenario, part);
  CalendarEvent event{
      part.period,
      offer.key + "." + requirement.key + "." + to_text(part.period.from) + "@" + scenario->name,
      scenario->nations[offer.nation].key + " " + offer.key + (part.delivery ? ": delivers " : ": ")
          + amount + " for " + requirement.key,
      requirement_words(scenario, id) + ", " + std::string{to_text(part.degree)}};
  if (part.delivery) event.days.until = event.days.from + Days{1};
  if (!soft.empty()) event.description += " (" + soft + ")";
  if (!offer.source.empty()) event.description += "\nSource: " + offer.source;
  return event;
}

}  // namespace

std::string plan_calendar(const PlanView& view, const DueList& due, const std::string& marking) {
  const Scenario& scenario = *view.scenario;
  std::vector<CalendarEvent> events;
  for (const Id<Requirement> id : scenario->requirements.ids())
    for (const Part& part : parts_of(view, id))
      if (is_told(view, scenario->offers[part.offer].nation))
        events.push_back(event_of(view, id, part));
  for (const ledger::Due& item : due.items)
    if (!view.reader || item.who == scenario->nations[*view.reader].key)
      events.push_back(event_of(item, scenario->name));
  // What begins twice on one day is told apart by its number.
  std::map<std::string, int> times;
  for (CalendarEvent& event : events)
    if (const int time = ++times[event.uid]; time > 1)
      event.uid.insert(event.uid.rfind('@'), "." + std::to_string(time));
  if (!marking.empty())
    for (CalendarEvent& event : events) event.description = marking + "\n" + event.description;
  return calendar("Tours, deliveries and what falls due", events, scenario->as_of);
}

}  // namespace muster::report
