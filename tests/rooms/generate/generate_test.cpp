// SPDX-License-Identifier: Apache-2.0
#include "generate/generate.hpp"

#include <gtest/gtest.h>

#include "support/situation.hpp"

namespace muster::generate {
namespace {

std::string all_text(const Draft& draft) {
  std::string text = draft.name + draft.title + draft.as_of + draft.horizon;
  for (const DraftTable& table : draft.tables())
    for (const DraftRow& row : table.rows)
      for (const Cell& cell : row.cells) text += cell.text + "\n";
  return text;
}

Sizes small_sizes() {
  Sizes sizes;
  sizes.units = 14;
  sizes.requirements = 12;
  sizes.months = 18;
  return sizes;
}

void expect_buildable(const Sizes& sizes, std::uint64_t seed) {
  const Result<Scenario> scenario = Scenario::build(generate(sizes, seed));
  ASSERT_TRUE(scenario) << "seed " << seed << "\n" << support::in_words(scenario.error());
}

TEST(Generate, EveryDraftOfThreeHundredSeedsIsASituation) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) expect_buildable(small_sizes(), seed);
}

TEST(Generate, EveryTinyDraftIsASituationOfTheSizesSaid) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Sizes sizes = tiny_sizes(seed);
    const Result<Scenario> scenario = Scenario::build(generate(sizes, seed));
    ASSERT_TRUE(scenario) << "seed " << seed << "\n" << support::in_words(scenario.error());
    const Nouns& nouns = **scenario;
    EXPECT_TRUE(nouns.units.size() >= 3 && nouns.units.size() <= 5) << "seed " << seed;
    EXPECT_TRUE(nouns.requirements.size() >= 2 && nouns.requirements.size() <= 3)
        << "seed " << seed;
    EXPECT_LE(nouns.horizon.length(), Days{184}) << "seed " << seed;
  }
}

TEST(Generate, TheExtremesOfTheSharesAreSituationsToo) {
  const auto all_shares = [](int percent) {
    return Shares{percent, percent, percent, percent, percent, percent, percent,
                  percent, percent, percent, percent, percent, percent, percent,
                  percent, percent, percent, percent, percent, percent};
  };
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    for (const int percent : {0, 50, 100}) {
      Sizes sizes = small_sizes();
      sizes.shares = all_shares(percent);
      expect_buildable(sizes, seed);
    }
    Sizes least;
    least.units = least.requirements = least.months = least.nations = least.capabilities = 1;
    expect_buildable(least, seed);
  }
}

TEST(Generate, TheSameSeedGivesTheSameDraftAndAnotherGivesAnother) {
  EXPECT_EQ(all_text(generate(small_sizes(), 7)), all_text(generate(small_sizes(), 7)));
  EXPECT_NE(all_text(generate(small_sizes(), 7)), all_text(generate(small_sizes(), 8)));
}

TEST(Generate, OneMoreUnitLeavesTheOthersAsTheyWere) {
  Sizes larger = small_sizes();
  ++larger.units;
  const Draft before = generate(small_sizes(), 3);
  const Draft after = generate(larger, 3);
  const std::vector<DraftRow>& rows = before.table("units").rows;
  ASSERT_EQ(after.table("units").rows.size(), rows.size() + 1);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t cell = 0; cell < rows[i].cells.size(); ++cell)
      EXPECT_EQ(after.table("units").rows[i].cells[cell].text, rows[i].cells[cell].text);
}

TEST(Generate, SaysThatItIsInvented) {
  const Draft draft = generate(small_sizes(), 5);
  EXPECT_EQ(draft.name, "invented-5");
  for (const DraftTable& table : draft.tables()) {
    const auto source = table.schema->find("source");
    if (!source) continue;
    for (const DraftRow& row : table.rows) EXPECT_EQ(row.cells[*source].text, "invented");
  }
}

// Demand in unit-days is about 1.15 times what tempo lets the units give.
TEST(Generate, DemandIsSomewhatMoreThanSupply) {
  Sizes sizes;
  sizes.units = 300;
  sizes.requirements = 300;
  sizes.months = 60;
  sizes.shares.deliveries = 0;
  const Result<Scenario> scenario = Scenario::build(generate(sizes, 1));
  ASSERT_TRUE(scenario);
  const Nouns& nouns = **scenario;
  std::int64_t supply = 0;
  for (const Id<Unit> id : nouns.units.ids()) {
    const Unit& unit = nouns.units[id];
    const Day from = unit.from.value_or(nouns.horizon.from);
    const Day until = unit.until.value_or(nouns.horizon.until);
    const int dwell =
        unit.policy && !unit.divisible ? nouns.policies[*unit.policy].dwell_permille : 0;
    supply += unit.quantity * (until - from).count() * 1000 / (1000 + dwell);
  }
  std::int64_t demand = 0;
  for (const Id<Requirement> id : nouns.requirements.ids()) {
    const Requirement& requirement = nouns.requirements[id];
    demand += requirement.quantity->count() / 1000 * requirement.period.length().count();
  }
  EXPECT_GT(demand * 100, supply * 100);
  EXPECT_LT(demand * 100, supply * 130);
}

}  // namespace
}  // namespace muster::generate
