// SPDX-License-Identifier: Apache-2.0
#include "app/replan.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/folder/amount_text.hpp"
#include "app/folder/kept_plan.hpp"
#include "app/folder/plan_sheets.hpp"
#include "app/folder/price_sheet.hpp"
#include "app/folder/target.hpp"
#include "app/planning/carried_prices.hpp"
#include "app/planning/carry_out.hpp"
#include "app/planning/frozen.hpp"
#include "explain/frontier.hpp"
#include "report/frontier.hpp"
#include "report/text.hpp"

namespace muster::app {
namespace {

constexpr const char* freeze_prefix = "freeze-";
constexpr std::size_t most_told = 12;
constexpr std::int64_t most_weight = 1'000'000;  // of disturbance, in thousandths
// Of a search from nothing: what replanning takes (docs/decisions/0024).
constexpr std::uint64_t part_of_effort = 40;

std::string count_of(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string impossible_text(const Scenario& scenario, const Frozen& frozen) {
  std::string text;
  for (std::size_t k = 0; k < std::min(most_told, frozen.impossible.size()); ++k) {
    const Frozen::Impossible& gone = frozen.impossible[k];
    text += "  " + to_text(gone.tour.period.from) + " to " + to_text(gone.tour.period.until) + "  "
            + report::violation_sentence(scenario, gone.broken) + "\n";
  }
  if (frozen.impossible.size() > most_told)
    text += "  and " + std::to_string(frozen.impossible.size() - most_told) + " more\n";
  return text;
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

// What every answer plans with.
struct Ready {
  std::unique_ptr<KeptPlan> kept;
  std::unique_ptr<Situation> now;  // with the tours that stay as fixed ones
  Plan in_force;
  Frozen frozen;
};

PlanRequest with_defaults(PlanRequest planning,
                          const ReplanRequest& request,
                          const Record& record) {
  planning.counting = record.counting;
  planning.grid = record.grid;
  if (planning.data.folder.empty()) planning.data.folder = snapshot_of(request.plan).folder;
  return planning;
}

// Of the priorities that anything asked has; in thousandths of a weighted requirement-day.
std::int64_t least_weight(const Scenario& scenario) {
  std::int64_t least = most_weight;
  for (const auto id : scenario->requirements.ids())
    least =
        std::min(least, 1000 * scenario->priorities[scenario->requirements[id].priority].weight);
  return least;
}

Result<Situation> load_weighed(const ReplanRequest& request, const PlanRequest& planning) {
  const Result<Situation> loaded = load(planning.data);
  if (!loaded) return loaded;
  if (request.fill_first) return weigh_distance(*loaded, std::nullopt, {});
  if (request.disturbance)
    return weigh_distance(*loaded, request.disturbance, "stated for replanning");
  if (loaded->scenario->distance_weight) return loaded;
  return weigh_distance(*loaded,
                        least_weight(loaded->scenario) / 2,
                        "half of what a day of the lowest priority weighs");
}

// The plan in force in the situation now, and what of it stays.
Result<Ready> make_ready(const ReplanRequest& request, const PlanRequest& planning, KeptPlan kept) {
  Ready ready{std::make_unique<KeptPlan>(std::move(kept)), nullptr, {}, {}};
  const Result<Situation> loaded = load_weighed(request, planning);
  if (!loaded) return std::unexpected{loaded.error()};
  Result<Situation> now = fix_tours(*loaded, {}, freeze_prefix, {});
  if (!now) return std::unexpected{std::move(now.error())};
  ready.in_force =
      translate(ready.kept->parts.plan, ready.kept->situation->scenario, now->scenario);
  Problems problems = problems_of_fixed(now->scenario, planning.counting);
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  const Day on = request.on.value_or(now->scenario->as_of);
  const Day before = on + Days{request.freeze_days};
  ready.frozen = freeze(now->scenario, ready.in_force, before);
  now = fix_tours(*now, ready.frozen.stay, freeze_prefix, "begins before " + to_text(before));
  if (!now) return std::unexpected{std::move(now.error())};
  ready.now = std::make_unique<Situation>(*std::move(now));
  return ready;
}

// The searches take a part of their effort, since they start from a good plan with good prices.
Planning planning_from(const ReplanRequest& request,
                       const PlanRequest& planning,
                       const Ready& ready,
                       const Situation& situation) {
  Planning work{&planning, &situation, options_of(planning), {}, {}};
  work.options.in_force = with_preferred(ready.in_force, situation.scenario);
  work.options.start = ready.frozen.lawful;
  work.options.start.deliveries = ready.in_force.deliveries;
  work.options.part = part_of_effort;
  const Grid grid = make_grid(situation.scenario, planning.grid, work.options.in_force);
  work.options.start_prices = prices_in_force(request, *ready.kept, {situation.scenario, grid});
  return work;
}

explain::TourCounts counts_of(const Ready& ready, const PlanParts& parts) {
  const explain::Comparison comparison = explain::compare(
      {ready.kept->situation->scenario, ready.kept->parts.plan, ready.kept->parts.verdict},
      {parts.situation->scenario, parts.plan, parts.verdict});
  return explain::count_tours(comparison, parts.plan.tours.size());
}

std::string preface_of(const ReplanRequest& request, const Ready& ready, const PlanParts& parts) {
  const Scenario& scenario = parts.situation->scenario;
  const Frozen& frozen = ready.frozen;
  const explain::TourCounts tours = counts_of(ready, parts);
  std::string text = "Of the tours " + std::to_string(tours.stay) + " stay, "
                     + std::to_string(tours.move) + " move, " + std::to_string(tours.go) + " go, "
                     + std::to_string(tours.come) + " come.\n";
  text += count_of(frozen.stay.size(), "tour") + " had begun or begin within the freeze, and "
          + (frozen.stay.size() == 1 ? "stays" : "stay") + ".\n";
  if (!frozen.impossible.empty())
    text += "So did " + count_of(frozen.impossible.size(), "more tour")
            + " that a rule now forbids:\n" + impossible_text(scenario, frozen);
  if (scenario->distance_weight)
    text += "A day that the plan in force did not have costs "
            + decimal(*scenario->distance_weight, 3) + " weighted requirement-days.\n";
  if (!request.planning.dry_run)
    text += "Tour by tour: muster compare " + request.plan.string() + " "
            + request.planning.target.string() + "\n";
  return text + "\n";
}

// Weights of disturbance, in thousandths, each about √10 times the one before.
std::vector<std::int64_t> weights_from(const Scenario& scenario) {
  std::vector<std::int64_t> weights;
  std::int64_t weight = std::max<std::int64_t>(1, least_weight(scenario) / 10);
  for (std::size_t k = 0; weight <= most_weight; ++k) {
    weights.push_back(weight);
    weight = k % 2 == 0 ? weight * 3 : weight / 3 * 10;
  }
  return weights;
}

// One point of the curve: replanned with this weight.
Result<explain::FrontierPoint> point_at(const ReplanRequest& request,
                                        const PlanRequest& planning,
                                        const Ready& ready,
                                        std::optional<std::int64_t> weight,
                                        Watcher& watcher,
                                        const std::stop_token& stop) {
  const Result<Situation> situation = weigh_distance(*ready.now, weight, "a point of the curve");
  if (!situation) return std::unexpected{situation.error()};
  const std::string step = weight ? "weight " + decimal(*weight, 3) : "fill first";
  const auto observer = observer_for(watcher, step);
  const Result<Made> made =
      make(planning_from(request, planning, ready, *situation), *observer, stop);
  if (!made) return std::unexpected{made.error()};
  const judge::Goals& goals = made->parts.verdict.goals;
  return explain::FrontierPoint{.weight = weight,
                                .unmet = goals.unmet + goals.excess,
                                .distance = goals.distance,
                                .bound = made->parts.certificate.bound,
                                .tours = counts_of(ready, made->parts)};
}

}  // namespace

Answer replan(const ReplanRequest& request,
              const Speech& speech,
              Watcher& watcher,
              const std::stop_token& stop) {
  Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const PlanRequest planning = with_defaults(request.planning, request, kept->record);
  const std::string why =
      planning.dry_run ? "" : objection_to_plan(planning.target, planning.data, planning.force);
  if (!why.empty()) return misuse(why, "Name another folder, or replace it with --force.");
  const Result<Ready> ready = make_ready(request, planning, *std::move(kept));
  if (!ready) return refuse(ready.error(), speech);
  Planning work = planning_from(request, planning, *ready, *ready->now);
  work.preface = [&](const PlanParts& parts) { return preface_of(request, *ready, parts); };
  return carry_out(work, speech, watcher, stop);
}

Answer replan_curve(const ReplanRequest& request,
                    const Speech& speech,
                    Watcher& watcher,
                    const std::stop_token& stop) {
  Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const PlanRequest planning = with_defaults(request.planning, request, kept->record);
  const Result<Ready> ready = make_ready(request, planning, *std::move(kept));
  if (!ready) return refuse(ready.error(), speech);
  std::vector<std::optional<std::int64_t>> weights{std::nullopt};
  for (const std::int64_t weight : weights_from(ready->now->scenario)) weights.emplace_back(weight);
  std::vector<explain::FrontierPoint> points;
  for (const auto& weight : weights) {
    const auto point = point_at(request, planning, *ready, weight, watcher, stop);
    if (!point) return refuse(point.error(), speech);
    points.push_back(*point);
    if (point->distance == 0 || stop.stop_requested()) break;
  }
  points = explain::frontier_of(std::move(points));
  return {
      speech.json ? report::frontier_json(points) : report::frontier_text(points, speech.terminal),
      {},
      Exit::done};
}

}  // namespace muster::app
