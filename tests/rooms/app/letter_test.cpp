// SPDX-License-Identifier: Apache-2.0
// The letter's story, L1 to L11 (docs/letter.md): what data/dmm-2023-10 must show once it is
// planned. Planned without the polishing and exact steps: the story must not hang on them.
#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "explain/compare.hpp"
#include "explain/explain.hpp"
#include "io/package.hpp"
#include "judge/judge.hpp"
#include "model/scenario.hpp"
#include "plan/plan.hpp"
#include "support/situation.hpp"

namespace muster {
namespace {

using explain::Cause;
using support::day;
using support::period;

struct Silence : plan::Observer {
  void progress(const plan::Progress& /*progress*/) override {}
};

std::filesystem::path folder() {
  return std::filesystem::path{MUSTER_ROOT} / "data" / "dmm-2023-10";
}

template <class Value>
Value taken(Result<Value> result) {
  if (!result) throw std::runtime_error{support::in_words(result.error())};
  return *std::move(result);
}

Scenario letter(const std::string& overlay = "") {
  Draft draft = taken(io::read_package(folder()));
  if (!overlay.empty())
    draft =
        taken(apply(std::move(draft), taken(io::read_overlay(folder() / "overlays" / overlay))));
  return taken(Scenario::build(draft));
}

Plan planned(const Scenario& scenario, Counting counting, const Plan& near) {
  plan::Options options;
  options.counting = counting;
  options.in_force = near;
  options.polish = false;
  options.exact = false;
  Silence silence;
  return plan::solve(scenario, options, silence, std::stop_token{}).plan;
}

// A plan's tours in another scenario's ids; those whose offer or requirement is not there are left
// out.
Plan carried(const Scenario& from, const Plan& plan, const Scenario& to) {
  Plan there;
  there.counting = plan.counting;
  for (const Tour& tour : plan.tours) {
    const auto offer = to.find_offer(from->offers[tour.offer].key);
    const auto requirement = to.find_requirement(from->requirements[tour.requirement].key);
    if (offer && requirement)
      there.tours.push_back({*offer, *requirement, tour.period, tour.quantity});
  }
  std::ranges::sort(there.tours);
  return there;
}

// A scenario, its plan and what judge says of it.
struct Told {
  Scenario scenario;
  Plan plan;
  judge::Verdict verdict;
  explicit Told(Scenario of, Counting counting = Counting::best, const Plan& near = {})
      : scenario{std::move(of)},
        plan{planned(scenario, counting, near)},
        verdict{judge::evaluate(scenario, plan, {})} {}

  [[nodiscard]] judge::Stretch on(std::string_view requirement, std::string_view date) const {
    const auto id = scenario.find_requirement(requirement);
    if (!id) throw std::runtime_error{"no requirement " + std::string{requirement}};
    for (const judge::Stretch& stretch : verdict.coverage[*id])
      if (stretch.period.contains(day(date))) return stretch;
    throw std::runtime_error{"not needed on " + std::string{date}};
  }
  [[nodiscard]] std::vector<Tour> tours_on(std::string_view requirement) const {
    std::vector<Tour> found;
    for (const Tour& tour : plan.tours)
      if (scenario->requirements[tour.requirement].key == requirement) found.push_back(tour);
    return found;
  }
};

// The base plan, once for all tests of a run.
const Told& base() {
  static const Told told{letter()};
  return told;
}

// What changes from the base plan.
explain::Comparison changes_to(const Told& after) {
  return explain::compare({base().scenario, base().plan, base().verdict},
                          {after.scenario, after.plan, after.verdict});
}

Told with(const std::string& overlay, Counting counting = Counting::best) {
  Scenario scenario = letter(overlay);
  const Plan near = carried(base().scenario, base().plan, scenario);
  return Told{std::move(scenario), counting, near};
}

// The first reason of each of a requirement's shortfalls.
std::vector<explain::Reason> first_reasons(const Told& told, std::string_view requirement) {
  std::vector<explain::Reason> found;
  for (const auto& shortfall : explain::shortfalls(told.scenario, told.plan, told.verdict))
    if (told.scenario->requirements[shortfall.requirement].key == requirement)
      found.push_back(shortfall.reasons.front());
  return found;
}

bool has(const std::vector<explain::Reason>& reasons, Cause cause) {
  return std::ranges::find(reasons, cause, &explain::Reason::cause) != reasons.end();
}

const Promise& promise(std::string_view key) {
  return *std::ranges::find(base().scenario->promises, key, &Promise::key);
}

const explain::Waiting& waiting_for(const std::vector<explain::Waiting>& all,
                                    const Scenario& scenario,
                                    std::string_view key) {
  const auto found = std::ranges::find_if(all, [&](const explain::Waiting& waiting) {
    return scenario->conditions[waiting.condition].key == key;
  });
  if (found == all.end()) throw std::runtime_error{"no condition " + std::string{key}};
  return *found;
}

TEST(Letter, IsPlannedWithinEveryRule) {
  EXPECT_TRUE(base().verdict.violations.empty());
}

TEST(Letter, L1AnIntentionIsNotACommitment) {
  const auto lead = base().on("R-AIR-LEAD", "2024-06-01");
  EXPECT_EQ(lead.firm.count(), 0);
  EXPECT_EQ(lead.expected.count(), 0);
  EXPECT_EQ(lead.best.count(), 3000);
  EXPECT_EQ(promise("P-AIR-FORCE").status, PromiseStatus::open);
  EXPECT_EQ(promise("P-AIR-FORCE").due, day("2024-02-15"));
}

TEST(Letter, L1PackagesArriveOverTime) {
  EXPECT_EQ(base().on("R-UA-AD", "2023-10-30").best.count(), 0);
  EXPECT_EQ(base().on("R-UA-AD", "2023-12-20").firm.count(), 6000);
  EXPECT_EQ(base().on("R-UA-AD", "2024-03-01").best.count(), 9000);
  EXPECT_TRUE(has(first_reasons(base(), "R-TANK"), Cause::condition_refused));
}

TEST(Letter, L2AccessionWaitsAndTheFundIsShort) {
  const auto all = explain::waiting(base().scenario);
  const auto& membership = waiting_for(all, base().scenario, "UKR-MEMBERSHIP");
  EXPECT_FALSE(membership.met);
  EXPECT_EQ(membership.open_acts.size(), 5U);
  EXPECT_EQ(membership.promises.size(), 1U);
  const auto fund = base().on("R-CAP", "2025-01-01");
  EXPECT_EQ(fund.required.count(), 500'000);
  EXPECT_LT(fund.best, fund.required);
  EXPECT_LT(fund.firm, fund.best);
}

TEST(Letter, L3FourRotationsEightCohorts) {
  const auto rotations = base().tours_on("R-IFX-NLD");
  ASSERT_EQ(rotations.size(), 4U);
  std::int64_t cost = 0;
  for (const Tour& tour : rotations) cost += base().scenario->offers[tour.offer].cost->count();
  EXPECT_EQ(cost, 4'200'000);
  for (const explain::TrainingCurve& curve : explain::training(base().scenario, base().verdict)) {
    ASSERT_TRUE(curve.reached_on);
    EXPECT_LE(*curve.reached_on, *curve.target_on);
    EXPECT_EQ(curve.broken_off, 0);
    const bool dutch = base().scenario->activities[curve.activity].key == "INTERFLEX-NLD";
    if (dutch) {
      EXPECT_EQ(curve.points.back().cohorts, 8);
    } else {
      EXPECT_EQ(curve.target, 26'000);
    }
  }
}

TEST(Letter, L4TheGapHasDifferentReasons) {
  EXPECT_TRUE(has(first_reasons(base(), "R-C-DEEP"), Cause::nobody_offers));
  EXPECT_TRUE(has(first_reasons(base(), "R-C-QUICK"), Cause::notice));
  EXPECT_TRUE(has(first_reasons(base(), "R-S-MCM"), Cause::caveat));
  EXPECT_TRUE(has(first_reasons(base(), "R-FP-ROU"), Cause::ceiling));
  EXPECT_TRUE(has(first_reasons(base(), "R-UA-AMMO"), Cause::stock));
  const auto hospitals = first_reasons(base(), "R-C-ROLE2");
  ASSERT_EQ(hospitals.size(), 1U);
  EXPECT_EQ(hospitals.front().cause, Cause::window_ends_early);
  EXPECT_EQ(hospitals.front().amount, 21);
}

TEST(Letter, L4NoGiftBreaksAFloor) {
  const auto stocks = explain::stocks(base().scenario, base().plan);
  ASSERT_EQ(stocks.size(), 3U);
  for (const explain::StockState& state : stocks) {
    EXPECT_GE(state.left, base().scenario->stocks[state.stock].floor);
    EXPECT_GT(state.given, 0);
  }
}

TEST(Letter, L4AMixedBrigadeIsCountedOnce) {
  const auto brigade = base().scenario.find_offer("NLD-43BDE");
  const auto battalion = base().scenario.find_offer("DEU-PZBTL414");
  for (const Tour& one : base().plan.tours)
    for (const Tour& other : base().plan.tours)
      if (one.offer == brigade && other.offer == battalion) {
        EXPECT_TRUE(one.period.until <= other.period.from || other.period.until <= one.period.from);
      }
}

TEST(Letter, L5HalfAYearAndAnOption) {
  for (const Tour& tour : base().tours_on("R-MQ9")) EXPECT_GE(tour.period.length(), Days{182});
  EXPECT_EQ(base().on("R-MQ9", "2024-12-31").best.count(), 3000);
  const Told firm{letter(), Counting::firm};
  EXPECT_EQ(firm.on("R-MQ9", "2024-06-30").firm.count(), 3000);
  EXPECT_EQ(firm.on("R-MQ9", "2024-07-01").best.count(), 0);
  const Told extended = with("mq9-extended");
  EXPECT_EQ(extended.on("R-MQ9", "2024-12-31").firm.count(), 3000);
  EXPECT_EQ(extended.on("R-MQ9", "2026-09-30").firm.count(), 2000);
  EXPECT_EQ(extended.on("R-MQ9", "2026-10-01").best.count(), 0);
}

TEST(Letter, L6TheBrigadeChangesNothingForTheDutch) {
  const Told brigade = with("german-brigade");
  EXPECT_TRUE(brigade.verdict.violations.empty());
  const auto changes = changes_to(brigade);
  EXPECT_EQ(changes.requirements_added.size(), 4U);
  for (const explain::TourChange& change : changes.changes)
    EXPECT_NE(change.nation, "NLD") << change.offer;
  EXPECT_EQ(brigade.on("R-EFP-LTU", "2025-12-01").firm.count(), 1'600'000);
}

TEST(Letter, L7TheEventDisturbsOnlyWhatItMust) {
  const Told event = with("baltic-incident");
  const auto changes = changes_to(event);
  EXPECT_EQ(changes.requirements_added.size(), 4U);
  EXPECT_EQ(event.on("R-BI-MCM", "2023-12-01").best.count(), 4000);
  EXPECT_EQ(event.on("R-BI-MPA", "2023-12-01").best.count(), 2000);
  const std::set<std::string> added(changes.offers_added.begin(), changes.offers_added.end());
  for (const explain::TourChange& change : changes.changes)
    EXPECT_TRUE(added.contains(change.offer) || change.offer.starts_with("DNK-FRIG"))
        << change.offer;
}

TEST(Letter, L8WhatTheLastRatificationReleases) {
  const Told accession = with("sweden-accedes");
  const auto changes = changes_to(accession);
  ASSERT_EQ(changes.released.size(), 1U);
  EXPECT_EQ(changes.released.front().condition, "SWE-ACCESSION");
  EXPECT_EQ(changes.released.front().on, day("2024-03-07"));
  EXPECT_EQ(changes.released.front().offers.size(), 5U);
  EXPECT_EQ(base().on("R-N-BDE", "2024-06-01").expected.count(), 3000);
  EXPECT_EQ(accession.on("R-N-BDE", "2024-06-01").expected.count(), 4000);
}

TEST(Letter, L9EnoughInKosovoAndReservesInOnePlaceAtATime) {
  EXPECT_EQ(base().on("R-KFOR", "2023-10-25").unmet().count(), 0);
  EXPECT_EQ(base().on("R-KFOR-RES", "2023-10-10").firm.count(), 200'000);
  EXPECT_EQ(base().on("R-KFOR-RES", "2023-10-25").firm.count(), 330'000);
  EXPECT_EQ(base().on("R-KFOR-ORF", "2023-10-25").unmet().count(), 0);
  const auto reasons = first_reasons(base(), "R-ALTHEA-RES");
  EXPECT_TRUE(has(reasons, Cause::elsewhere));
}

TEST(Letter, L10TheDutchPartInIraqGrowsByTurns) {
  EXPECT_EQ(base().on("R-NMI-FC", "2024-04-30").firm.count(), 1000);
  EXPECT_EQ(base().on("R-NMI-FC", "2024-05-01").expected.count(), 1000);
  for (const Tour& tour : base().tours_on("R-NMI-FC")) {
    const bool dutch = base().scenario->offers[tour.offer].key == "NLD-NMI-FC";
    EXPECT_EQ(dutch, tour.period.from >= day("2024-05-01"));
  }
  EXPECT_EQ(base().on("R-NMI-FP", "2024-09-01").firm.count(), 145'000);
  EXPECT_EQ(base().on("R-NMI-HELI", "2024-09-01").best.count(), 3000);
  EXPECT_EQ(base().on("R-OIR-HELI", "2024-09-01").best.count(), 3000);
}

TEST(Letter, L11EveryFigureHasItsSourceAndPromisesStayOnTheList) {
  std::set<std::string> keys;
  for (const Source& source : base().scenario->sources) keys.insert(source.key);
  for (const char* key : {"kst-22054-398", "kst-36045-136", "kst-28676-442"})
    EXPECT_TRUE(keys.contains(key));
  for (const auto id : base().scenario->requirements.ids())
    EXPECT_FALSE(base().scenario->requirements[id].source.empty());
  for (const auto id : base().scenario->offers.ids())
    EXPECT_FALSE(base().scenario->offers[id].source.empty());
  EXPECT_EQ(promise("P-MQ9").status, PromiseStatus::kept);
  EXPECT_EQ(promise("P-BRIGADE").status, PromiseStatus::open);
}

}  // namespace
}  // namespace muster
