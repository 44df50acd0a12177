// SPDX-License-Identifier: Apache-2.0
// A plan that holds what it claims, and one wrong thing at a time.
#include "verify/verify.hpp"

#include <gtest/gtest.h>

#include "model/goals.hpp"
#include "support/situation.hpp"

namespace muster::verify {
namespace {

using support::period;
using support::Situation;

// One requirement for a year, one unit that may serve half of it, prices as high as they may be.
class VerifyTest : public testing::Test {
 protected:
  VerifyTest() : scenario{situation().build()}, grid{make_grid(scenario, GridStep::month, {})} {
    claims.plan.tours = {support::tour(scenario, "O", "R", period("2024-01-01", "2024-07-01"))};
    Certificate& certificate = claims.certificate;
    certificate = no_prices(scenario, grid);
    for (std::size_t b = 0; b + 1 < grid.size(); ++b)
      certificate.requirement[Id<Requirement>{0}][b] =
          (grid[b + 1] - grid[b]).count() * weight * points_per_thousandth_day;
    certificate.bound = prove(scenario, Counting::best, {}, grid, certificate);
    claims.goals = judge::evaluate(scenario, claims.plan, {}).goals;
  }

  static Situation situation() {
    Situation s;
    s.requirement("R")
        .policy("half", {{"tour_min_days", "182"}, {"tour_max_days", "182"}, {"dwell_ratio", "2"}})
        .unit("U", {{"policy", "half"}, {"personnel", "100"}})
        .offer("O", "U", {{"status", "offered"}});
    s.row(
        "ceilings",
        {{"nation", "NLD"}, {"from", "2024-03-01"}, {"until", "2024-06-01"}, {"personnel", "100"}});
    return s;
  }

  // The claims that do not hold.
  [[nodiscard]] std::vector<std::string> refused() const {
    std::vector<std::string> found;
    for (const Check& check : verify(scenario, claims))
      if (!check.holds) found.push_back(check.claim);
    return found;
  }

  using Names = std::vector<std::string>;
  static constexpr std::int64_t weight = 100;
  Scenario scenario;
  Grid grid;
  Claims claims;
};

TEST_F(VerifyTest, what_is_right_holds) {
  EXPECT_EQ(refused(), Names{});
  Names all;
  for (const Check& check : verify(scenario, claims)) all.push_back(check.claim);
  EXPECT_EQ(
      all,
      (Names{
          "feasible", "objective", "on the grid", "prices in range", "bound", "bound <= value"}));
}

TEST_F(VerifyTest, the_plan_is_as_good_as_the_bound_here) {
  EXPECT_EQ(claims.certificate.bound, claims.goals.points);
}

TEST_F(VerifyTest, a_tour_a_month_too_long_is_not_feasible) {
  claims.plan.tours[0].period.until = support::day("2024-08-01");
  EXPECT_EQ(refused(), (Names{"feasible", "objective", "bound <= value"}));
}

TEST_F(VerifyTest, a_tour_less_is_another_objective) {
  claims.plan.tours.clear();
  EXPECT_EQ(refused(), Names{"objective"});
}

TEST_F(VerifyTest, every_goal_must_be_as_claimed) {
  const judge::Goals right = claims.goals;
  const auto refuse = [&](auto change) {
    claims.goals = right;
    change(claims.goals);
    EXPECT_EQ(refused(), Names{"objective"});
  };
  refuse([](judge::Goals& goals) { goals.points += 1; });
  refuse([](judge::Goals& goals) { goals.unmet -= 1; });
  refuse([](judge::Goals& goals) { goals.unmet_plain += 1; });
  refuse([](judge::Goals& goals) { goals.firmness += 1; });
  refuse([](judge::Goals& goals) { goals.cost += 1; });
  refuse([](judge::Goals& goals) { goals.distance += 1; });
  refuse([](judge::Goals& goals) { goals.excess += 1; });
}

TEST_F(VerifyTest, a_tour_between_boundaries_is_off_the_grid) {
  claims.plan.tours[0].period = period("2024-01-02", "2024-07-02");
  claims.goals = judge::evaluate(scenario, claims.plan, {}).goals;
  EXPECT_EQ(refused(), Names{"on the grid"});
}

TEST_F(VerifyTest, another_bound_is_refused_even_where_it_is_lower) {
  claims.certificate.bound -= 1;
  EXPECT_EQ(refused(), Names{"bound"});
}

TEST_F(VerifyTest, a_price_changed_within_its_range_proves_another_bound) {
  claims.certificate.requirement[Id<Requirement>{0}][8] -= 1;
  EXPECT_EQ(refused(), Names{"bound"});
}

TEST_F(VerifyTest, a_price_above_its_range_is_refused_and_so_is_what_it_proves) {
  claims.certificate.requirement[Id<Requirement>{0}][8] += 1;
  claims.certificate.bound = prove(scenario, Counting::best, {}, grid, claims.certificate);
  EXPECT_EQ(refused(), (Names{"prices in range", "bound <= value"}));
}

TEST_F(VerifyTest, a_price_below_zero_is_refused) {
  claims.certificate.requirement[Id<Requirement>{0}][8] = -1;
  EXPECT_EQ(refused(), (Names{"prices in range", "bound"}));
}

TEST_F(VerifyTest, a_ceiling_has_no_price_outside_its_period) {
  claims.certificate.ceiling[Id<Ceiling>{0}][2] = 7;  // March
  claims.certificate.bound = prove(scenario, Counting::best, {}, grid, claims.certificate);
  EXPECT_EQ(refused(), Names{});
  claims.certificate.ceiling[Id<Ceiling>{0}][1] = 7;  // February
  claims.certificate.bound = prove(scenario, Counting::best, {}, grid, claims.certificate);
  EXPECT_EQ(refused(), Names{"prices in range"});
}

TEST_F(VerifyTest, a_missing_price_proves_nothing) {
  claims.certificate.requirement[Id<Requirement>{0}].pop_back();
  EXPECT_EQ(refused(), (Names{"prices in range", "bound", "bound <= value"}));
}

TEST_F(VerifyTest, the_finding_names_the_rule_and_the_figures) {
  claims.plan.tours[0].period.until = support::day("2024-08-01");
  const auto checks = verify(scenario, claims);
  EXPECT_EQ(
      checks[0].finding,
      "1 rule is broken; the first: tempo, O on R, 2024-07-01 to 2024-08-01: 213 where 182 is "
      "allowed");
}

}  // namespace
}  // namespace muster::verify
