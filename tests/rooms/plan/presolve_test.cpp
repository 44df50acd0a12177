// SPDX-License-Identifier: Apache-2.0
// What is done before prices are sought: units that are alike, components.
#include <numeric>

#include <gtest/gtest.h>

#include "generate/generate.hpp"
#include "plan/instance/alike.hpp"
#include "plan/lp/small_parts.hpp"
#include "plan/search/search.hpp"
#include "support/situation.hpp"

namespace muster::plan {
namespace {

class Silent : public Observer {
 public:
  void progress(const Progress& /*progress*/) override {}
};

Outcome solved(const Scenario& scenario, const Options& options) {
  Silent silent;
  return solve(scenario, options, silent, std::stop_token{});
}

void expect_same(const Outcome& a, const Outcome& b) {
  EXPECT_EQ(a.plan.tours, b.plan.tours);
  EXPECT_EQ(a.value, b.value);
  EXPECT_EQ(a.certificate.bound, b.certificate.bound);
  for (const auto id : a.certificate.requirement.ids())
    EXPECT_EQ(a.certificate.requirement[id], b.certificate.requirement[id]);
}

support::Situation six_alike() {
  support::Situation s;
  s.policy("half", {{"tour_min_days", "60"}, {"tour_max_days", "180"}, {"dwell_ratio", "1"}});
  s.requirement("north", {{"quantity", "2"}});
  s.requirement("south", {{"quantity", "2"}, {"priority", "p1"}});
  for (int i = 1; i <= 6; ++i) {
    const std::string key = "unit-" + std::to_string(i);
    s.unit(key, {{"policy", "half"}});
    s.offer(key + "-offer", key);
  }
  s.unit("late", {{"policy", "half"}, {"from", "2024-06-01"}});
  s.offer("late-offer", "late");
  return s;
}

TEST(Presolve, UnitsThatAreAlikeArePricedOnce) {
  const Scenario scenario = six_alike().build();
  const Options options;
  const Instance instance = make_instance(scenario, options);
  EXPECT_EQ(instance.like, (std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 6}));
  EXPECT_EQ(instance.priced_crews(), 2U);
  Options each = options;
  each.classes = false;
  const Outcome once = solved(scenario, options);
  const Outcome often = solved(scenario, each);
  expect_same(once, often);
  EXPECT_LT(once.effort.pricings, often.effort.pricings);
}

TEST(Presolve, PricesOfUnitsThatAreAlikeAreTheSameForGeneratedSituations) {
  generate::Sizes sizes;
  sizes.units = 20;
  sizes.requirements = 16;
  sizes.months = 12;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto scenario = Scenario::build(generate::generate(sizes, seed)).value();
    Options once, each;
    once.threads = 2;
    each.classes = false;
    expect_same(solved(scenario, once), solved(scenario, each));
  }
}

support::Situation two_missions() {
  support::Situation s;
  s.capability("ships", "unit");
  s.policy("half", {{"tour_min_days", "60"}, {"tour_max_days", "120"}, {"dwell_ratio", "2"}});
  s.requirement("land", {{"quantity", "2"}});
  s.requirement("sea", {{"quantity", "2"}, {"capability", "ships"}, {"priority", "p1"}});
  for (const char* key : {"army-1", "army-2", "army-3"}) {
    s.unit(key, {{"policy", "half"}});
    s.offer(std::string{key} + "-offer", key);
  }
  for (const char* key : {"frigate-1", "frigate-2"}) {
    s.unit(key, {{"policy", "half"}, {"capability", "ships"}});
    s.offer(std::string{key} + "-offer", key);
  }
  return s;
}

TEST(Presolve, BoundsOfComponentsAddUp) {
  const Scenario scenario = two_missions().build();
  const Instance instance = make_instance(scenario, {});
  SmallParts small = find_small_parts(instance);
  ASSERT_EQ(small.parts.size(), 2U);
  EXPECT_TRUE(small.are_all);
  Effort effort;
  Silent silent;
  State state{instance};
  construct(state, {});
  const Ascent start =
      ascend(instance, state.value(), {20, 1, true}, effort, silent, std::stop_token{});
  const Ascent polished = polish_parts(instance, small, start, 1, effort, std::stop_token{});
  double sum = 0;
  for (const SmallPart& part : small.parts) sum += part.ascent.bound;
  const double whole = solve_master(instance, start, 1, effort, std::stop_token{}).bound;
  EXPECT_GT(sum, 0);
  EXPECT_NEAR(polished.bound, sum, 1e-6 * sum);
  EXPECT_NEAR(polished.bound, whole, 1e-6 * whole);
  EXPECT_GE(polished.bound, start.bound);
}

TEST(Presolve, ACeilingJoinsComponentsOnlyWhereAllUnderItCouldExceedIt) {
  for (const auto& [most, parts] : {std::pair{"500", 2U}, std::pair{"499", 1U}}) {
    support::Situation s = two_missions();
    for (DraftRow& row : s.draft().table("units").rows)
      row.cells[*s.draft().table("units").schema->find("personnel")].text = "100";
    s.row(
        "ceilings",
        {{"nation", "NLD"}, {"from", "2024-01-01"}, {"until", "2025-01-01"}, {"personnel", most}});
    const Scenario scenario = s.build();
    EXPECT_EQ(find_components(make_instance(scenario, {})).size(), parts) << most;
  }
}

TEST(Presolve, AUseThatAllowsNoTourIsLeftOut) {
  support::Situation s;
  s.policy("long", {{"tour_min_days", "90"}});
  s.requirement("short", {{"until", "2024-02-01"}});
  s.requirement("whole");
  s.unit("battery", {{"policy", "long"}});
  s.offer("battery-offer", "battery");
  const Scenario scenario = s.build();
  const Instance instance = make_instance(scenario, {});
  ASSERT_EQ(instance.crews.size(), 1U);
  ASSERT_EQ(instance.crews[0].uses.size(), 1U);
  EXPECT_EQ(scenario->requirements[instance.rows[instance.crews[0].uses[0].row].requirement].key,
            "whole");
}

}  // namespace
}  // namespace muster::plan
