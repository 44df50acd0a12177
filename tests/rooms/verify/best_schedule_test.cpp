// SPDX-License-Identifier: Apache-2.0
// The best schedule of one unit, found by trying every plan on the grid that judge accepts, is what
// the proof subtracts. Thirty situations of one unit, each with rules drawn by its seed. Of a unit
// with several offers the proof may subtract more, by what using a second offer costs once.
#include <algorithm>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "model/goals.hpp"
#include "support/situation.hpp"
#include "verify/verify.hpp"

namespace muster::verify {
namespace {

using support::Fields;
using support::Situation;

std::string drawn(Random& random, std::initializer_list<const char*> texts) {
  return *(texts.begin() + random.below(texts.size()));
}

// Three requirements and one unit in four months; about half of the rules apply to each.
Situation draw_situation(Random& random) {
  Situation s;
  s.draft().horizon = "2024-05-01";
  for (const char* key : {"P", "Q", "C"})
    s.requirement(key,
                  {{"until", "2024-05-01"},
                   {"from", drawn(random, {"2024-01-01", "2024-02-01"})},
                   {"kind", key[0] == 'C' ? "on_call" : "presence"},
                   {"quantity", drawn(random, {"1", "2"})},
                   {"overlap_days", key[0] == 'P' ? drawn(random, {"", "7"}) : ""},
                   {"indivisible", drawn(random, {"", "", "true"})}});
  s.policy("turns",
           {{"tour_min_days", drawn(random, {"", "20", "40"})},
            {"tour_max_days", drawn(random, {"", "61", "92"})},
            {"dwell_ratio", drawn(random, {"0", "0.25", "0.5", "1"})},
            {"recovery_days", drawn(random, {"0", "10"})}});
  s.unit("U",
         {{"policy", drawn(random, {"", "turns", "turns"})},
          {"quantity", drawn(random, {"1", "2"})},
          {"activation_eur", drawn(random, {"", "500"})},
          {"until", drawn(random, {"", "2024-04-15"})}});
  s.row("conditions",
        {{"condition", "mandate"},
         {"name", "Mandate"},
         {"party", "NLD"},
         {"status", "granted"},
         {"on", "2024-01-20"}});
  s.offer("O",
          "U",
          {{"condition", drawn(random, {"", "", "mandate"})},
           {"status", drawn(random, {"committed", "offered"})},
           {"minimum_days", drawn(random, {"", "", "31"})},
           {"cost_eur", "1000"},
           {"cost_per", drawn(random, {"day", "tour", "once"})},
           {"until", drawn(random, {"", "2024-04-01"})}});
  if (random.below(2) == 0)
    s.row("double_use", {{"unit", "U"}, {"requirement", drawn(random, {"P", "Q"})}, {"also", "C"}});
  if (random.below(3) == 0) s.caveat("O", "season", "02-20/03-05");
  if (random.below(3) == 0)
    for (const char* key : {"C", "P"}) s.caveat("O", "only_requirement", key);
  return s;
}

// The same unit in two offers, each for one requirement and with its own cost per `once`.
Situation draw_two_offers(Random& random) {
  Situation s;
  s.draft().horizon = "2024-05-01";
  for (const char* key : {"P", "Q"})
    s.requirement(key,
                  {{"until", "2024-05-01"},
                   {"from", drawn(random, {"2024-01-01", "2024-02-01"})},
                   {"indivisible", drawn(random, {"", "", "true"})}});
  s.policy("turns",
           {{"tour_max_days", drawn(random, {"", "61", "92"})},
            {"dwell_ratio", drawn(random, {"0", "0.25", "0.5"})}});
  s.unit("U", {{"policy", "turns"}, {"activation_eur", drawn(random, {"", "500"})}});
  for (const char* key : {"P", "Q"})
    s.offer(std::string{"for-"} + key,
            "U",
            {{"requirement", key},
             {"status", drawn(random, {"committed", "committed", "withdrawn"})},
             {"cost_eur", drawn(random, {"300", "900"})},
             {"cost_per", "once"}});
  return s;
}

// A unit that a budget pays for, and whose policy has a total of days over the whole time.
Situation draw_limited(Random& random) {
  Situation s;
  s.draft().horizon = "2024-07-01";
  for (const char* key : {"P", "Q"})
    s.requirement(key,
                  {{"until", "2024-07-01"},
                   {"from", drawn(random, {"2024-01-01", "2024-02-01"})},
                   {"kind", drawn(random, {"presence", "presence", "on_call"})}});
  s.policy("turns",
           {{"tour_max_days", drawn(random, {"", "61", "92"})},
            {"dwell_ratio", drawn(random, {"0", "0.25", "0.5"})},
            {"total_days", drawn(random, {"40", "70", "100"})},
            {"total_within_days", drawn(random, {"182", "200", "100"})}});
  s.row("budgets",
        {{"budget", "B"},
         {"nation", "NLD"},
         {"name", "B"},
         {"from", "2024-01-01"},
         {"until", "2024-07-01"},
         {"amount", drawn(random, {"50000", "80000", "120000"})},
         {"currency", "EUR"}});
  s.unit("U", {{"policy", drawn(random, {"", "turns", "turns"})}});
  s.offer("O",
          "U",
          {{"cost_eur", drawn(random, {"1000", "1700"})},
           {"cost_per", drawn(random, {"day", "day", "tour", "once"})},
           {"budget", "B"}});
  return s;
}

class EveryPlan {
 public:
  EveryPlan(const Scenario& scenario, const Grid& grid, const Certificate& certificate)
      : scenario_{scenario}, grid_{grid}, certificate_{certificate} {
    for (const auto offer : scenario->offers.ids())
      for (const auto requirement : scenario->requirements.ids())
        for (std::size_t i = 0; i + 1 < grid.size(); ++i)
          for (std::size_t j = i + 1; j < grid.size(); ++j) add_candidate(offer, requirement, i, j);
    std::ranges::sort(tours_, {}, [](const Tour& tour) { return tour.period.from; });
  }

  // The most that any feasible plan earns at the prices.
  [[nodiscard]] Wide most() {
    extend({}, 0);
    return most_;
  }
  [[nodiscard]] std::size_t plans() const { return plans_; }

 private:
  void add_candidate(Id<Offer> offer, Id<Requirement> requirement, std::size_t i, std::size_t j) {
    const Tour tour{offer, requirement, {grid_[i], grid_[j]}, scenario_->offers[offer].quantity};
    const Day counted = judge::counted_days(scenario_, tour).from;
    const bool on_grid = std::ranges::binary_search(grid_, counted);
    const Plan alone{Counting::best, {tour}, {}};
    if (on_grid && judge::evaluate(scenario_, alone, {}).violations.empty()) tours_.push_back(tour);
  }

  // A plan that breaks a rule of one unit does so with more tours as well.
  void extend(Plan plan, std::size_t next) {
    for (std::size_t k = next; k < tours_.size(); ++k) {
      Plan longer = plan;
      longer.tours.push_back(tours_[k]);
      const judge::Verdict verdict = judge::evaluate(scenario_, longer, {});
      if (!verdict.violations.empty()) continue;
      ++plans_;
      most_ = std::max(most_, earned(longer, verdict));
      extend(std::move(longer), k + 1);
    }
  }

  [[nodiscard]] Wide earned(const Plan& plan, const judge::Verdict& verdict) const {
    Wide sum = verdict.goals.unmet * points_per_thousandth_day - verdict.goals.points;
    for (const Tour& tour : plan.tours) {
      const std::int64_t asked = scenario_->requirements[tour.requirement].quantity->count();
      const std::int64_t given =
          scenario_.contribution(tour.offer, tour.requirement, tour.quantity).count();
      const Period counted = judge::counted_days(scenario_, tour);
      for (std::size_t b = 0; b + 1 < grid_.size(); ++b)
        if (counted.contains(grid_[b]))
          sum += Wide{certificate_.requirement[tour.requirement][b]} * std::min(asked, given);
    }
    for (const auto id : certificate_.budget.ids())
      sum -= Wide{certificate_.budget[id]} * verdict.goals.cost;  // a budget pays for all of it
    return sum;
  }

  const Scenario& scenario_;
  const Grid& grid_;
  const Certificate& certificate_;
  std::vector<Tour> tours_;
  Wide most_ = 0;
  std::size_t plans_ = 0;
};

// Prices of which about a third are 0, some so low that a tour's points outweigh them.
Certificate draw_prices(const Scenario& scenario, const Grid& grid, Random& random) {
  Certificate certificate;
  certificate.requirement = Table<Requirement, std::vector<std::int64_t>>{
      scenario->requirements.size(), std::vector<std::int64_t>(grid.size() - 1, 0)};
  for (const auto id : scenario->requirements.ids())
    for (std::size_t b = 0; b + 1 < grid.size(); ++b)
      if (scenario->requirements[id].period.contains(grid[b]) && random.below(3) > 0)
        certificate.requirement[id][b] =
            random.between(1, random.below(2) == 0 ? 100'000 : 1'000'000'000);
  return certificate;
}

Wide asked_of(const Scenario& scenario, const Certificate& certificate) {
  Wide sum = 0;
  for (const auto id : scenario->requirements.ids())
    for (const std::int64_t price : certificate.requirement[id])
      sum += Wide{price} * scenario->requirements[id].quantity->count();
  return sum;
}

TEST(BestSchedule, is_the_best_of_all_plans_that_judge_accepts) {
  std::size_t plans = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random{seed};
    const Scenario scenario = draw_situation(random).build();
    const Grid grid = make_grid(scenario, GridStep::month, {});
    const Certificate certificate = draw_prices(scenario, grid, random);
    EveryPlan every{scenario, grid, certificate};
    const Wide bound = asked_of(scenario, certificate) - every.most();
    EXPECT_EQ(to_text(prove(scenario, Counting::best, {}, grid, certificate)), to_text(bound));
    plans += every.plans();
  }
  EXPECT_GT(plans, 1000U);
  RecordProperty("plans", static_cast<int>(plans));
}

TEST(BestSchedule, of_several_offers_is_paid_for_the_cheapest_at_least) {
  std::size_t equal = 0, below = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random{seed};
    const Scenario scenario = draw_two_offers(random).build();
    const Grid grid = make_grid(scenario, GridStep::month, {});
    const Certificate certificate = draw_prices(scenario, grid, random);
    const Wide least =
        asked_of(scenario, certificate) - EveryPlan{scenario, grid, certificate}.most();
    const Wide bound = prove(scenario, Counting::best, {}, grid, certificate);
    EXPECT_TRUE(bound <= least) << to_text(bound) << " is above " << to_text(least);
    ++(bound == least ? equal : below);
  }
  EXPECT_GT(equal, 20U) << "where one offer is used nothing is lost";
  EXPECT_GT(below, 5U) << "where both are used the second is left out";
}

// Labels are rounded: so the proof may subtract more than the best plan earns, never less.
TEST(BestSchedule, within_a_budget_and_a_total_is_at_least_the_best_of_all_plans) {
  std::size_t equal = 0, limited = 0;
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random{seed};
    const Scenario scenario = draw_limited(random).build();
    const Grid grid = make_grid(scenario, GridStep::month, {});
    Certificate certificate = draw_prices(scenario, grid, random);
    certificate.budget = Table<Budget, std::int64_t>{1, random.between(0, 20'000'000)};
    const std::int64_t amount = scenario->budgets[Id<Budget>{0}].amount;
    const std::int64_t whole = amount - amount % scenario->offers[Id<Offer>{0}].cost->count();
    const Wide asked =
        asked_of(scenario, certificate) - Wide{certificate.budget[Id<Budget>{0}]} * whole;
    const Wide least = asked - EveryPlan{scenario, grid, certificate}.most();
    const Wide bound = prove(scenario, Counting::best, {}, grid, certificate);
    EXPECT_TRUE(bound <= least) << to_text(bound) << " is above " << to_text(least);
    ++(bound == least ? equal : limited);
  }
  EXPECT_GT(equal, 60U) << "mostly nothing is lost by labels; " << limited << " lost something";
}

}  // namespace
}  // namespace muster::verify
