// SPDX-License-Identifier: Apache-2.0
// What a stress test looks up quickly, against what is found slowly.
#include <algorithm>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "simulate/fill_by_rule.hpp"
#include "simulate/stress/trial.hpp"
#include "support/situation.hpp"

namespace muster::simulate {
namespace {

struct Generated {
  explicit Generated(std::uint64_t seed) {
    generate::Sizes sizes;
    sizes.units = 40;
    sizes.requirements = 40;
    sizes.demand_percent = 60;
    draft = generate::generate(sizes, seed);
    scenario = *Scenario::build(draft);
    const Grid grid = make_grid(*scenario, GridStep::month, {});
    plan = fill_by_rule(*scenario, Counting::best, grid, {Counting::best, {}, {}});
    field = field_of(*scenario, plan);
  }
  Draft draft;
  std::optional<Scenario> scenario;
  Plan plan;
  Field field;
};

bool may_serve(const Field& field, std::uint32_t line, std::size_t at) {
  return (field.may_serve.of(line)[at / 64] >> (at % 64) & 1U) != 0;
}

struct When {
  std::uint32_t line = 0;
  std::int32_t day = 0;
};

// Whoever could begin on the day is asked, and whoever becomes free after it is asked in order.
void expect_nobody_left_out(const Field& field, Reserves& reserves, Suitors& suitors, When when) {
  std::set<std::uint32_t> asked;
  suitors.ask_who_could_start(when.line, suitors.stretch_of(when.day), [&](std::uint32_t offer) {
    asked.insert(offer);
    return false;
  });
  std::set<std::pair<std::int32_t, std::uint32_t>> free_later;
  std::int32_t before = when.day;
  suitors.ask_who_becomes_free(
      when.line, when.day, field.days, [&](std::uint32_t offer, std::int32_t day) {
        EXPECT_GE(day, before);
        before = day;
        free_later.emplace(day, offer);
        return false;
      });
  const auto all = field.suitors_of_class.of(field.class_of_line[when.line]);
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (!may_serve(field, when.line, at)) continue;
    if (reserves.pieces(all[at], when.day) > 0 && field.offers[all[at]].callable_from <= when.day) {
      EXPECT_TRUE(asked.contains(all[at]));
    }
    for (const Free& free : reserves.of(all[at])) {
      const bool can_start = std::max(free.from, field.offers[all[at]].callable_from) <= when.day
                             && when.day <= free.last_start;
      if (can_start) {
        EXPECT_TRUE(asked.contains(all[at]));
      }
      if (free.from > when.day) {
        EXPECT_TRUE(free_later.contains({free.from, all[at]}));
      }
    }
  }
}

TEST(Suitors, NobodyWhoCouldComeIsLeftOutAlsoAfterOthersWereCalledUp) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Generated one{seed};
    const Chances chances{one.field, Uncertainty{*one.scenario, one.draft}, seed};
    Remains remains{one.field};
    Reserves reserves{one.field, remains};
    Suitors suitors{one.field, reserves};
    World world;
    for (std::uint64_t trial = 0; trial < 3; ++trial) {
      chances.draw(trial, {}, world);
      remains.begin(world);
      reserves.begin(world);
      suitors.begin();
      for (std::uint32_t line = 0; line < one.field.lines.size(); ++line)
        for (std::int32_t day = 0; day < one.field.days; day += 41) {
          expect_nobody_left_out(one.field, reserves, suitors, {line, day});
          const auto who = static_cast<std::uint32_t>(
              static_cast<std::size_t>(line + static_cast<std::uint32_t>(day))
              % one.field.offers.size());
          const auto free = reserves.of(who);
          if (day % 2 == 0 || free.empty() || free.front().until - free.front().from < 30) continue;
          const std::int32_t from = free.front().from + 7;
          reserves.call_up({who, from, from, from + 9, 1000, 1});
          suitors.look_again(one.field.offers[who].unit);
        }
    }
  }
}

// Of the last day from which somebody could stay his least days: the day itself does, the next not.
// It was cut at the present day, and its handover counted twice.
TEST(Remains, ATourThatHasBegunAndEndsEarlyIsOnePiece) {
  support::Situation s;
  s.requirement("task", {{"from", "2023-06-01"}, {"overlap_days", "30"}});
  s.unit("unit").offer("O", "unit");
  const Scenario scenario = s.build();
  Plan plan;
  plan.tours.push_back(
      support::tour(scenario, "O", "task", support::period("2023-06-01", "2025-01-01")));
  const Field field = field_of(scenario, plan);
  World world;
  world.fates.push_back({.until = field.today + 50});
  world.changed.push_back(0);
  Remains remains{field};
  remains.begin(world);
  std::vector<std::pair<std::int32_t, std::int32_t>> pieces;
  remains.visit(0, [&](const Span& span) { pieces.emplace_back(span.from, span.until); });
  EXPECT_GT(field.today, 0);
  EXPECT_EQ(pieces, (std::vector<std::pair<std::int32_t, std::int32_t>>{{0, field.today + 50}}));
}

TEST(Reserves, TheLastStartIsTheLastDayThatLeavesTimeEnough) {
  std::size_t tight = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Generated one{seed};
    const Chances chances{one.field, Uncertainty{*one.scenario, one.draft}, seed};
    Remains remains{one.field};
    Reserves reserves{one.field, remains};
    World world;
    chances.draw(0, {}, world);
    remains.begin(world);
    reserves.begin(world);
    for (std::uint32_t offer = 0; offer < one.field.offers.size(); ++offer)
      for (const Free& free : reserves.of(offer)) {
        const FieldOffer& given = one.field.offers[offer];
        const auto stays = [&](std::int32_t day) { return free.stay_until(given, day) - day; };
        if (free.last_start >= free.from) {
          EXPECT_GE(stays(free.last_start), given.least_days);
        }
        EXPECT_LT(stays(std::max(free.last_start, free.from - 1) + 1), given.least_days);
        if (free.next_busy < always) ++tight;
      }
  }
  EXPECT_GT(tight, 0U);
}

// Months are counted from what differs from the plan; lines from all their days.
TEST(Trial, MonthsAddUpToWhatIsMissingOfAllLines) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Generated one{seed};
    const Chances chances{one.field, Uncertainty{*one.scenario, one.draft}, seed};
    Trial trial{one.field};
    World world;
    for (std::uint64_t k = 0; k < 10; ++k) {
      chances.draw(k, {}, world);
      double missing = 0;
      for (std::uint32_t line = 0; line < one.field.lines.size(); ++line)
        missing += weighted_days(one.field.lines[line], trial.planned()[line].amount_days);
      const double planned =
          std::reduce(trial.planned_by_month().begin(), trial.planned_by_month().end());
      EXPECT_NEAR(planned, missing, 1e-6 * missing);
      for (const Trial::Touched& touched : trial.run(world, true))
        missing +=
            weighted_days(one.field.lines[touched.line],
                          touched.after.amount_days - trial.planned()[touched.line].amount_days);
      const auto& months = trial.missing_by_month();
      EXPECT_NEAR(std::reduce(months.begin(), months.end()), missing, 1e-6 * missing) << k;
    }
  }
}

}  // namespace
}  // namespace muster::simulate
