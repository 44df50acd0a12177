// SPDX-License-Identifier: Apache-2.0
#include "app/planning/robust.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/planning/carry_out.hpp"
#include "judge/judge.hpp"
#include "model/futures.hpp"
#include "plan/plan.hpp"
#include "simulate/stress.hpp"

namespace muster::app {
namespace {

// Apart from the streams of a stress test with the same seed, in which the plan is tried.
constexpr std::uint64_t apart = 0x66757475726573;
constexpr std::size_t trials = 1'000;
constexpr int whole_percent = 100;

Day nearest(const Grid& grid, Day day) {
  const auto after = std::ranges::lower_bound(grid, day);
  if (after == grid.end()) return grid.back();
  if (after == grid.begin() || *after - day <= day - *(after - 1)) return *after;
  return *(after - 1);
}

// Losses of one offer, rising: those that meet become one, those of no day go.
void add_merged(Id<Offer> offer, const std::vector<Period>& periods, DrawnFuture& future) {
  for (const Period& period : periods) {
    if (period.from >= period.until) continue;
    auto& losses = future.losses;
    if (!losses.empty() && losses.back().offer == offer
        && losses.back().period.until >= period.from)
      losses.back().period.until = std::max(losses.back().period.until, period.until);
    else
      losses.push_back({offer, period});
  }
}

DrawnFuture on_grid(const simulate::Future& drawn, const Grid& grid, std::size_t number) {
  DrawnFuture future{"F" + std::to_string(number), {}};
  std::map<Id<Offer>, std::vector<Period>> of_offer;
  for (const auto& one : drawn.forbidden)
    of_offer[one.offer].push_back({nearest(grid, one.days.from), nearest(grid, one.days.until)});
  for (auto& [offer, periods] : of_offer) {
    std::ranges::sort(periods, {}, &Period::from);
    add_merged(offer, periods, future);
  }
  return future;
}

std::size_t counted_of(const RobustAim& aim) {
  if (!aim.percent) return aim.futures;
  const std::size_t beyond = aim.futures * static_cast<std::size_t>(whole_percent - *aim.percent);
  return std::max<std::size_t>(1, (beyond + whole_percent - 1) / whole_percent);
}

report::RobustFigures::Side side_of(const RobustPair& pair,
                                    const Plan& plan,
                                    const simulate::Uncertainty& uncertainty,
                                    const simulate::StressOptions& options) {
  const Scenario& scenario = pair.in_futures->scenario;
  const auto unmet = judge::unmet_by_future(scenario, plan);
  const auto result = simulate::stress(pair.situation->scenario, plan, uncertainty, options, {});
  constexpr double millionths = 1e6;
  const auto whole = [](double share) {
    return static_cast<std::int64_t>(std::llround(share * millionths));
  };
  report::RobustFigures::Side side;
  side.unmet = judge::evaluate(pair.situation->scenario, plan, {}).goals.unmet;
  side.unmet_on_average = sum_of_largest(unmet, static_cast<std::int64_t>(unmet.size()))
                          / static_cast<std::int64_t>(unmet.size());
  side.unmet_in_worst =
      sum_of_largest(unmet, counted_futures(*scenario)) / counted_futures(*scenario);
  side.p10 = whole(result.all.fill.p10);
  side.p50 = whole(result.all.fill.p50);
  side.p90 = whole(result.all.fill.p90);
  return side;
}

}  // namespace

Result<Situation> draw_futures_for(const Situation& situation, const PlanRequest& request) {
  const Scenario& scenario = situation.scenario;
  if (scenario->futures.size() > 0)
    return std::unexpected{
        Problems{{"futures.csv",
                  0,
                  {},
                  "the data names futures already, and --robust would draw others",
                  "Plan without --robust, which measures in those of the data, or remove them."}}};
  const simulate::Uncertainty uncertainty{scenario, situation.draft};
  const Grid grid = make_grid(scenario, request.grid, {});
  const auto drawn = simulate::draw_futures(
      scenario, uncertainty, request.counting, request.seed ^ apart, request.robust->futures);
  std::vector<DrawnFuture> futures;
  for (std::size_t k = 0; k < drawn.size(); ++k) futures.push_back(on_grid(drawn[k], grid, k + 1));
  return measure_in(situation,
                    futures,
                    counted_of(*request.robust),
                    "assumed: drawn by plan --robust with seed " + std::to_string(request.seed));
}

report::RobustFigures weigh_robust(const RobustPair& pair, const PlanRequest& request) {
  const Situation& situation = *pair.situation;
  const simulate::Uncertainty uncertainty{situation.scenario, situation.draft};
  simulate::StressOptions options;
  options.trials = trials;
  options.seed = request.seed;
  options.threads = options_of(request).threads;
  return {.percent = request.robust->percent,
          .trials = static_cast<std::int64_t>(trials),
          .plan = side_of(pair, *pair.plan, uncertainty, options),
          .without = side_of(pair, *pair.without_futures, uncertainty, options)};
}

}  // namespace muster::app
