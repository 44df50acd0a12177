// SPDX-License-Identifier: Apache-2.0
#include "app/replan.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "app/folder/kept_plan.hpp"
#include "app/folder/plan_sheets.hpp"
#include "app/folder/price_sheet.hpp"
#include "app/folder/target.hpp"
#include "app/planning/carried_prices.hpp"
#include "app/planning/carry_out.hpp"
#include "app/planning/frozen.hpp"
#include "explain/compare.hpp"
#include "report/text.hpp"

namespace muster::app {
namespace {

constexpr const char* freeze_prefix = "freeze-";
constexpr std::size_t most_told = 12;
// Of a search from nothing: what replanning takes (bench/replan).
constexpr std::uint64_t part_of_effort = 20;

std::string count_of(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string impossible_text(const Scenario& scenario, const Frozen& frozen) {
  std::string text;
  for (std::size_t k = 0; k < std::min(most_told, frozen.impossible.size()); ++k) {
    const Frozen::Impossible& gone = frozen.impossible[k];
    text += "  " + scenario->offers[gone.tour.offer].key + " on "
            + scenario->requirements[gone.tour.requirement].key + ", "
            + to_text(gone.tour.period.from) + " to " + to_text(gone.tour.period.until) + ": "
            + std::string{judge::to_text(gone.broken.rule)} + "\n";
  }
  if (frozen.impossible.size() > most_told)
    text += "  and " + std::to_string(frozen.impossible.size() - most_told) + " more\n";
  return text;
}

std::string what_changes(const explain::Comparison& comparison, std::size_t tours_after) {
  std::size_t comes = 0;
  std::size_t goes = 0;
  std::size_t moves = 0;
  for (const explain::TourChange& change : comparison.changes) {
    if (change.delivery) continue;
    if (!change.before)
      ++comes;
    else if (!change.after)
      ++goes;
    else
      ++moves;
  }
  const std::size_t stays = tours_after - std::min(tours_after, comes + moves);
  return "Of the tours " + std::to_string(stays) + " stay, " + std::to_string(moves) + " move, "
         + std::to_string(goes) + " go, " + std::to_string(comes) + " come.\n";
}

std::string preface_of(const ReplanRequest& request,
                       const KeptPlan& kept,
                       const Frozen& frozen,
                       const PlanParts& parts) {
  const Scenario& scenario = parts.situation->scenario;
  const explain::Comparison comparison =
      explain::compare({kept.situation->scenario, kept.parts.plan, kept.parts.verdict},
                       {scenario, parts.plan, parts.verdict});
  std::string text = what_changes(comparison, parts.plan.tours.size());
  text += count_of(frozen.stay.size(), "tour") + " had begun or begin within the freeze, and "
          + (frozen.stay.size() == 1 ? "stays" : "stay") + ".\n";
  if (!frozen.impossible.empty())
    text += "So did " + count_of(frozen.impossible.size(), "more tour")
            + " that a rule now forbids:\n" + impossible_text(scenario, frozen);
  if (!request.planning.dry_run)
    text += "Tour by tour: muster compare " + request.plan.string() + " "
            + request.planning.target.string() + "\n";
  return text + "\n";
}

// The prices that proved the plan in force, as a first guess; none where they cannot be read.
std::optional<Certificate> prices_in_force(const ReplanRequest& request,
                                           const KeptPlan& kept,
                                           const Ground& to) {
  const Result<OpenedPlan> opened = open_plan(request.plan);
  const Scenario& scenario = kept.situation->scenario;
  const Grid grid = make_grid(scenario, kept.record.grid, kept.parts.in_force);
  const auto file = opened ? opened->texts.find("prices.csv") : Texts::const_iterator{};
  if (!opened || file == opened->texts.end()) return std::nullopt;
  const Result<Certificate> prices = read_prices(scenario, grid, file->second);
  if (!prices) return std::nullopt;
  return carried_prices(*prices, {scenario, grid}, to);
}

// Tours that stay are no longer what the plan in force fixed last time.
std::vector<Tour> not_fixed_by_data(const Scenario& scenario, std::vector<Tour> tours) {
  std::erase_if(tours, [&](const Tour& tour) {
    return std::ranges::any_of(scenario->pins, [&](const Pin& pin) {
      return pin.kind == PinKind::fix && pin.offer == tour.offer
             && pin.requirement == tour.requirement && pin.period == tour.period;
    });
  });
  return tours;
}

}  // namespace

Answer replan(const ReplanRequest& asked,
              const Speech& speech,
              Watcher& watcher,
              const std::stop_token& stop) {
  // 1. The plan in force, and the situation now.
  ReplanRequest request = asked;
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  PlanRequest& planning = request.planning;
  planning.counting = kept->record.counting;
  planning.grid = kept->record.grid;
  const bool is_kept = planning.data.folder.empty();
  if (is_kept) planning.data.folder = snapshot_of(request.plan).folder;
  const std::string why =
      planning.dry_run ? "" : objection_to_plan(planning.target, planning.data, planning.force);
  if (!why.empty()) return misuse(why, "Name another folder, or replace it with --force.");
  const Result<Situation> loaded = load(planning.data);
  if (!loaded) return refuse(loaded.error(), speech);

  // 2. What of the plan in force stays.
  Result<Situation> now = fix_tours(*loaded, {}, freeze_prefix, {});
  if (!now) return refuse(now.error(), speech);
  const Plan in_force = translate(kept->parts.plan, kept->situation->scenario, now->scenario);
  const Day on = request.on.value_or(now->scenario->as_of);
  const Day before = on + Days{request.freeze_days};
  const Frozen frozen = freeze(now->scenario, in_force, before);
  now = fix_tours(*now,
                  not_fixed_by_data(now->scenario, frozen.stay),
                  freeze_prefix,
                  "begins before " + to_text(before));
  if (!now) return refuse(now.error(), speech);
  const Problems problems = problems_of_fixed(now->scenario, planning.counting);
  if (!problems.empty()) return refuse(problems, speech);

  // 3. The plan.
  Planning work{&planning, &*now, options_of(planning), {}};
  work.options.in_force = with_preferred(in_force, now->scenario);
  work.options.start = in_force;
  work.options.part = part_of_effort;
  const Grid grid = make_grid(now->scenario, planning.grid, work.options.in_force);
  work.options.start_prices = prices_in_force(request, *kept, {now->scenario, grid});
  work.preface = [&](const PlanParts& parts) { return preface_of(request, *kept, frozen, parts); };
  return carry_out(work, speech, watcher, stop);
}

}  // namespace muster::app
