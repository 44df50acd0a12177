// SPDX-License-Identifier: Apache-2.0
// Bounds computed by hand. K is a price of one point for a thousandth on each day; a requirement of
// one unit asks 1000 thousandths.
#include <gtest/gtest.h>

#include "model/goals.hpp"
#include "support/situation.hpp"
#include "verify/verify.hpp"

namespace muster::verify {
namespace {

using support::day;
using support::Situation;

class Priced {
 public:
  explicit Priced(const Situation& situation)
      : scenario{situation.build()},
        grid{make_grid(scenario, GridStep::month, {})},
        certificate{no_prices(scenario, grid)} {}

  // So many points for each day of a requirement's period.
  Priced& ask(std::string_view requirement, std::int64_t points_per_day) {
    const auto id = support::requirement_of(scenario, requirement);
    for (std::size_t b = 0; b + 1 < grid.size(); ++b)
      if (scenario->requirements[id].period.contains(grid[b]))
        certificate.requirement[id][b] = points_per_day * (grid[b + 1] - grid[b]).count();
    return *this;
  }
  [[nodiscard]] std::size_t bucket(std::string_view from) const {
    const auto found = std::ranges::find(grid, day(from));
    if (found == grid.end()) throw std::invalid_argument{"no boundary: " + std::string{from}};
    return static_cast<std::size_t>(found - grid.begin());
  }
  [[nodiscard]] std::int64_t bound(const Plan& in_force = {},
                                   Counting counting = Counting::best) const {
    return static_cast<std::int64_t>(prove(scenario, counting, in_force, grid, certificate));
  }
  [[nodiscard]] std::int64_t points(std::string_view offer,
                                    std::int64_t days,
                                    std::int64_t new_days = 0) const {
    const Offer& named = scenario->offers[support::offer_of(scenario, offer)];
    return to_points(later_rates(named, goal_scales(scenario)), days, new_days);
  }

  Scenario scenario;
  Grid grid;
  Certificate certificate;
};

constexpr std::int64_t whole = 1000;  // thousandths of one unit

Situation half_a_year() {
  Situation s;
  s.draft().horizon = "2024-07-01";
  return s;
}
const support::Fields in_half_a_year{{"until", "2024-07-01"}};

TEST(Prove, what_nobody_offers_is_owed_in_full) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year);
  EXPECT_EQ(Priced{s}.ask("R", 3).bound(), 3 * 182 * whole);
}

TEST(Prove, a_unit_that_is_always_there_earns_it_all) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year).unit("U").offer("O", "U");
  EXPECT_EQ(Priced{s}.ask("R", 3).bound(), 0);
}

TEST(Prove, a_contribution_counts_up_to_what_is_asked) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year)
      .requirement("Q", {{"until", "2024-07-01"}, {"quantity", "3"}})
      .unit("U", {{"quantity", "2"}})
      .offer("O", "U");
  EXPECT_EQ(Priced{s}.ask("R", 3).bound(), 0);
  EXPECT_EQ(Priced{s}.ask("Q", 3).bound(), 3 * 182 * whole);
}

// Tours of at most 92 days that owe as long a rest: 1 January to 1 February (31 days), rest to 3
// March, then 1 April to 1 July (91 days) is the best of all on the months: 122 of 182 days.
TEST(Prove, rest_is_owed_between_tours) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year)
      .policy("turns", {{"tour_max_days", "92"}, {"dwell_ratio", "1"}})
      .unit("U", {{"policy", "turns"}})
      .offer("O", "U");
  EXPECT_EQ(Priced{s}.ask("R", 1).bound(), (182 - 122) * whole);
}

// Each tour's points are rounded down: a minimum term keeps the best schedule to one tour.
TEST(Prove, later_goals_are_paid_by_the_piece) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year)
      .unit("U")
      .offer(
          "O",
          "U",
          {{"status", "offered"}, {"cost_eur", "7"}, {"cost_per", "day"}, {"minimum_days", "182"}});
  Priced priced{s};
  priced.ask("R", 1'000'000);
  const std::int64_t points = priced.points("O", 182);
  EXPECT_GT(points, 0);
  EXPECT_EQ(priced.bound(), points);
}

TEST(Prove, days_of_the_plan_in_force_are_free_of_distance) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year).unit("U").offer("O", "U", {{"minimum_days", "182"}});
  Priced priced{s};
  priced.ask("R", 1'000'000);
  const Plan in_force{
      Counting::best,
      {support::tour(priced.scenario, "O", "R", support::period("2024-01-01", "2024-02-01"))},
      {}};
  EXPECT_EQ(priced.bound(in_force), priced.points("O", 182, 182 - 31));
  EXPECT_EQ(priced.bound(), 0);
}

TEST(Prove, who_is_not_counted_earns_nothing) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year)
      .unit("U")
      .offer("O", "U", {{"status", "accepted"}, {"minimum_days", "182"}});
  const Priced priced = Priced{s}.ask("R", 1'000'000);
  EXPECT_EQ(priced.bound({}, Counting::firm), 1'000'000 * 182 * whole);
  EXPECT_EQ(priced.bound({}, Counting::expected), priced.points("O", 182));
}

// In July a person costs 2 points. 600 people cost 1200 there, and the ceiling of 500 pays 1000
// back.
TEST(Prove, a_ceiling_is_paid_by_the_person_and_the_bucket) {
  Situation s;
  s.requirement("R").unit("U", {{"personnel", "600"}}).offer("O", "U");
  s.row("ceilings",
        {{"nation", "NLD"}, {"from", "2024-07-01"}, {"until", "2024-08-01"}, {"personnel", "500"}});
  Priced priced{s};
  priced.ask("R", 1);
  priced.certificate.ceiling[Id<Ceiling>{0}][priced.bucket("2024-07-01")] = 2;
  EXPECT_EQ(priced.bound(), 1200 - 1000);
  // So dear that the unit rather stays away in July, which is 31 days.
  priced.certificate.ceiling[Id<Ceiling>{0}][priced.bucket("2024-07-01")] = 1000;
  EXPECT_EQ(priced.bound(), 31 * whole - 1000 * 500);
}

// Two are asked, two nations offer one each, one nation is allowed: one of two is out of reach.
TEST(Prove, what_a_limit_of_nations_leaves_out_of_reach_is_owed_in_full) {
  Situation s = half_a_year();
  support::Fields two = in_half_a_year;
  two.insert(two.end(), {{"quantity", "2"}, {"max_nations", "1"}, {"priority", "p4"}});
  s.requirement("R", two).unit("U").offer("O", "U");
  s.unit("V", {{"nation", "DEU"}}).offer("P", "V", {{"nation", "DEU"}});
  const std::int64_t out_of_reach = 182 * whole * points_per_thousandth_day;
  EXPECT_EQ(Priced{s}.bound(), out_of_reach);
  EXPECT_EQ(Priced{s}.ask("R", 1).bound(), out_of_reach + 182 * whole - 2 * 182 * whole);
}

// The lead must have half of what is there, and offers one: of four asked two are within reach.
TEST(Prove, what_the_leads_share_leaves_out_of_reach_is_owed_in_full) {
  Situation s = half_a_year();
  support::Fields four = in_half_a_year;
  four.insert(four.end(), {{"quantity", "4"}, {"lead_share", "0.5"}, {"priority", "p4"}});
  s.requirement("R", four).unit("U").offer("O", "U");
  for (const char* key : {"V", "W", "X"})
    s.unit(key, {{"nation", "DEU"}}).offer(key, key, {{"nation", "DEU"}});
  EXPECT_EQ(Priced{s}.bound(), 2 * 182 * whole * points_per_thousandth_day);
}

// A unit and a part of it never serve at once: at a price of the pair one of them earns nothing
// more.
TEST(Prove, kin_pay_for_being_there) {
  Situation s = half_a_year();
  support::Fields two = in_half_a_year;
  two.insert(two.end(), {{"quantity", "2"}});
  s.requirement("R", two).unit("U").unit("V", {{"part_of", "U"}}).offer("O", "U").offer("P", "V");
  Priced priced{s};
  priced.ask("R", 1);
  EXPECT_EQ(priced.bound(), 0);
  std::vector<std::int64_t>& pair = priced.certificate.kin[Id<KinPair>{0}];
  for (std::size_t b = 0; b < pair.size(); ++b)
    pair[b] = (priced.grid[b + 1] - priced.grid[b]).count() * whole;
  EXPECT_EQ(priced.bound(), 2 * 182 * whole - 182 * whole);
}

Situation paid_from_a_budget(const char* amount, const char* cost, const char* per) {
  Situation s;
  s.row("budgets",
        {{"budget", "B"},
         {"nation", "NLD"},
         {"from", "2024-02-01"},
         {"until", "2024-08-01"},
         {"amount", amount},
         {"currency", "EUR"}});
  s.requirement("R").unit("U").offer(
      "O", "U", {{"cost_eur", cost}, {"cost_per", per}, {"budget", "B"}, {"minimum_days", "182"}});
  return s;
}

// 10 EUR a day, from February to July: 182 days cost 1820 EUR of the 2000 there are.
TEST(Prove, a_budget_is_paid_by_the_euro_and_only_within_its_period) {
  Priced priced{paid_from_a_budget("2000", "10", "day")};
  priced.ask("R", 1'000'000);
  priced.certificate.budget[Id<Budget>{0}] = 5;
  const std::int64_t unfilled = 1'000'000 * (366 - 182) * whole;
  EXPECT_EQ(priced.bound(), unfilled + priced.points("O", 182) + 5 * 1820 - 5 * 2000);
}

// The same of 1819 EUR, or of 1000: the one tour that its offer allows is too dear, whatever the
// price.
TEST(Prove, nobody_serves_in_tours_that_cost_more_than_the_budget) {
  for (const std::int64_t amount : {1819, 1000}) {
    Priced priced{paid_from_a_budget(std::to_string(amount).c_str(), "10", "day")};
    priced.ask("R", 1'000'000);
    EXPECT_EQ(priced.bound(), 1'000'000 * 366 * whole) << amount;
  }
}

// 300 EUR for being used at all, and of 1000 EUR no more than 900 can be spent in such parts.
TEST(Prove, a_cost_per_once_is_charged_with_the_entry) {
  Priced priced{paid_from_a_budget("1000", "300", "once")};
  priced.ask("R", 1'000'000);
  priced.certificate.budget[Id<Budget>{0}] = 5;
  const Scenario& scenario = priced.scenario;
  const Offer& offer = scenario->offers[Id<Offer>{0}];
  const std::int64_t once = later_rates(offer, goal_scales(scenario)).once;
  const std::int64_t unfilled = 1'000'000 * (366 - 182) * whole;
  EXPECT_EQ(priced.bound(), unfilled + priced.points("O", 182) + once + 5 * 300 - 5 * 900);
}

// Of ten tanks four are fixed on 15 March; the other six earn most on 1 January.
TEST(Prove, deliveries_earn_from_their_day_on) {
  Situation s = half_a_year();
  s.requirement(
       "R",
       {{"until", "2024-07-01"}, {"capability", "tanks"}, {"quantity", "10"}, {"kind", "delivery"}})
      .offer("O", "", {{"capability", "tanks"}, {"quantity", "10"}});
  s.row("deliveries",
        {{"delivery", "D"},
         {"offer", "O"},
         {"quantity", "4"},
         {"state", "in_transit"},
         {"on", "2024-03-15"}});
  const Priced priced = Priced{s}.ask("R", 1);
  EXPECT_EQ(priced.bound(), 4 * (31 + 29 + 14) * whole);
}

// A tank taken from the stock costs 200,000 points. It earns 182,000 on 1 January: the unfixed stay
// away.
TEST(Prove, a_stock_is_paid_by_the_piece) {
  Situation s = half_a_year();
  s.requirement(
       "R",
       {{"until", "2024-07-01"}, {"capability", "tanks"}, {"quantity", "10"}, {"kind", "delivery"}})
      .offer("O", "", {{"capability", "tanks"}, {"quantity", "10"}});
  s.row("stocks",
        {{"nation", "NLD"},
         {"capability", "tanks"},
         {"on", "2023-12-01"},
         {"quantity", "8"},
         {"floor", "5"}});
  Priced priced{s};
  priced.ask("R", 1);
  priced.certificate.stock[Id<Stock>{0}] = 200'000;
  EXPECT_EQ(priced.bound(), 10 * 182 * whole - 200'000 * 3);
  priced.certificate.stock[Id<Stock>{0}] = 82'000;
  EXPECT_EQ(priced.bound(), 10 * 182 * whole - 10 * 100'000 - 82'000 * 3);
}

TEST(Prove, an_offer_goes_to_the_requirement_that_pays_most) {
  Situation s = half_a_year();
  const support::Fields tanks{
      {"until", "2024-07-01"}, {"capability", "tanks"}, {"quantity", "10"}, {"kind", "delivery"}};
  s.requirement("R", tanks)
      .requirement("Q", tanks)
      .offer("O", "", {{"capability", "tanks"}, {"quantity", "10"}});
  EXPECT_EQ(Priced{s}.ask("R", 1).ask("Q", 2).bound(), 10 * 182 * whole);
}

TEST(Prove, a_declared_double_use_earns_both) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year).requirement("Q", in_half_a_year).unit("U").offer("O", "U");
  EXPECT_EQ(Priced{s}.ask("R", 1).ask("Q", 2).bound(), 182 * whole);
  s.row("double_use", {{"unit", "U"}, {"requirement", "Q"}, {"also", "R"}});
  EXPECT_EQ(Priced{s}.ask("R", 1).ask("Q", 2).bound(), 0);
}

TEST(Prove, every_piece_of_a_pool_has_a_schedule_of_its_own) {
  Situation s = half_a_year();
  s.requirement("R", {{"until", "2024-07-01"}, {"capability", "people"}, {"quantity", "50"}})
      .unit("POOL", {{"capability", "people"}, {"quantity", "30"}, {"divisible", "true"}})
      .offer("O", "POOL");
  EXPECT_EQ(Priced{s}.ask("R", 1).bound(), (50 - 30) * 182 * whole);
}

// A unit that earns 182,000 points and costs less to use leaves what it costs; one that costs more
// stays at home. The rates: half of the cost share is activation.
TEST(Prove, activation_is_paid_once_by_who_serves) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year)
      .requirement("Q", in_half_a_year)
      .unit("U", {{"activation_eur", "1000"}})
      .offer("O", "U");
  Priced priced{s};
  const Unit& unit = priced.scenario->units[Id<Unit>{0}];
  const std::int64_t entry = activation_points(unit, goal_scales(priced.scenario));
  EXPECT_GT(entry, 100'000'000);
  priced.ask("R", 1'000'000).ask("Q", 1'000'000);
  EXPECT_EQ(priced.bound(), 1'000'000 * 182 * whole + entry);
  priced.ask("R", 1).ask("Q", 1);
  EXPECT_EQ(priced.bound(), 2 * 182 * whole);
}

TEST(Prove, a_pool_is_activated_once_for_all_its_pieces) {
  Situation s = half_a_year();
  s.requirement("R", {{"until", "2024-07-01"}, {"capability", "people"}, {"quantity", "30"}})
      .unit("POOL",
            {{"capability", "people"},
             {"quantity", "30"},
             {"divisible", "true"},
             {"activation_eur", "1000"}})
      .offer("O", "POOL");
  Priced priced{s};
  const Unit& unit = priced.scenario->units[Id<Unit>{0}];
  EXPECT_EQ(priced.ask("R", 1'000'000).bound(),
            activation_points(unit, goal_scales(priced.scenario)));
}

// Whoever serves with the unit uses one of its offers at least: the cheaper one is sure to be paid.
TEST(Prove, the_least_cost_once_of_the_offers_that_count_is_paid) {
  Situation s = half_a_year();
  const auto offer = [&](const char* key, const char* status, const char* eur) {
    s.offer(key,
            "U",
            {{"requirement", key}, {"status", status}, {"cost_eur", eur}, {"cost_per", "once"}});
  };
  for (const char* key : {"R", "Q", "X"}) s.requirement(key, in_half_a_year);
  s.unit("U");
  offer("R", "committed", "500");
  offer("Q", "committed", "300");
  offer("X", "withdrawn", "100");
  Priced priced{s};
  const Offer& cheaper = priced.scenario->offers[support::offer_of(priced.scenario, "Q")];
  const std::int64_t once = later_rates(cheaper, goal_scales(priced.scenario)).once;
  EXPECT_GT(once, 50'000'000);
  EXPECT_EQ(priced.ask("R", 1'000'000).bound(), once);
}

// Of 182 days the unit can serve 181: none of them, since the whole is asked of one.
TEST(Prove, who_cannot_serve_the_whole_earns_nothing) {
  const auto bound = [](const char* from, const char* until) {
    Situation s = half_a_year();
    s.requirement("R", {{"until", "2024-07-01"}, {"indivisible", "true"}})
        .unit("U")
        .offer("O", "U", {{"from", from}, {"until", until}});
    return Priced{s}.ask("R", 1).bound();
  };
  EXPECT_EQ(bound("", ""), 0);
  EXPECT_EQ(bound("2024-01-01", "2024-07-01"), 0);
  EXPECT_EQ(bound("2024-01-02", ""), 182 * whole);
  EXPECT_EQ(bound("", "2024-06-30"), 182 * whole);
}

// Two halves of different price: no unit takes only the better one.
TEST(Prove, the_whole_is_taken_or_left) {
  Situation s = half_a_year();
  s.requirement("R", {{"until", "2024-07-01"}, {"indivisible", "true"}}).unit("U").offer("O", "U");
  s.requirement("Q", {{"until", "2024-04-01"}, {"indivisible", "true"}});
  s.requirement("P", {{"from", "2024-04-01"}, {"until", "2024-07-01"}, {"indivisible", "true"}});
  EXPECT_EQ(Priced{s}.ask("R", 10).ask("Q", 11).ask("P", 8).bound(), (11 + 8) * 91 * whole);
  EXPECT_EQ(Priced{s}.ask("R", 10).ask("Q", 11).ask("P", 10).bound(), 10 * 182 * whole);
}

// At most 91 days of the 182 in a tour, and another cannot follow in the certificate's eyes but it
// does: totals over several tours are left out.
TEST(Prove, a_total_limits_the_length_of_a_tour) {
  Situation s = half_a_year();
  s.requirement("R", in_half_a_year)
      .policy("total", {{"total_days", "91"}, {"total_within_days", "400"}, {"dwell_ratio", "9"}})
      .unit("U", {{"policy", "total"}})
      .offer("O", "U");
  EXPECT_EQ(Priced{s}.ask("R", 1).bound(), 91 * whole);
}

// Who does not begin on the first day counts ten days later, and the grid has days for it: 22 March
// is ten days before 1 April. From there to 1 July are 101 days, of which 91 count: no tour does
// better.
TEST(Prove, a_handover_earns_nothing) {
  Situation s = half_a_year();
  s.requirement("R", {{"until", "2024-07-01"}, {"overlap_days", "10"}})
      .policy("short", {{"tour_max_days", "101"}, {"dwell_ratio", "9"}})
      .unit("U", {{"policy", "short"}})
      .offer("O", "U", {{"from", "2024-01-02"}});
  EXPECT_EQ(Priced{s}.ask("R", 1).bound(), (182 - 91) * whole);
}

}  // namespace
}  // namespace muster::verify
