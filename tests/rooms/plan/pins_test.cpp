// SPDX-License-Identifier: Apache-2.0
// Pins in generated situations: what is fixed is there, what is forbidden is not, and the plan is
// lawful and proved like any other. Seeds are in the messages.
#include <string>

#include <gtest/gtest.h>

#include "base/random.hpp"

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "plan/plan.hpp"
#include "support/more_rules.hpp"
#include "support/planned.hpp"
#include "support/situation.hpp"
#include "verify/verify.hpp"

namespace muster {
namespace {

using support::built;
using support::expect_lawful;
using support::solve;

Draft draft_of(std::uint64_t seed) {
  generate::Sizes sizes;
  sizes.units = 12;
  sizes.requirements = 10;
  sizes.months = 18;
  sizes.nations = 5;
  sizes.capabilities = 3;
  sizes.shares.double_use = 15;
  sizes.shares.parts = 15;
  Draft draft = generate::generate(sizes, seed);
  return seed % 2 == 0 ? draft : support::with_more_rules(std::move(draft), seed);
}

void add_pin(const Scenario& scenario, const Tour& tour, const std::string& kind, Draft& draft) {
  const Offer& offer = scenario->offers[tour.offer];
  const bool is_part = scenario->units[offer.unit].divisible;
  draft.add("pins",
            {{"pin", "P-" + std::to_string(draft.table("pins").rows.size())},
             {"kind", kind},
             {"offer", offer.key},
             {"requirement", scenario->requirements[tour.requirement].key},
             {"from", to_text(tour.period.from)},
             {"until", to_text(tour.period.until)},
             {"quantity", is_part && kind == "fix" ? std::to_string(tour.quantity) : std::string{}},
             {"note", "at random"}});
}

// Whether the tour's unit has another tour then, which a pin of this one would be in the way of.
bool is_alone(const Scenario& scenario, const Plan& plan, const Tour& tour) {
  for (const Tour& other : plan.tours)
    if (other != tour && scenario->offers[other.offer].unit == scenario->offers[tour.offer].unit
        && other.period.from < tour.period.until && tour.period.from < other.period.until)
      return false;
  return true;
}

// Of a plan's tours some are fixed and others forbidden.
Draft with_pins(Draft draft, const Scenario& scenario, const Plan& plan, std::uint64_t seed) {
  Random random{seed};
  for (const Tour& tour : plan.tours) {
    const auto drawn = random.below(4);
    if (drawn > 1 || !is_alone(scenario, plan, tour)) continue;
    add_pin(scenario, tour, drawn == 0 ? "fix" : "forbid", draft);
  }
  return draft;
}

bool is_there_by_itself(const Scenario& scenario, Counting counting) {
  Plan fixed{counting, {}, {}};
  for (const Pin& pin : scenario->pins)
    if (pin.kind == PinKind::fix)
      fixed.tours.push_back({pin.offer, *pin.requirement, pin.period, pin.quantity});
  std::sort(fixed.tours.begin(), fixed.tours.end());
  return judge::evaluate(scenario, fixed, {}).violations.empty();
}

// The fixed tours come from a plan without pins, so they are lawful together where the lead's share
// does not need others beside them.
TEST(Pins, AreKeptAndProvedOnGeneratedSituations) {
  std::size_t fixed = 0;
  std::size_t forbidden = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Draft draft = draft_of(seed);
    const Scenario before = built(draft);
    plan::Options options;
    options.counting = Counting::best;
    options.seed = seed;
    options.exact = options.polish = seed % 4 == 0;
    const auto first = solve(before, options);
    const Scenario scenario = built(with_pins(draft, before, first.plan, seed));
    if (!is_there_by_itself(scenario, options.counting)) continue;
    if (seed % 3 == 0)
      options.start = options.in_force = Plan{first.plan.counting, first.plan.tours, {}};
    const auto outcome = solve(scenario, options);
    expect_lawful(scenario, options, outcome);
    for (const Pin& pin : scenario->pins) ++(pin.kind == PinKind::fix ? fixed : forbidden);
    if (seed % 10 != 0) continue;
    options.threads = 2;
    const auto again = solve(scenario, options);
    EXPECT_TRUE(again.plan.tours == outcome.plan.tours && again.value == outcome.value);
  }
  EXPECT_GT(fixed, 100U);
  EXPECT_GT(forbidden, 100U);
}

}  // namespace
}  // namespace muster
