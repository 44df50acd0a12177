// SPDX-License-Identifier: Apache-2.0
#include "generate/generate.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "base/sha256.hpp"

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
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    for (const int percent : {0, 50, 100}) {
      Sizes sizes = small_sizes();
      for (const Parameter& parameter : parameters())
        if (parameter.group.starts_with("Shares")) parameter.in(sizes) = percent;
      expect_buildable(sizes, seed);
    }
    Sizes least;
    least.units = least.requirements = least.months = least.nations = least.capabilities = 1;
    least.tiers = 1;
    expect_buildable(least, seed);
  }
}

TEST(Generate, ThePublishedSizesAreSituationsOfTheirSize) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    for (const char* const name : {"S", "M"}) {
      const Sizes sizes = *published_sizes(name);
      const Result<Scenario> scenario = Scenario::build(generate(sizes, seed));
      ASSERT_TRUE(scenario) << name << " seed " << seed << "\n"
                            << support::in_words(scenario.error());
      EXPECT_EQ((*scenario)->requirements.size(), static_cast<std::size_t>(sizes.requirements));
      EXPECT_EQ((*scenario)->nations.size(), static_cast<std::size_t>(sizes.nations));
    }
  }
  for (const std::string_view name : published_names) EXPECT_TRUE(published_sizes(name)) << name;
  EXPECT_FALSE(published_sizes("XS"));
}

TEST(Generate, AllNationsKindsAndTiersCanBeHad) {
  Sizes sizes = small_sizes();
  sizes.units = 200;
  for (const Parameter& parameter : parameters())
    for (const std::string_view name : {"nations", "capabilities", "tiers"})
      if (parameter.name == name) parameter.in(sizes) = parameter.most;
  expect_buildable(sizes, 1);
  const Draft draft = generate(sizes, 1);
  EXPECT_EQ(draft.table("nations").rows.size(), 32U);
  EXPECT_EQ(draft.table("priorities").rows.size(), 8U);
  EXPECT_EQ(draft.table("capabilities").rows.size(), 31U);
}

TEST(Generate, EveryParameterHasANameOfItsOwnAndADefaultInItsRange) {
  std::set<std::string_view> names;
  Sizes sizes;
  for (const Parameter& parameter : parameters()) {
    EXPECT_TRUE(names.insert(parameter.name).second) << parameter.name;
    const int standard = parameter.in(sizes);
    EXPECT_TRUE(parameter.least <= standard && standard <= parameter.most) << parameter.name;
  }
}

// docs/generate.md has a row "| `--name` | default |" for each.
TEST(Generate, EveryParameterIsDocumentedWithItsDefault) {
  std::ifstream file{std::filesystem::path{MUSTER_ROOT} / "docs" / "generate.md"};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  Sizes sizes;
  for (const Parameter& parameter : parameters()) {
    const std::string row =
        "| `--" + std::string{parameter.name} + "` | " + std::to_string(parameter.in(sizes)) + " |";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
}

std::size_t rows_of(const Draft& draft, std::string_view table) {
  return draft.table(table).rows.size();
}

TEST(Generate, AShareIsHowOftenSomethingOccurs) {
  Sizes sizes = *published_sizes("M");
  sizes.shares.caveats = 0;
  sizes.shares.ceilings = 100;
  const Draft draft = generate(sizes, 1);
  EXPECT_EQ(rows_of(draft, "caveats"), 0U);
  EXPECT_EQ(rows_of(draft, "ceilings"), 16U);
  sizes.shares.caveats = 60;
  sizes.shares.ceilings = 0;
  const Draft other = generate(sizes, 1);
  EXPECT_GT(rows_of(other, "caveats"), 150U);
  EXPECT_LT(rows_of(other, "caveats"), 260U);
  EXPECT_EQ(rows_of(other, "ceilings"), 0U);
}

TEST(Generate, PlainSituationsHaveNothingThatTiesUnitsTogether) {
  Sizes sizes = *published_sizes("M");
  sizes.shares = plain_shares();
  const Result<Scenario> scenario = Scenario::build(generate(sizes, 1));
  ASSERT_TRUE(scenario);
  const Nouns& nouns = **scenario;
  EXPECT_EQ(nouns.kin.size(), 0U);
  EXPECT_EQ(nouns.ceilings.size(), 0U);
  EXPECT_TRUE(nouns.double_uses.empty());
  for (const auto id : nouns.offers.ids()) EXPECT_FALSE(nouns.offers[id].budget);
  for (const auto id : nouns.requirements.ids()) {
    EXPECT_NE(nouns.requirements[id].kind, RequirementKind::delivery);
    EXPECT_FALSE(nouns.requirements[id].max_nations);
    EXPECT_FALSE(nouns.requirements[id].lead_share_permille);
  }
}

// With a popularity of 30 the first of 15 kinds should have about 30 % of the units, the tenth 1 %.
TEST(Generate, PopularKindsAreOfferedAndAskedForMore) {
  Sizes sizes = *published_sizes("M");
  sizes.popularity = 30;
  const Draft draft = generate(sizes, 1);
  const auto count = [&](std::string_view table, std::string_view kind) {
    const std::size_t field = *draft.table(table).schema->find("capability");
    return std::ranges::count_if(draft.table(table).rows, [&](const DraftRow& row) {
      return row.cells[field].text == kind;
    });
  };
  EXPECT_GT(count("units", "infantry-battalion"), 60);
  EXPECT_LT(count("units", "transport-aircraft"), 15);
  EXPECT_GT(count("requirements", "infantry-battalion"), 50);
  EXPECT_LT(count("requirements", "transport-aircraft"), 15);
}

// The data sets of version 0.1 stay what they were: tests, documents and histories name their
// seeds.
TEST(Generate, TheDraftOfASeedIsTheSameInEveryVersion) {
  const Draft draft = generate(Sizes{}, 1);
  std::string stated = draft.name + draft.title + draft.as_of + draft.horizon;
  for (const DraftTable& table : draft.tables())
    for (const DraftRow& row : table.rows)
      for (const Cell& cell : row.cells)
        if (!cell.text.empty()) stated += cell.text + "\n";
  EXPECT_EQ(sha256(stated), "8646a0bf96ba165f186e397fa148479fbc34ced53ad1b26e0dff56403d89d7cf");
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
