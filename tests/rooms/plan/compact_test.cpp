// SPDX-License-Identifier: Apache-2.0
// The compact model is the same problem: its optimum, found by HiGHS, is what the best of all plans
// leaves unmet, and the plan that it means breaks no rule and leaves just that unmet.
#include "plan/compact.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <set>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "plan/compact/spans.hpp"
#include "plan/lp/lp.hpp"
#include "support/fair_shares.hpp"
#include "support/situation.hpp"

namespace muster::plan {
namespace {

class Silent : public Observer {
 public:
  void progress(const Progress& /*progress*/) override {}
};

constexpr double tolerance = 1e-4;  // of one requirement-day

struct Optimum {
  double unmet = 0;  // weighted requirement-days
  Plan plan;
};

Optimum solve(const CompactModel& model) {
  if (model.columns.empty()) return {0, plan_of(model, {})};  // HiGHS has no answer
  LinearProgramme programme;
  for (const CompactModel::Column& column : model.columns) {
    const int index = programme.add_column(column.cost, column.most, {});
    if (column.whole) programme.make_integer(index);
    if (column.least > 0)
      programme.add_row_over(column.least, LinearProgramme::unlimited, {index}, {1.0});
  }
  std::vector<std::vector<int>> columns(model.rows.size());
  std::vector<std::vector<double>> values(model.rows.size());
  for (const CompactModel::Entry& entry : model.entries) {
    columns[static_cast<std::size_t>(entry.row)].push_back(entry.column);
    values[static_cast<std::size_t>(entry.row)].push_back(entry.value);
  }
  for (std::size_t r = 0; r < model.rows.size(); ++r) {
    const auto [name, sense, limit] = model.rows[r];
    const bool least = sense != CompactModel::Sense::at_most;
    const bool most = sense != CompactModel::Sense::at_least;
    programme.add_row_over(least ? limit : -LinearProgramme::unlimited,
                           most ? limit : LinearProgramme::unlimited,
                           columns[r],
                           values[r]);
  }
  constexpr std::int64_t nodes = 1'000'000;
  const LpAnswer answer = programme.solve({.nodes = nodes}, std::stop_token{});
  EXPECT_TRUE(answer.optimal);
  if (!answer.has_values) return {};
  return {answer.objective, plan_of(model, answer.values)};
}

// With what is above fair shares.
double unmet_of(const judge::Verdict& verdict) {
  constexpr double thousand = 1000.0;
  return static_cast<double>(verdict.goals.unmet + verdict.goals.excess) / thousand;
}

// Solves both forms of the model and holds the plans that they mean to the law; returns the
// optimum.
double optimum_by_law(const Scenario& scenario, const Options& options) {
  double first = 0;
  for (const UnitForm form : {UnitForm::cliques, UnitForm::flows}) {
    const Optimum found = solve(compact_model(scenario, options, {form, false}));
    const auto verdict = judge::evaluate(scenario, found.plan, {});
    for (const judge::Violation& violation : verdict.violations)
      ADD_FAILURE() << judge::to_text(violation.rule) << " from "
                    << muster::to_text(violation.days.from) << " measured " << violation.measured
                    << " allowed " << violation.allowed;
    EXPECT_NEAR(found.unmet, unmet_of(verdict), tolerance * std::max(1.0, found.unmet));
    if (form == UnitForm::cliques)
      first = found.unmet;
    else
      EXPECT_NEAR(found.unmet, first, tolerance * std::max(1.0, first)) << "of the two forms";
  }
  return first;
}

generate::Sizes crowded_sizes(std::uint64_t seed) {
  generate::Sizes sizes = generate::tiny_sizes(seed);
  sizes.shares.parts = 30;
  sizes.shares.lead_shares = 20;
  sizes.shares.nation_limits = 40;
  sizes.shares.ceilings = 60;
  sizes.shares.double_use = 20;
  sizes.shares.deliveries = 30;
  sizes.shares.budgets = 50;
  return sizes;
}

// A pool is cut into lots by the search, and by the piece in the model: there the model may be
// better.
bool has_pools(const Scenario& scenario) {
  const auto is_pool = [&](Id<Unit> unit) { return scenario->units[unit].divisible; };
  return std::ranges::any_of(scenario->units.ids(), is_pool);
}

// Every second one with fair shares.
Scenario crowded(std::uint64_t seed) {
  Draft draft = generate::generate(crowded_sizes(seed), seed);
  if (seed % 2 == 0) draft = support::with_fair_shares(std::move(draft), seed, 60);
  return Scenario::build(draft).value();
}

TEST(Compact, IsTheSameProblemAsThePlanner) {
  std::size_t equal = 0, with_tours = 0, above_shares = 0;
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Scenario scenario = crowded(seed);
    const Options options;
    Silent silent;
    const Outcome outcome = solve(scenario, options, silent, std::stop_token{});
    const auto verdict = judge::evaluate(scenario, outcome.plan, options.in_force);
    const double planned = unmet_of(verdict);
    if (verdict.goals.excess > 0) ++above_shares;
    const double optimum = optimum_by_law(scenario, options);
    const double small = tolerance * std::max(1.0, planned);
    EXPECT_LE(optimum, planned + small) << "the planner's plan is one of the model's";
    EXPECT_GE(optimum * 1e12, static_cast<double>(outcome.certificate.bound) - small * 1e12 - 1e12)
        << "the bound holds for the model's plans too";
    const bool known = outcome.stop == Stop::optimal || outcome.stop == Stop::exhausted;
    if (!known || has_pools(scenario)) continue;
    EXPECT_NEAR(optimum, planned, small) << "both say that nothing is better";
    ++equal;
    if (!outcome.plan.tours.empty()) ++with_tours;
  }
  EXPECT_GE(equal, 40U);
  EXPECT_GE(with_tours, 30U);
  EXPECT_GE(above_shares, 5U);
  std::cout << equal << " situations with the same optimum, " << with_tours
            << " of them with tours, " << above_shares << " above a fair share\n";
}

TEST(Compact, IsTheSameProblemUnderEveryCountingAndGrid) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto scenario = Scenario::build(generate::generate(crowded_sizes(seed), seed)).value();
    Options options;
    options.counting = seed % 2 == 0 ? Counting::firm : Counting::expected;
    options.grid = seed % 4 < 2 ? GridStep::week : GridStep::month;
    const double optimum = optimum_by_law(scenario, options);
    Silent silent;
    const Outcome outcome = solve(scenario, options, silent, std::stop_token{});
    const double planned = unmet_of(judge::evaluate(scenario, outcome.plan, {}));
    EXPECT_LE(optimum, planned + tolerance * std::max(1.0, planned));
  }
}

// The programme once gave a package whole or not at all, so its bound could lie above a plan.
TEST(Compact, GivesOfAPackageWhatAStockHasRoomFor) {
  support::Situation s;
  s.requirement("tanks", {{"kind", "delivery"}, {"capability", "tanks"}, {"quantity", "9"}});
  s.offer("gift", "", {{"capability", "tanks"}, {"quantity", "9"}, {"from", "2024-07-01"}});
  s.row("stocks",
        {{"nation", "NLD"},
         {"capability", "tanks"},
         {"on", "2024-01-01"},
         {"quantity", "6"},
         {"floor", "2"}});
  constexpr double until_july = 182, from_july = 184, weight = 100;
  EXPECT_NEAR(
      optimum_by_law(s.build(), Options{}), weight * (9 * until_july + 5 * from_july), tolerance);
}

TEST(Compact, LaterGoalsAreLessThanOneRequirementDay) {
  const auto scenario = Scenario::build(generate::generate(crowded_sizes(3), 3)).value();
  const CompactModel with = compact_model(scenario, {}, {UnitForm::cliques, true});
  const CompactModel without = compact_model(scenario, {}, {UnitForm::cliques, false});
  const double more = solve(with).unmet - solve(without).unmet;
  EXPECT_GE(more, -tolerance);
  EXPECT_LT(more, 1e-3);
  const auto is_soft = [](const CompactModel::Column& column) {
    return column.whole && column.cost > 0;
  };
  EXPECT_TRUE(std::ranges::any_of(with.columns, is_soft));
  EXPECT_FALSE(std::ranges::any_of(without.columns, is_soft));
}

TEST(Compact, NamesAreUniqueAndFitForMps) {
  const auto scenario = Scenario::build(generate::generate(crowded_sizes(5), 5)).value();
  const CompactModel model = compact_model(scenario, {}, {});
  std::set<std::string> names;
  const auto check = [&](const std::string& name) {
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_LE(name.size(), 132U);
    EXPECT_EQ(name.find_first_of(" \t\n'\""), std::string::npos) << name;
  };
  for (const auto& column : model.columns) check(column.name);
  names.clear();
  for (const auto& row : model.rows) check(row.name);
}

TEST(Spans, LargestRunsSayAllThatEveryRunSays) {
  // What begins last and ends first: 1 in [0, 3), 2 in [1, 5), 3 in [4, 6), 4 in [1, 2).
  const std::vector<Span> spans{{1, 1.0, 0, 3}, {2, 1.0, 1, 5}, {3, 1.0, 4, 6}, {4, 1.0, 1, 2}};
  std::vector<std::vector<int>> found;
  for (const SpanRun& run : largest_runs(spans)) {
    found.emplace_back();
    for (const Span& span : run.there) found.back().push_back(span.column);
  }
  EXPECT_EQ(found, (std::vector<std::vector<int>>{{1, 2, 4}, {2, 3}}));
}

}  // namespace
}  // namespace muster::plan
