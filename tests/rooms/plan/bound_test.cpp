// SPDX-License-Identifier: Apache-2.0
// Dual ascent against the LP master: the master's optimum, solved by HiGHS, is the best bound that
// prices can prove. Ascent must never be above it, and come near it.
#include <algorithm>
#include <iostream>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "plan/lp/master.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

class Silent : public Observer {
 public:
  void progress(const Progress& /*progress*/) override {}
};

generate::Sizes sizes() {
  generate::Sizes sizes;
  sizes.units = 14;
  sizes.requirements = 12;
  sizes.months = 18;
  sizes.nations = 5;
  sizes.capabilities = 3;
  return sizes;
}

// The optimum of the LP over the columns that the polished prices were found with: no lower than
// that of the LP over all schedules. In points / 10^9.
double lp_optimum(const Instance& instance, const Ascent& polished) {
  constexpr double thousand = 1000.0;
  LinearProgramme lp;
  const MasterRows rows{instance, lp, true};
  const auto in_days = [&](std::int64_t points) {
    return static_cast<double>(points) / static_cast<double>(points_per_thousandth_day) / thousand;
  };
  for (std::size_t k = 0; k < polished.seen.size(); ++k)
    for (const Schedule& schedule : polished.seen[k])
      lp.add_column(
          in_days(rows.points(k, schedule)), LinearProgramme::unlimited, rows.entries(k, schedule));
  for (std::size_t p = 0; p < instance.packages.size(); ++p) {
    const Package& package = instance.packages[p];
    for (std::size_t t = 0; t < package.targets.size(); ++t)
      for (Boundary at = package.from; at <= package.until; ++at) {
        const bool no_rest = at == package.until || package.rest == 0;
        if (no_rest && package.fixed.empty()) continue;
        const BestDelivery<double> delivery{
            0.0, t, no_rest ? no_boundary : at, true, no_rest ? 0 : package.rest};
        lp.add_column(in_days(rows.points(p, delivery)),
                      LinearProgramme::unlimited,
                      rows.entries(p, delivery));
      }
  }
  const LpAnswer answer = lp.solve({}, std::stop_token{});
  EXPECT_TRUE(answer.optimal);
  return (answer.objective + rows.out_of_reach()) * thousand;
}

TEST(Bound, OfDualAscentIsNearlyThatOfTheLinearProgramme) {
  constexpr std::uint64_t seeds = 60;
  std::vector<double> below;  // how far ascent stays below the optimum
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto scenario = Scenario::build(generate::generate(sizes(), seed)).value();
    const Options options;
    const Instance instance = make_instance(scenario, options);
    Effort effort;
    Silent silent;
    const double nothing_done = respond(instance, no_prices<double>(instance), 1).bound;
    State first{instance};
    construct(first, {});
    const AscentLimits limits{300, 1, true};
    const Ascent ascent =
        ascend(instance, first.value(), limits, effort, silent, std::stop_token{});
    const Ascent polished = solve_master(instance, ascent, 1, effort, std::stop_token{});
    EXPECT_LE(nothing_done, ascent.bound);
    EXPECT_LE(ascent.bound, polished.bound);
    const double optimum = lp_optimum(instance, polished);
    const double small = 1e-6 * std::max(1.0, optimum);
    EXPECT_LE(ascent.bound, optimum + small);
    EXPECT_LE(polished.bound, optimum + small);
    if (optimum - polished.bound > small) continue;  // column generation stopped at its limit
    below.push_back((optimum - ascent.bound) / std::max(1.0, optimum));
  }
  ASSERT_GE(below.size(), seeds * 9 / 10);
  std::ranges::sort(below);
  const double most = below[below.size() * 9 / 10];
  EXPECT_LE(most, 0.005) << "of nine tenths of the situations";
  EXPECT_LE(below.back(), 0.05) << "of all";
  std::cout << below.size() << " linear programmes solved; dual ascent below them by at most "
            << most * 100 << " % of nine tenths, " << below.back() * 100 << " % of all\n";
}

}  // namespace
}  // namespace muster::plan
