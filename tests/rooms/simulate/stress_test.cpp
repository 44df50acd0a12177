// SPDX-License-Identifier: Apache-2.0
// Stress tests against cases with known answers.
#include "simulate/stress.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "simulate/fill_by_rule.hpp"
#include "simulate/stress/trial.hpp"
#include "support/situation.hpp"

namespace muster::simulate {
namespace {

using support::Situation;

// So many lines, each served all year by a unit of its own; each unit comes with the chance.
struct Independent {
  Independent(int lines, const std::string& chance) {
    for (int k = 0; k < lines; ++k) {
      const std::string name = std::to_string(k);
      situation.unit("u" + name);
      situation.requirement("r" + name);
      situation.offer("o" + name, "u" + name, {{"requirement", "r" + name}});
    }
    certain_but(chance);
  }
  // All else that could happen does not.
  void certain_but(const std::string& chance) {
    const auto row = [&](const std::string& event, const std::string& value) {
      situation.row("uncertainty", {{"row", event}, {"event", event}, {"chance", value}});
    };
    row("real", chance);
    for (const char* event :
         {"late", "ends_early", "condition_late", "out_of_action", "government_falls"})
      row(event, "0");
    for (const char* event : {"option_taken", "condition_met"}) row(event, "1");
  }
  Situation situation;
};

Plan all_served(const Scenario& scenario) {
  Plan plan{Counting::best, {}, {}};
  for (const Id<Offer> offer : scenario->offers.ids())
    if (const auto requirement = scenario->offers[offer].requirement)
      plan.tours.push_back({offer, *requirement, scenario->requirements[*requirement].period, 1});
  std::ranges::sort(plan.tours);
  return plan;
}

struct Ready {
  explicit Ready(Situation situation)
      : scenario{situation.build()},
        uncertainty{scenario, situation.draft()},
        plan{all_served(scenario)} {}
  Scenario scenario;
  Uncertainty uncertainty;
  Plan plan;
  StressResult run(StressOptions options) const {
    return stress(scenario, plan, uncertainty, options, {});
  }
};

// P(X <= k) of a binomial distribution.
double binomial_up_to(int k, int n, double p) {
  double sum = 0;
  for (int i = 0; i <= k; ++i)
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1)
                    + i * std::log(p) + (n - i) * std::log1p(-p));
  return sum;
}

TEST(Stress, IndependentUnitsAreBinomial) {
  const int n = 20;
  const double p = 0.8;
  const Ready ready{Independent{n, "0.8"}.situation};
  StressOptions options;
  options.trials = 20000;
  const StressResult result = ready.run(options);
  EXPECT_NEAR(result.all.fill.mean, p, 4 * std::sqrt(p * (1 - p) / n / 20000));
  EXPECT_NEAR(result.all.fill.half_width, 1.96 * std::sqrt(p * (1 - p) / n / 20000), 2e-4);
  const auto quantile = [&](double percent) {
    int k = 0;
    while (binomial_up_to(k, n, p) < percent) ++k;
    return static_cast<double>(k) / n;
  };
  EXPECT_NEAR(result.all.fill.p10, quantile(0.10), 1e-9);
  EXPECT_NEAR(result.all.fill.p50, quantile(0.50), 1e-9);
  EXPECT_NEAR(result.all.fill.p90, quantile(0.90), 1e-9);
  for (const LineStress& line : result.lines) {
    EXPECT_NEAR(line.failed, 1 - p, 0.02);
    EXPECT_NEAR(line.fill.mean, p, 0.02);
    EXPECT_DOUBLE_EQ(line.planned, 1);
  }
}

// Without memory at a rate of one a year: the mean time served of a year is 1 - 1/e.
TEST(Stress, WithdrawalsAreExponential) {
  Independent many{40, "1"};
  many.situation.row(
      "uncertainty",
      {{"row", "early"}, {"event", "ends_early"}, {"status", "committed"}, {"chance", "1"}});
  const Ready ready{many.situation};
  StressOptions options;
  options.trials = 2000;
  const double year = 366 / 365.25;
  EXPECT_NEAR(ready.run(options).all.fill.mean, (1 - std::exp(-year)) / year, 0.005);
}

// How much more is there than `servers` can serve, and how much is there, of a number that is
// Poisson with this mean.
std::pair<double, double> poisson_excess(double mean, int servers) {
  double excess = 0, likelihood = std::exp(-mean);
  for (int n = 0; n < 400; ++n) {
    excess += std::max(n - servers, 0) * likelihood;
    likelihood *= mean / (n + 1);
  }
  return {excess, mean};
}

// Requirements that arrive without memory and end whether they are served or not are customers of
// a queue M/G/∞: their number is Poisson with the rate times the mean stay (W. Feller, An
// Introduction to Probability Theory and Its Applications I, XVII.7). Of them as many are served
// as there are units, since whoever is free takes the next.
TEST(Stress, RequirementsThatArriveAreAQueueWithAClosedForm) {
  constexpr int servers = 3, stay = 30;
  constexpr double in_a_year = 40;
  Independent none{0, "1"};
  none.situation.requirement("like");
  for (int k = 0; k < servers; ++k) {
    none.situation.unit("u" + std::to_string(k));
    none.situation.offer("o" + std::to_string(k), "u" + std::to_string(k));
  }
  none.situation.row("uncertainty",
                     {{"row", "crises"},
                      {"event", "requirement_arrives"},
                      {"requirement", "like"},
                      {"chance", "40"},
                      {"days_least", "30"}});
  Ready ready{none.situation};
  ready.plan.tours.clear();
  StressOptions options;
  options.trials = 4000;
  const StressResult result = ready.run(options);
  double unserved = 0, asked = 0;
  for (int day = 0; day < 366; ++day) {
    const auto [more, there] =
        poisson_excess(in_a_year / 365.25 * std::min(day + 1, stay), servers);
    unserved += more;
    asked += there;
  }
  ASSERT_EQ(result.arrivals.size(), 1U);
  EXPECT_EQ(result.arrivals[0].row, "crises");
  EXPECT_NEAR(result.arrivals[0].number, in_a_year * 366 / 365.25, 0.5);
  EXPECT_NEAR(result.arrivals[0].fill, 1 - unserved / asked, 0.005);
  EXPECT_LT(result.arrivals[0].fill, 0.9);
  EXPECT_EQ(result.lines.size(), 1U) << "places for arrivals are no lines of the plan";
}

TEST(Stress, WhatArrivesTakesReservesByPriorityAndLeavesWhoServes) {
  Independent one{1, "1"};
  one.situation.unit("spare");
  one.situation.offer("spare-offer", "spare");
  const auto arrives = [&](const std::string& row, const std::string& priority) {
    one.situation.row("uncertainty",
                      {{"row", row},
                       {"event", "requirement_arrives"},
                       {"requirement", "r0"},
                       {"chance", "1000"},
                       {"days_least", "366"},
                       {"priority", priority}});
  };
  arrives("low", "p4");
  arrives("high", "p1");
  const Ready ready{one.situation};
  Plan served{Counting::best, {}, {}};
  for (const Tour& tour : ready.plan.tours)
    if (ready.scenario->offers[tour.offer].key == "o0") served.tours.push_back(tour);
  StressOptions options;
  options.trials = 20;
  const StressResult result = stress(ready.scenario, served, ready.uncertainty, options, {});
  EXPECT_DOUBLE_EQ(result.lines[0].fill.mean, 1);
  ASSERT_EQ(result.arrivals.size(), 2U);
  EXPECT_EQ(result.arrivals[0].fill, 0) << "the spare unit serves what is weightier";
  EXPECT_GT(result.arrivals[1].fill, 0);
}

TEST(Stress, SizesOfWhatArrivesAreDrawn) {
  Independent none{0, "1"};
  none.situation.requirement("like", {{"capability", "people"}, {"quantity", "7"}});
  none.situation.unit("pool",
                      {{"capability", "people"}, {"quantity", "20"}, {"divisible", "true"}});
  none.situation.offer("half", "pool", {{"quantity", "20"}});
  none.situation.row("uncertainty",
                     {{"row", "floods"},
                      {"event", "requirement_arrives"},
                      {"requirement", "like"},
                      {"chance", "1"},
                      {"days_least", "10"},
                      {"size_least", "40"}});
  Ready ready{none.situation};
  ready.plan.tours.clear();
  StressOptions options;
  options.trials = 300;
  const StressResult result = ready.run(options);
  EXPECT_GT(result.arrivals[0].fill, 0.35);
  EXPECT_LT(result.arrivals[0].fill, 0.5) << "20 of 40, less where two come at once";
}

TEST(Stress, WhenAGovernmentFallsAllItsOffersGoTogether) {
  Independent many{10, "1"};
  many.situation.row("uncertainty",
                     {{"row", "falls"},
                      {"event", "government_falls"},
                      {"nation", "NLD"},
                      {"chance", "1"},
                      {"days_least", "4000"}});
  const Ready ready{many.situation};
  StressOptions options;
  options.trials = 3000;
  const StressResult result = ready.run(options);
  const double year = 366 / 365.25;
  EXPECT_NEAR(result.all.fill.mean, (1 - std::exp(-year)) / year, 0.02);
  // Ten that fall together vary as one does.
  EXPECT_NEAR(result.all.fill.half_width, result.lines[0].fill.half_width, 1e-3);
}

TEST(Stress, AReserveTakesOverAndOnlyOne) {
  Independent two{2, "1"};
  two.situation.unit("reserve");
  two.situation.offer("reserve", "reserve");
  const Ready ready{two.situation};
  StressOptions options;
  for (const Criticality& one : criticality(ready.scenario, ready.plan, options, {})) {
    // Both go with the nation, and its reserve too.
    const double lost = one.kind == Kind::nation || one.kind == Kind::place ? 2 * 366 * 100 : 0;
    EXPECT_EQ(one.lost_repaired, lost) << to_text(one.kind) << " " << one.key;
    EXPECT_GT(one.lost, 0);
  }
}

// Weighted requirement-days lost with a unit of the one line that it serves, after repairs.
double lost_with(const Situation& situation, std::string_view unit) {
  const Ready ready{situation};
  for (const Criticality& one : criticality(ready.scenario, ready.plan, {}, {}))
    if (one.kind == Kind::unit && one.key == unit) return one.lost_repaired;
  return 0;
}
constexpr double whole_year = 366 * 100;

// Served by DEU's unit; NLD has a reserve of a hundred people that costs 10 EUR a day.
Situation with_reserve(const support::Fields& line = {}, const support::Fields& reserve = {}) {
  Situation s;
  s.requirement("line", line);
  s.unit("first", {{"nation", "DEU"}, {"personnel", "100"}});
  s.offer("first", "first", {{"nation", "DEU"}, {"requirement", "line"}});
  s.unit("reserve", {{"personnel", "100"}});
  support::Fields offer{{"cost_eur", "10"}, {"cost_per", "day"}};
  offer.insert(offer.end(), reserve.begin(), reserve.end());
  s.offer("reserve", "reserve", offer);
  return s;
}

TEST(Stress, RepairsKeepToCeilings) {
  for (const auto& [people, lost] : {std::pair{"100", 0.0}, std::pair{"99", whole_year}}) {
    Situation s = with_reserve();
    s.row("ceilings", {{"nation", "NLD"}, {"from", "2024-01-01"}, {"personnel", people}});
    EXPECT_EQ(lost_with(s, "first"), lost) << people;
  }
}

TEST(Stress, WhoGoesLeavesRoomUnderTheCeiling) {
  Situation s;
  s.requirement("line");
  for (const char* key : {"first", "reserve"}) s.unit(key, {{"personnel", "100"}});
  s.offer("first", "first", {{"requirement", "line"}}).offer("reserve", "reserve");
  s.row("ceilings", {{"nation", "NLD"}, {"from", "2024-01-01"}, {"personnel", "100"}});
  EXPECT_EQ(lost_with(s, "first"), 0);
}

TEST(Stress, RepairsKeepToBudgets) {
  for (const auto& [euros, lost] : {std::pair{"3660", 0.0}, std::pair{"3659", whole_year}}) {
    Situation s = with_reserve({}, {{"budget", "purse"}});
    s.row("budgets",
          {{"budget", "purse"},
           {"nation", "NLD"},
           {"currency", "EUR"},
           {"amount", euros},
           {"from", "2024-01-01"},
           {"until", "2025-01-01"}});
    EXPECT_EQ(lost_with(s, "first"), lost) << euros;
  }
}

// Two units, one of each of two nations; the reserve is of the second.
Situation of_two_nations(const support::Fields& line) {
  support::Fields fields{{"quantity", "2"}};
  fields.insert(fields.end(), line.begin(), line.end());
  Situation s;
  s.requirement("line", fields);
  s.unit("first").offer("first", "first", {{"requirement", "line"}});
  s.unit("second", {{"nation", "DEU"}});
  s.offer("second", "second", {{"nation", "DEU"}, {"requirement", "line"}});
  return s;
}

TEST(Stress, RepairsAddNoNationBeyondTheLimit) {
  for (const char* nation : {"DEU", "DNK"}) {
    Situation s = of_two_nations({{"max_nations", "1"}});
    s.unit("reserve", {{"nation", nation}}).offer("reserve", "reserve", {{"nation", nation}});
    EXPECT_EQ(lost_with(s, "first"), std::string_view{nation} == "DEU" ? 0 : whole_year) << nation;
  }
}

TEST(Stress, RepairsLeaveTheLeadItsShare) {
  for (const char* nation : {"NLD", "DEU"}) {
    Situation s = of_two_nations({{"lead_share", "0.5"}});
    s.unit("reserve", {{"nation", nation}}).offer("reserve", "reserve", {{"nation", nation}});
    EXPECT_EQ(lost_with(s, "first"), std::string_view{nation} == "NLD" ? 0 : whole_year) << nation;
  }
}

TEST(Stress, RepairsKeepToTotalsOfDays) {
  Situation s;
  s.policy("short",
           {{"tour_max_days", "100"}, {"total_days", "200"}, {"total_within_days", "366"}});
  s.requirement("line");
  s.unit("first").offer("first", "first", {{"requirement", "line"}});
  s.unit("reserve", {{"policy", "short"}}).offer("reserve", "reserve");
  EXPECT_EQ(lost_with(s, "first"), (366 - 200) * 100);
}

TEST(Stress, WhoWaitsForTheSameConditionIsNoReserve) {
  Independent none{0, "1"};
  none.situation.row("conditions",
                     {{"condition", "vote"},
                      {"name", "A vote"},
                      {"party", "NLD"},
                      {"status", "open"},
                      {"expected_on", "2024-01-01"}});
  none.situation.unit("first").unit("second");
  none.situation.requirement("watch");
  none.situation.offer("first", "first", {{"requirement", "watch"}, {"condition", "vote"}});
  none.situation.offer("second", "second", {{"condition", "vote"}});
  const Ready ready{none.situation};
  for (const Criticality& one : criticality(ready.scenario, ready.plan, {}, {}))
    if (one.kind == Kind::condition || one.kind == Kind::unit) {
      EXPECT_EQ(one.lost_repaired, one.kind == Kind::condition ? one.lost : 0) << one.key;
      EXPECT_GT(one.lost, 0);
    }
}

// N-1 by enumeration: without repairs the loss is what the tours of what is gone served.
TEST(Stress, CriticalityIsWhatEnumerationSays) {
  Independent many{6, "1"};
  many.situation.unit("twice");
  many.situation.requirement("first", {{"until", "2024-03-01"}, {"priority", "p1"}});
  many.situation.requirement("second",
                             {{"from", "2024-06-01"}, {"until", "2024-07-01"}, {"priority", "p1"}});
  many.situation.offer("twice-1", "twice", {{"requirement", "first"}, {"until", "2024-04-01"}});
  many.situation.offer("twice-2", "twice", {{"requirement", "second"}, {"from", "2024-05-01"}});
  const Ready ready{many.situation};
  StressOptions options;
  options.repair = Repair::none;
  const auto found = criticality(ready.scenario, ready.plan, options, {});
  const judge::Verdict whole = judge::evaluate(ready.scenario, ready.plan, {});
  for (const Criticality& one : found) {
    if (one.kind == Kind::place) continue;
    Plan rest = ready.plan;
    std::erase_if(rest.tours, [&](const Tour& tour) {
      const Offer& given = ready.scenario->offers[tour.offer];
      return (one.kind == Kind::nation && ready.scenario->nations[given.nation].key == one.key)
             || (one.kind == Kind::unit && ready.scenario->units[given.unit].key == one.key)
             || (one.kind == Kind::offer && given.key == one.key);
    });
    const judge::Verdict without = judge::evaluate(ready.scenario, rest, {});
    const auto lost = static_cast<double>(without.goals.unmet - whole.goals.unmet) / 1000;
    EXPECT_DOUBLE_EQ(one.lost, lost) << to_text(one.kind) << " " << one.key;
    EXPECT_DOUBLE_EQ(one.lost_repaired, lost);
  }
  EXPECT_EQ(found.front().kind, Kind::nation);
}

TEST(Stress, ATrialIsTheSameOnAnyNumberOfThreadsAndAmongAnyNumber) {
  const Ready ready{Independent{15, "0.6"}.situation};
  StressOptions options;
  options.trials = 1000;
  const StressResult one = ready.run(options);
  options.threads = 3;
  const StressResult three = ready.run(options);
  EXPECT_EQ(one.fills, three.fills);
  EXPECT_EQ(one.lines[3].fill.mean, three.lines[3].fill.mean);
  options.trials = 300;
  const StressResult fewer = ready.run(options);
  EXPECT_TRUE(std::ranges::equal(fewer.fills, std::span{one.fills}.first(300)));
}

TEST(Stress, ItStopsWhenTheIntervalIsReached) {
  const Ready ready{Independent{15, "0.6"}.situation};
  StressOptions options;
  options.trials = 100000;
  options.interval = 0.005;
  const StressResult result = ready.run(options);
  EXPECT_TRUE(result.has_converged);
  EXPECT_LT(result.trials, 10000U);
  EXPECT_LE(result.all.fill.half_width, 0.005);
}

TEST(Stress, WhatIsMadeCertainRaisesTheWorstDecile) {
  Independent many{4, "0.5"};
  many.situation.requirement("heavy", {{"priority", "p1"}});
  many.situation.unit("heavy");
  many.situation.offer("heavy", "heavy", {{"requirement", "heavy"}});
  const Ready ready{many.situation};
  StressOptions options;
  options.trials = 500;
  const StressResult result = ready.run(options);
  const auto critical = criticality(ready.scenario, ready.plan, options, {});
  const auto found = firm_up(ready.scenario,
                             ready.plan,
                             ready.uncertainty,
                             options,
                             {critical, result.trials, result.all.fill.p10, 3},
                             {});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().key, "heavy");
  EXPECT_GT(found.front().rise, 0.3);
}

// Whatever happens, repairs help or do nothing, and what they call up keeps the rest that its units
// owe.
TEST(Stress, RepairsNeverMakeItWorseAndKeepTheRestOfUnits) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    generate::Sizes sizes;
    sizes.units = 40;
    sizes.requirements = 40;
    sizes.demand_percent = 60;
    sizes.shares = generate::plain_shares();
    sizes.shares.on_call = 0;
    const Draft draft = generate::generate(sizes, seed);
    const auto scenario = Scenario::build(draft);
    ASSERT_TRUE(scenario);
    const Grid grid = make_grid(*scenario, GridStep::month, {});
    const Plan plan = fill_by_rule(*scenario, Counting::best, grid, {Counting::best, {}, {}});
    const Field field = field_of(*scenario, plan);
    const Chances chances{field, Uncertainty{*scenario, draft}, seed};
    Trial trial{field};
    World world;
    std::int64_t helped = 0;
    for (std::uint64_t k = 0; k < 40; ++k) {
      chances.draw(k, {}, world);
      for (const Trial::Touched& one : trial.run(world, true)) {
        EXPECT_LE(one.after.amount_days, one.before.amount_days) << seed;
        helped += one.before.amount_days - one.after.amount_days;
      }
      for (const Stay& one : trial.called_up()) {
        const FieldOffer& given = field.offers[one.offer];
        if (given.divisible) continue;
        const std::int32_t rest = field.rest_after(given, true, one.until - one.from);
        for (const Stay& other : trial.stays_of(given.unit)) {
          if (other.from == one.from) continue;  // itself, or what it stays longer than
          const bool is_one_tour = std::ranges::any_of(field.tours, [&](const FieldTour& tour) {
            return tour.offer == one.offer && tour.from <= other.from && one.from < tour.until;
          });
          if (is_one_tour && other.offer == one.offer) continue;  // cut by a while of absence
          if (other.from > one.from) {
            EXPECT_LE(one.until + rest, other.from) << seed << " unit " << given.unit;
          } else {
            EXPECT_LE(other.until + field.rest_after(given, true, other.until - other.from),
                      one.from)
                << seed << " unit " << given.unit;
          }
        }
      }
    }
    EXPECT_GT(helped, 0) << seed;
  }
}

TEST(Uncertainty, TheMostParticularRowCountsAndTheDataBeforeWhatIsAssumed) {
  Situation situation;
  situation.unit("a").unit("b");
  situation.offer("a", "a").offer("b", "b");
  situation.row("uncertainty", {{"row", "1"}, {"event", "real"}, {"chance", "0.3"}});
  situation.row("uncertainty",
                {{"row", "2"}, {"event", "real"}, {"nation", "NLD"}, {"chance", "0.4"}});
  situation.row("uncertainty",
                {{"row", "3"}, {"event", "real"}, {"offer", "b"}, {"chance", "0.9"}});
  const Scenario scenario = situation.build();
  const Uncertainty uncertainty{scenario, situation.draft()};
  EXPECT_DOUBLE_EQ(uncertainty.of(Event::real, *scenario.find_offer("a")).chance, 0.4);
  EXPECT_DOUBLE_EQ(uncertainty.of(Event::real, *scenario.find_offer("b")).chance, 0.9);
  EXPECT_TRUE(uncertainty.of(Event::late, *scenario.find_offer("a")).assumed);
}

TEST(Triangle, HasItsEndsItsMiddleAndItsMean) {
  const Triangle triangle{10, 20, 60};
  EXPECT_EQ(triangle.at(0), 10);
  EXPECT_LE(triangle.at(0.999999), 60);
  double sum = 0;
  for (int k = 0; k < 10000; ++k) sum += triangle.at((k + 0.5) / 10000);
  EXPECT_NEAR(sum / 10000, 30, 0.1);
}

}  // namespace
}  // namespace muster::simulate
