// SPDX-License-Identifier: Apache-2.0
// The programme over eight uses at once against the plain one over each use: the same best
// schedules, on generated situations at random prices.
#include <cmath>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "generate/generate.hpp"
#include "plan/pricing/labels.hpp"
#include "plan/pricing/price_lanes.hpp"

namespace muster::plan {
namespace {

generate::Sizes sizes() {
  generate::Sizes sizes;
  sizes.units = 24;
  sizes.requirements = 40;
  sizes.months = 18;
  sizes.nations = 5;
  sizes.capabilities = 3;
  sizes.shares.handovers = 40;
  sizes.shares.double_use = 20;
  sizes.shares.parts = 15;
  return sizes;
}

Prices<double> random_prices(const Instance& instance, Random& random) {
  auto prices = no_prices<double>(instance);
  for (std::size_t r = 0; r < instance.rows.size(); ++r) {
    const Row& row = instance.rows[r];
    for (std::size_t b = row.first; b < row.last; ++b)
      if (random.below(3) > 0)
        prices.row[r][b] = random.unit() * static_cast<double>(row.weight * instance.length[b]);
  }
  for (auto& ceiling : prices.ceiling)
    for (double& price : ceiling) price = 5.0 * random.unit();
  for (auto& pair : prices.kin)
    for (double& price : pair) price = 50.0 * random.unit();
  return prices;
}

struct Plain {
  std::vector<PricedUse<double>> priced;
  double best = 0;

  Plain(const Instance& instance, const Crew& crew, const Prices<double>& prices)
      : priced(crew.uses.size()) {
    for (std::size_t u = 0; u < crew.uses.size(); ++u)
      price_use(instance, crew, crew.uses[u], prices, priced[u]);
    best = best_of_piece<double>(instance, crew, priced).profit;
  }

  double earned_by(const Instance& instance, const Crew& crew, const Schedule& schedule) {
    double sum = 0;
    for (const Leg& leg : schedule) {
      priced[leg.use].worthwhile = true;
      for_each_tour(
          instance, crew, leg.use, priced[leg.use], leg.from, [&](Boundary until, double earned) {
            if (until == leg.until) sum += earned;
          });
    }
    return sum;
  }
};

TEST(Lanes, EarnWhatThePlainProgrammeEarns) {
  std::size_t serving = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto scenario = Scenario::build(generate::generate(sizes(), seed));
    ASSERT_TRUE(scenario.has_value());
    Options options;
    options.grid = seed % 2 == 0 ? GridStep::month : GridStep::week;
    const Instance instance = make_instance(*scenario, options);
    Random random{seed};
    const auto prices = random_prices(instance, random);
    const RowSums sums{instance, prices};
    for (const Crew& crew : instance.crews) {
      const CrewResponse response = respond_crew(instance, crew, prices, sums);
      Plain plain{instance, crew, prices};
      const double best = plain.best;
      const double near = 1e-9 * std::max(1.0, best);
      EXPECT_NEAR(response.profit, best, near);
      EXPECT_NEAR(plain.earned_by(instance, crew, response.schedule), best, near)
          << "the schedule is one that earns it";
      if (!response.schedule.empty()) ++serving;
    }
  }
  EXPECT_GT(serving, 300U) << "or little was compared";
}

}  // namespace
}  // namespace muster::plan
