// SPDX-License-Identifier: Apache-2.0
// On situations small enough to try every plan of the grid, the plan found is the best there is.
#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "model/goals.hpp"
#include "plan/plan.hpp"
#include "support/fair_shares.hpp"
#include "support/futures.hpp"
#include "support/more_rules.hpp"
#include "verify/verify.hpp"

namespace muster {
namespace {

class Silent : public plan::Observer {
 public:
  void progress(const plan::Progress& /*progress*/) override {}
};

generate::Sizes enumerable_sizes() {
  generate::Sizes sizes;
  sizes.units = 3;
  sizes.requirements = 2;
  sizes.months = 4;
  sizes.nations = 2;
  sizes.capabilities = 1;
  sizes.tour_months_least = 1;
  sizes.tour_months_most = 2;
  sizes.shares.pools = 0;
  sizes.shares.deliveries = 0;
  sizes.shares.double_use = 0;
  sizes.shares.lead_shares = 20;
  sizes.shares.ceilings = 60;
  return sizes;
}

// Every sequence of tours of one unit that judge allows tour by tour; the first is to stay at home.
class Schedules {
 public:
  Schedules(const Scenario& scenario, Counting counting, const Grid& grid)
      : scenario_{scenario}, counting_{counting}, grid_{grid} {}

  std::vector<std::vector<Tour>> of(Id<Unit> unit) {
    found_.clear();
    current_.clear();
    unit_ = unit;
    extend(0);
    return found_;
  }

 private:
  void extend(std::size_t from) {
    found_.push_back(current_);
    for (std::size_t i = from; i + 1 < grid_.size(); ++i)
      for (std::size_t j = i + 1; j < grid_.size(); ++j) extend_over(i, j);
  }

  void extend_over(std::size_t i, std::size_t j) {
    for (const auto offer : scenario_->offers.ids()) {
      if (scenario_->offers[offer].unit != unit_) continue;
      for (const auto requirement : scenario_->requirements.ids()) {
        const Tour tour{
            offer, requirement, {grid_[i], grid_[j]}, scenario_->offers[offer].quantity};
        if (!is_on_grid(tour) || !judge::is_allowed(scenario_, counting_, tour)) continue;
        current_.push_back(tour);
        extend(j);
        current_.pop_back();
      }
    }
  }

  bool is_on_grid(const Tour& tour) const {
    return std::ranges::binary_search(grid_, judge::counted_days(scenario_, tour).from);
  }

  const Scenario& scenario_;
  Counting counting_;
  const Grid& grid_;
  Id<Unit> unit_{0};
  std::vector<Tour> current_;
  std::vector<std::vector<Tour>> found_;
};

// The points of the best plan, or nothing where there are more than `most` plans.
std::optional<Points> best_of_all_plans(const Scenario& scenario,
                                        Counting counting,
                                        std::size_t most,
                                        const Plan& in_force = {}) {
  const Grid grid = make_grid(scenario, GridStep::month, in_force);
  Schedules schedules{scenario, counting, grid};
  std::vector<std::vector<std::vector<Tour>>> of_units;
  std::size_t plans = 1;
  for (const auto unit : scenario->units.ids()) {
    of_units.push_back(schedules.of(unit));
    plans *= of_units.back().size();
    if (plans > most) return std::nullopt;
  }
  std::optional<Points> best;
  Plan plan;
  plan.counting = counting;
  const std::function<void(std::size_t)> choose = [&](std::size_t unit) {
    if (unit == of_units.size()) {
      const auto verdict = judge::evaluate(scenario, plan, in_force);
      if (verdict.violations.empty() && (!best || verdict.goals.points < *best))
        best = verdict.goals.points;
      return;
    }
    const std::size_t size = plan.tours.size();
    for (const auto& tours : of_units[unit]) {
      plan.tours.insert(plan.tours.end(), tours.begin(), tours.end());
      choose(unit + 1);
      plan.tours.erase(plan.tours.begin() + static_cast<std::ptrdiff_t>(size), plan.tours.end());
    }
  };
  choose(0);
  return best;
}

// The search knows futures by their prices only, so the best plan is not always found.
TEST(Optimum, OfFuturesLiesBetweenBoundAndValue) {
  constexpr std::size_t most_plans = 3'000;
  std::size_t tried = 0, found = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const auto count = static_cast<std::int64_t>(2 + seed % 4);
    const auto counted = static_cast<std::int64_t>(1 + seed % static_cast<std::uint64_t>(count));
    const auto scenario =
        Scenario::build(support::with_futures(
                            generate::generate(enumerable_sizes(), seed), count, counted, seed))
            .value();
    const auto best = best_of_all_plans(scenario, Counting::best, most_plans);
    if (!best) continue;
    Silent silent;
    const auto outcome = plan::solve(scenario, plan::Options{}, silent, std::stop_token{});
    EXPECT_TRUE(outcome.certificate.bound <= *best) << "seed " << seed;
    EXPECT_TRUE(*best <= outcome.value) << "seed " << seed;
    if (outcome.plan.tours.empty()) continue;
    ++tried;
    if (outcome.value == *best) ++found;
  }
  std::cout << found << " of " << tried << " found\n";
  EXPECT_GE(tried, 10U);
  EXPECT_GE(found * 10, tried * 9);
}

TEST(Optimum, IsFoundWhereEveryPlanCanBeTried) {
  constexpr std::size_t most_plans = 4'000;
  constexpr std::size_t least_interesting = 20;
  std::size_t tried = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const auto scenario = Scenario::build(generate::generate(enumerable_sizes(), seed)).value();
    const auto best = best_of_all_plans(scenario, Counting::best, most_plans);
    if (!best) continue;
    Silent silent;
    const auto outcome = plan::solve(scenario, plan::Options{}, silent, std::stop_token{});
    EXPECT_TRUE(outcome.value == *best) << "seed " << seed << ": " << to_text(outcome.value)
                                        << " found, " << to_text(*best) << " is best";
    EXPECT_TRUE(outcome.certificate.bound <= *best) << "seed " << seed;
    if (!outcome.plan.tours.empty()) ++tried;
  }
  EXPECT_GE(tried, least_interesting) << "too few situations were small enough to say anything";
  std::cout << tried << " situations with tours, every plan tried\n";
}

// All offers with a cost are paid from budgets, and half of the policies have a total of days.
Scenario tight_situation(std::uint64_t seed) {
  auto sizes = enumerable_sizes();
  sizes.shares.budgets = 100;
  sizes.shares.without_policy = 0;
  Draft draft = generate::generate(sizes, seed);
  Random random{seed};
  support::add_totals(draft, random);
  return Scenario::build(draft).value();
}

// Prices of budgets that are one point higher or lower prove another bound.
std::size_t edited_budgets_refused(const Scenario& scenario,
                                   const Grid& grid,
                                   const Certificate& certificate) {
  std::size_t refused = 0;
  for (const auto id : certificate.budget.ids()) {
    Certificate edited = certificate;
    edited.budget[id] += edited.budget[id] > 0 ? -1 : 1;
    if (verify::prove(scenario, Counting::best, {}, grid, edited) != certificate.bound) ++refused;
  }
  return refused;
}

TEST(Optimum, IsNeverBelowTheBoundWithBudgetsAndTotals) {
  constexpr std::size_t most_plans = 4'000;
  std::size_t tried = 0, refused = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = tight_situation(seed);
    const auto best = best_of_all_plans(scenario, Counting::best, most_plans);
    if (!best) continue;
    Silent silent;
    plan::Options options;
    options.polish = options.exact = seed % 2 == 0;
    const auto outcome = plan::solve(scenario, options, silent, std::stop_token{});
    EXPECT_TRUE(outcome.certificate.bound <= *best)
        << to_text(outcome.certificate.bound) << " bounds, " << to_text(*best) << " is best";
    EXPECT_TRUE(options.exact ? outcome.value == *best : outcome.value >= *best)
        << to_text(outcome.value) << " found, " << to_text(*best) << " is best";
    const Grid grid = make_grid(scenario, options.grid, {});
    EXPECT_TRUE(verify::prove(scenario, Counting::best, {}, grid, outcome.certificate)
                == outcome.certificate.bound);
    refused += edited_budgets_refused(scenario, grid, outcome.certificate);
    ++tried;
  }
  EXPECT_GE(tried, 250U) << "too few situations were small enough to say anything";
  EXPECT_GE(refused, tried) << "an edited price is seen";
  std::cout << tried << " situations with budgets and totals, every plan tried\n";
}

// Prices of fair shares that are one point higher or lower prove another bound.
std::size_t edited_shares_refused(const Scenario& scenario,
                                  const Grid& grid,
                                  const Certificate& certificate) {
  std::size_t refused = 0;
  for (const auto id : certificate.fair_share.ids()) {
    Certificate edited = certificate;
    edited.fair_share[id] += edited.fair_share[id] > 0 ? -1 : 1;
    if (verify::prove(scenario, Counting::best, {}, grid, edited) != certificate.bound) ++refused;
  }
  return refused;
}

TEST(Optimum, IsFoundAndNeverBelowTheBoundWithFairShares) {
  constexpr std::size_t most_plans = 4'000;
  std::size_t tried = 0, refused = 0, above = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto scenario =
        Scenario::build(
            support::with_fair_shares(generate::generate(enumerable_sizes(), seed), seed, 120))
            .value();
    const auto best = best_of_all_plans(scenario, Counting::best, most_plans);
    if (!best) continue;
    Silent silent;
    plan::Options options;
    options.polish = options.exact = seed % 2 == 0;
    const auto outcome = plan::solve(scenario, options, silent, std::stop_token{});
    EXPECT_TRUE(outcome.certificate.bound <= *best)
        << to_text(outcome.certificate.bound) << " bounds, " << to_text(*best) << " is best";
    EXPECT_TRUE(options.exact ? outcome.value == *best : outcome.value >= *best)
        << to_text(outcome.value) << " found, " << to_text(*best) << " is best";
    const Grid grid = make_grid(scenario, options.grid, {});
    EXPECT_TRUE(verify::prove(scenario, Counting::best, {}, grid, outcome.certificate)
                == outcome.certificate.bound);
    refused += edited_shares_refused(scenario, grid, outcome.certificate);
    above += judge::excess(scenario, outcome.plan) > 0 ? 1U : 0U;
    ++tried;
  }
  EXPECT_GE(tried, 250U) << "too few situations were small enough to say anything";
  EXPECT_GE(refused, tried / 2) << "an edited price is seen";
  EXPECT_GE(above, 30U) << "where nothing is above a share, nothing is tested";
  std::cout << tried << " situations with fair shares, every plan tried, " << above
            << " of the best above a share\n";
}

// A plan that was made for fair shares is in force, and a day that it did not have weighs, so that
// the plan with the least unmet need not be the best.
TEST(Optimum, IsFoundWhereDistanceIsWeighed) {
  constexpr std::size_t most_plans = 4'000;
  std::size_t tried = 0, moved = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Draft draft = generate::generate(enumerable_sizes(), seed);
    const auto before = Scenario::build(support::with_fair_shares(draft, seed + 1, 120)).value();
    Silent silent;
    plan::Options options;
    options.in_force = plan::solve(before, options, silent, std::stop_token{}).plan;
    draft.add("goal_weights", {{"goal", "distance"}, {"weight", seed % 2 == 0 ? "20" : "1000"}});
    const auto scenario = Scenario::build(draft).value();
    const auto best = best_of_all_plans(scenario, Counting::best, most_plans, options.in_force);
    if (!best) continue;
    options.neighbourhoods = options.descent = false;  // so the exact search has to find it
    const auto outcome = plan::solve(scenario, options, silent, std::stop_token{});
    const bool known = outcome.stop == plan::Stop::optimal || outcome.stop == plan::Stop::exhausted;
    EXPECT_TRUE(outcome.certificate.bound <= *best);
    if (!known) continue;
    EXPECT_TRUE(outcome.value == *best)
        << to_text(outcome.value) << " found, " << to_text(*best) << " is best";
    ++tried;
    moved += outcome.plan.tours != options.in_force.tours ? 1U : 0U;
  }
  EXPECT_GE(tried, 60U);
  EXPECT_GE(moved, 5U);
  std::cout << tried << " situations with a plan in force, every plan tried, " << moved
            << " of them planned otherwise\n";
}

// The same situation without an offer: its nation takes it back.
Draft without_offer(Draft draft, std::size_t index) {
  DraftTable& offers = draft.table("offers");
  const auto status = std::ranges::find(offers.schema->fields, "status", &Field::name);
  const auto field = static_cast<std::size_t>(status - offers.schema->fields.begin());
  offers.rows[index].cells[field].text = "withdrawn";
  return draft;
}

// What is unmet at the optimum, weighted; nothing where the optimum is not known.
std::optional<Points> least_unmet(const Draft& draft) {
  const auto scenario = Scenario::build(draft).value();
  Silent silent;
  const auto outcome = plan::solve(scenario, plan::Options{}, silent, std::stop_token{});
  const bool known = outcome.stop == plan::Stop::optimal || outcome.stop == plan::Stop::exhausted;
  if (!known) return std::nullopt;
  return outcome.value / points_per_thousandth_day;
}

TEST(Optimum, IsNeverWorsenedByOneMoreOffer) {
  std::size_t compared = 0, bettered = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Draft all = generate::generate(enumerable_sizes(), seed);
    const auto more = least_unmet(all);
    const std::size_t offers = all.table("offers").rows.size();
    for (std::size_t i = 0; more && i < offers; ++i) {
      const auto fewer = least_unmet(without_offer(all, i));
      if (!fewer) continue;
      ++compared;
      if (*more < *fewer) ++bettered;
      EXPECT_TRUE(*more <= *fewer) << "seed " << seed << ", offer " << i;
    }
  }
  EXPECT_GE(compared, 100U);
  EXPECT_GE(bettered, 20U) << "offers that change nothing test nothing";
  std::cout << compared << " offers left out, " << bettered << " of them missed\n";
}

}  // namespace
}  // namespace muster
