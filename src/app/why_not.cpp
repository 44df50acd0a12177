// SPDX-License-Identifier: Apache-2.0
#include "app/why_not.hpp"

#include <algorithm>
#include <vector>

#include "base/nearest.hpp"

#include "app/folder/kept_plan.hpp"
#include "report/asks.hpp"

namespace muster::app {
namespace {

std::vector<Id<Offer>> offers_of(const Scenario& scenario, const std::string& key) {
  std::vector<Id<Offer>> offers;
  for (const auto id : scenario->offers.ids()) {
    const Offer& offer = scenario->offers[id];
    if (offer.key == key || scenario->units[offer.unit].key == key) offers.push_back(id);
  }
  return offers;
}

Answer no_such_unit(const Scenario& scenario, const std::string& key) {
  std::vector<std::string_view> keys;
  for (const auto id : scenario->units.ids()) keys.push_back(scenario->units[id].key);
  for (const auto id : scenario->offers.ids()) keys.push_back(scenario->offers[id].key);
  const auto near = nearest(key, keys);
  return misuse("nobody offers a unit \"" + key + "\"",
                near ? "Maybe " + std::string{*near} + "?" : "muster show DATA offers lists them.");
}

Answer no_such_requirement(const Scenario& scenario, const std::string& key) {
  std::vector<std::string_view> keys;
  for (const auto id : scenario->requirements.ids()) keys.push_back(scenario->requirements[id].key);
  const auto near = nearest(key, keys);
  return misuse(
      "there is no requirement \"" + key + "\"",
      near ? "Maybe " + std::string{*near} + "?" : "muster show DATA requirements lists them.");
}

// The days on which the requirement is short; where it is not, all of its days, nothing unmet.
std::vector<explain::Shortfall> days_asked(const KeptPlan& kept, Id<Requirement> line) {
  std::vector<explain::Shortfall> runs;
  for (const judge::Stretch& stretch : kept.parts.verdict.coverage[line])
    if (stretch.unmet() > Amount{}) runs.push_back({line, stretch.period, stretch.unmet(), {}, 0});
  const Scenario& scenario = kept.situation->scenario;
  if (runs.empty()) runs.push_back({line, scenario->requirements[line].period, {}, {}, 0});
  return runs;
}

}  // namespace

Answer why_not(const std::filesystem::path& plan,
               const std::string& unit,
               const std::string& line,
               const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(plan);
  if (!kept) return refuse(kept.error(), speech);
  const Scenario& scenario = kept->situation->scenario;
  const std::vector<Id<Offer>> offers = offers_of(scenario, unit);
  if (offers.empty()) return no_such_unit(scenario, unit);
  const auto requirement = scenario.find_requirement(line);
  if (!requirement) return no_such_requirement(scenario, line);
  const explain::WayFinder finder{scenario, kept->parts.plan, kept->parts.verdict};
  report::WhyNotView view{&scenario, &kept->parts.plan, unit, *requirement, {}};
  for (const explain::Shortfall& run : days_asked(*kept, *requirement))
    for (const Id<Offer> offer : offers)
      view.tried.push_back({run, offer, finder.ways(run, offer)});
  return {speech.json ? report::why_not_json(view) : report::why_not_text(view, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
