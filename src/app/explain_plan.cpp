// SPDX-License-Identifier: Apache-2.0
#include "app/explain_plan.hpp"

#include <algorithm>
#include <utility>

#include "base/nearest.hpp"

#include "app/folder/kept_plan.hpp"
#include "app/folder/target.hpp"
#include "io/package.hpp"
#include "report/asks.hpp"

namespace muster::app {
namespace {

constexpr std::size_t few_ways = 3;
constexpr std::size_t most_with_ways = 100;  // shortfalls for which ways are looked for unasked

using explain::Shortfall;

// The requirements that are meant; none: there is no such requirement or activity.
std::optional<std::vector<Id<Requirement>>> lines_of(const Scenario& scenario,
                                                     const std::string& what) {
  std::vector<Id<Requirement>> lines;
  for (const auto id : scenario->requirements.ids()) {
    const Requirement& line = scenario->requirements[id];
    if (what.empty() || line.key == what || scenario->activities[line.activity].key == what)
      lines.push_back(id);
  }
  if (lines.empty() && !what.empty()) return std::nullopt;
  return lines;
}

Answer no_such_line(const Scenario& scenario, const std::string& what) {
  std::vector<std::string_view> keys;
  for (const auto id : scenario->requirements.ids()) keys.push_back(scenario->requirements[id].key);
  for (const auto id : scenario->activities.ids()) keys.push_back(scenario->activities[id].key);
  const auto near = nearest(what, keys);
  return misuse(
      "the plan knows no requirement and no activity \"" + what + "\"",
      near ? "Maybe " + std::string{*near} + "?" : "muster show DATA requirements lists them.");
}

std::vector<Shortfall> shortfalls_of(const KeptPlan& kept,
                                     const std::vector<Id<Requirement>>& lines) {
  const Scenario& scenario = kept.situation->scenario;
  auto all = explain::shortfalls(scenario, kept.parts.plan, kept.parts.verdict);
  std::erase_if(all, [&](const Shortfall& shortfall) {
    return !std::ranges::binary_search(lines, shortfall.requirement);
  });
  return all;
}

asks::Ground ground_of(const KeptPlan& kept) {
  plan::Options options;
  options.counting = kept.parts.plan.counting;
  options.grid = kept.record.grid;
  return {kept.situation->draft,
          kept.situation->scenario,
          kept.parts.plan,
          kept.parts.verdict,
          options};
}

// An overlay for each ask, called after what it is for.
std::vector<std::string> write_overlays(const std::filesystem::path& folder,
                                        const KeptPlan& kept,
                                        const std::vector<Shortfall>& shortfalls,
                                        const asks::Portfolio& portfolio) {
  Texts texts;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < portfolio.asks.size(); ++i) {
    const asks::Ask& ask = portfolio.asks[i];
    const auto line = shortfalls[ask.shortfall].requirement;
    const std::string number = std::to_string(i + 1);
    const std::string name = "ask-" + std::string(number.size() < 2 ? 1 : 0, '0') + number + "-"
                             + kept.situation->scenario->requirements[line].key;
    names.push_back(ask.changes.empty() ? std::string{} : name);
    const DraftOverlay overlay = asks::overlay_of(name, ask.changes);
    for (io::NamedText& file : io::overlay_files(kept.situation->draft, overlay))
      texts.emplace(name + "/" + file.path, std::move(file.text));
  }
  if (!texts.empty()) write_folder(folder, std::move(texts));
  return names;
}

}  // namespace

Answer explain_plan(const ExplainRequest& request, const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const Scenario& scenario = kept->situation->scenario;
  const auto lines = lines_of(scenario, request.what);
  if (!lines) return no_such_line(scenario, request.what);
  std::vector<Shortfall> shortfalls = shortfalls_of(*kept, *lines);
  report::ExplainView view{&scenario, &kept->parts.plan, {}, true};
  const std::size_t ways =
      request.ways.value_or(shortfalls.size() <= most_with_ways ? few_ways : 0);
  view.looked_for_ways = ways > 0;
  const asks::Ground ground = ground_of(*kept);
  const explain::WayFinder finder{scenario, kept->parts.plan, kept->parts.verdict};
  for (Shortfall& shortfall : shortfalls) {
    report::Explained line{std::move(shortfall), {}};
    if (ways > 0) line.ways_out = asks::ways_out(ground, finder, line.shortfall, ways);
    view.lines.push_back(std::move(line));
  }
  return {speech.json ? report::explain_json(view) : report::explain_text(view, speech.terminal),
          {},
          Exit::done};
}

Answer find_asks(const AsksRequest& request, const Speech& speech, const std::stop_token& stop) {
  if (request.overlays) {
    const std::string why = objection_to_package(*request.overlays);
    if (!why.empty()) return misuse(why, "Name another folder.");
  }
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const Scenario& scenario = kept->situation->scenario;
  const auto lines = lines_of(scenario, request.what);
  if (!lines) return no_such_line(scenario, request.what);
  const std::vector<Shortfall> shortfalls = shortfalls_of(*kept, *lines);
  report::AsksView view{
      &scenario,
      &kept->parts.plan,
      &shortfalls,
      asks::best_asks(ground_of(*kept), shortfalls, {request.most, request.cost}, stop),
      request.by_nation,
      {}};
  if (request.overlays)
    view.overlays = write_overlays(*request.overlays, *kept, shortfalls, view.portfolio);
  return {speech.json ? report::asks_json(view) : report::asks_text(view, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
