// SPDX-License-Identifier: Apache-2.0
// What is told is tried: a reason is lifted by exactly the changes it asks for, and the plan that
// then becomes possible is judged under the changed data. Situations are generated; their seeds are
// in the messages.
#include "asks/asks.hpp"

#include <gtest/gtest.h>

#include "asks/candidates.hpp"
#include "asks/confirm.hpp"
#include "generate/generate.hpp"
#include "support/more_rules.hpp"
#include "support/situation.hpp"

namespace muster::asks {
namespace {

class Silent : public plan::Observer {
 public:
  void progress(const plan::Progress& /*progress*/) override {}
};

struct Case {
  Draft draft;
  Scenario scenario;
  plan::Options options;
  Plan plan;
  judge::Verdict verdict;

  [[nodiscard]] Ground ground() const { return {draft, scenario, plan, verdict, options}; }
};

Case planned(Draft draft, const plan::Options& options) {
  Scenario scenario = Scenario::build(draft).value();
  Silent silent;
  Plan plan = plan::solve(scenario, options, silent, std::stop_token{}).plan;
  judge::Verdict verdict = judge::evaluate(scenario, plan, {});
  return {std::move(draft), std::move(scenario), options, std::move(plan), std::move(verdict)};
}

Case generated(std::uint64_t seed) {
  generate::Sizes sizes;
  sizes.units = 12;
  sizes.requirements = 10;
  sizes.months = 18;
  sizes.nations = 5;
  sizes.capabilities = 3;
  sizes.shares.lead_shares = 20;
  sizes.shares.caveats = 25;
  sizes.shares.conditions = 20;
  sizes.shares.extensions = 30;
  sizes.shares.scoped = 25;
  Draft draft = generate::generate(sizes, seed);
  if (seed % 2 == 0) draft = support::with_more_rules(std::move(draft), seed);
  plan::Options options;
  options.counting = static_cast<Counting>(seed % 3);
  options.seed = seed;
  return planned(std::move(draft), options);
}

std::string in_words(const Ask& ask) {
  std::string words;
  for (const auto& reason : ask.way.reasons)
    words += std::string{explain::to_text(reason.cause)} + " ";
  for (const Change& change : ask.changes)
    words += "| " + std::string{to_text(change.kind)} + " " + change.object + " " + change.field
             + " " + change.before + " > " + change.after;
  return words;
}

// Why planning again refuses the ask; empty: it does not.
std::string refusal(const Ground& ground, const Ask& ask) {
  const auto draft = apply(ground.draft, overlay_of("asks", ask.changes));
  if (!draft) return support::in_words(draft.error());
  const auto scenario = Scenario::build(*draft);
  if (!scenario) return support::in_words(scenario.error());
  std::string words;
  const Plan plan = explain::after(ground.plan, ask.way.move);
  for (const auto& broken : judge::evaluate(*scenario, plan, {}).violations)
    words += std::string{judge::to_text(broken.rule)} + " " + to_text(broken.days.from) + " "
             + std::to_string(broken.measured) + " > " + std::to_string(broken.allowed) + "; ";
  return words;
}

// A defect once: where no offer could do anything about a shortfall there was no reason to show.
TEST(Asks, AShortfallThatNothingCouldFillHasAReasonToo) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    generate::Sizes sizes;
    sizes.units = 6;
    sizes.requirements = 4;
    sizes.months = 9;
    sizes.nations = 3;
    plan::Options options;
    options.exact = false;
    const Case one = planned(generate::generate(sizes, seed), options);
    for (const auto& shortfall : explain::shortfalls(one.scenario, one.plan, one.verdict))
      EXPECT_FALSE(shortfall.reasons.empty()) << "seed " << seed;
  }
}

TEST(Asks, EveryReasonThatIsToldIsLiftedByWhatItAsksFor) {
  std::size_t tried = 0, confirmed = 0;
  for (std::uint64_t seed = 1; seed <= 240; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Case one = generated(seed);
    const explain::WayFinder finder{one.scenario, one.plan, one.verdict};
    for (const auto& shortfall : explain::shortfalls(one.scenario, one.plan, one.verdict)) {
      ASSERT_FALSE(shortfall.reasons.empty());
      for (Ask& ask : candidates(one.ground(), finder, shortfall)) {
        ++tried;
        const Wide fills = ask.fills, gains = ask.gains;
        confirm(one.ground(), shortfall, ask);
        if (ask.confirmed) ++confirmed;
        EXPECT_TRUE(ask.confirmed) << in_words(ask) << "\n" << refusal(one.ground(), ask);
        if (ask.confirmed) {
          EXPECT_TRUE(ask.fills >= fills && ask.gains >= gains) << in_words(ask);
        }
      }
    }
  }
  EXPECT_GT(tried, 5000U);
  RecordProperty("tried", static_cast<int>(tried));
  RecordProperty("confirmed", static_cast<int>(confirmed));
}

}  // namespace
}  // namespace muster::asks
