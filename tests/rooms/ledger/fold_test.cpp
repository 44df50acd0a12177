// SPDX-License-Identifier: Apache-2.0
#include "ledger/fold.hpp"

#include <gtest/gtest.h>

#include "io/package.hpp"
#include "ledger/state.hpp"
#include "ledgers.hpp"

namespace muster::ledger {
namespace {

class Folding : public testing::Test {
 protected:
  Folding() {
    create_sqlite(folder_ / "a.ledger");
    store = open_sqlite(folder_ / "a.ledger", Access::write);
  }

  // "a: note=x offer=a; b: …" as of a day, as known to an entry (0: all).
  [[nodiscard]] std::string at(const std::string& day, std::uint64_t known = 0) {
    std::string text;
    fold(*store,
         {support::day(day), known == 0 ? store->head().number : known},
         [&](const FoldedRow& row) {
           text += row.key + ":";
           for (const FoldedCell& cell : row.cells) text += " " + cell.column + "=" + cell.text;
           text += "; ";
         });
    return text;
  }
  void add(const Entry& entry) { append(*store, {entry}, "2024-01-01T00:00:00Z"); }

 private:
  Folder folder_;

 protected:
  std::unique_ptr<Store> store;
};

TEST_F(Folding, ALaterDayReplacesOnlyTheCellsThatItStates) {
  add(stated("a", "2024-01-01", {{"offer", "a"}, {"quantity", "1"}, {"status", "intended"}}));
  add(stated("a", "2024-03-01", {{"offer", "a"}, {"status", "committed"}}));
  EXPECT_EQ(at("2023-12-31"), "");
  EXPECT_EQ(at("2024-02-29"), "a: offer=a quantity=1 status=intended; ");
  EXPECT_EQ(at("2024-03-01"), "a: offer=a quantity=1 status=committed; ");
}

// What was true counts before what was recorded: a correction of the past does not undo the
// present.
TEST_F(Folding, ACorrectionOfThePastLeavesWhatIsValidLater) {
  add(stated("a", "2024-01-01", {{"offer", "a"}, {"status", "intended"}}));
  add(stated("a", "2024-03-01", {{"offer", "a"}, {"status", "committed"}}));
  add(stated("a", "2024-02-01", {{"offer", "a"}, {"note", "n"}, {"status", "offered"}}));
  EXPECT_EQ(at("2024-02-15"), "a: note=n offer=a status=offered; ");
  EXPECT_EQ(at("2024-02-15", 2), "a: offer=a status=intended; ") << "as it was known before";
  EXPECT_EQ(at("2024-03-15"), "a: note=n offer=a status=committed; ");
}

TEST_F(Folding, AnEmptyTextTakesTheCellAway) {
  add(stated("a", "2024-01-01", {{"note", "x"}, {"offer", "a"}}));
  add(stated("a", "2024-02-01", {{"note", ""}, {"offer", "a"}}));
  EXPECT_EQ(at("2024-02-01"), "a: offer=a; ");
}

TEST_F(Folding, ARemovedRowIsGoneFromThatDayOnAndMayComeBack) {
  add(stated("a", "2024-01-01", {{"note", "x"}, {"offer", "a"}}));
  add(removed("a", "2024-02-01"));
  add(stated("a", "2024-04-01", {{"offer", "a"}}));
  EXPECT_EQ(at("2024-01-31"), "a: note=x offer=a; ");
  EXPECT_EQ(at("2024-02-01"), "");
  EXPECT_EQ(at("2024-04-01"), "a: offer=a; ");
}

TEST_F(Folding, WhatIsReversedWasNeverSaidAndComesBackWhereThatIsReversed) {
  add(stated("a", "2024-01-01", {{"note", "x"}, {"offer", "a"}}));
  add(stated("a", "2024-02-01", {{"note", "y"}, {"offer", "a"}}));
  add(reversing(*store->find(2)));
  EXPECT_EQ(at("2024-02-01"), "a: note=x offer=a; ");
  EXPECT_EQ(at("2024-02-01", 2), "a: note=y offer=a; ") << "as it was known then";
  add(reversing(*store->find(3)));
  EXPECT_EQ(at("2024-02-01"), "a: note=y offer=a; ");
}

TEST_F(Folding, DifferencesNameCellAndEntry) {
  add(stated("a", "2024-01-01", {{"note", "x"}, {"offer", "a"}}));
  add(stated("a", "2024-02-01", {{"note", ""}, {"offer", "a"}, {"status", "offered"}}));
  add(stated("b", "2024-02-01", {{"offer", "b"}}));
  const auto found =
      differences(*store, {support::day("2024-01-01"), 3}, {support::day("2024-02-01"), 3});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].column + found[0].before + found[0].after, "notex");
  EXPECT_EQ(found[1].column + found[1].before + found[1].after, "statusoffered");
  EXPECT_EQ(found[1].entry, 2U);
  EXPECT_EQ(found[2].key + found[2].column, "boffer");
  EXPECT_TRUE(differences(*store, {support::day("2024-02-01"), 3}, {support::day("2024-02-01"), 3})
                  .empty());
}

// Write, then read, is identity.
TEST_F(Folding, ADataSetComesBackAsItWasImported) {
  const Result<Draft> letter = io::read_package("data/dmm-2023-10");
  ASSERT_TRUE(letter);
  const Stamp stamp{.by = "a test",
                    .source = {},
                    .quotation = {},
                    .why = {},
                    .valid_from = support::day("2023-10-25")};
  const Import first = entries_for(*letter, *store, 0, stamp, false);
  EXPECT_EQ(first.added, first.rows);
  append(*store, first.entries, "2024-01-01T00:00:00Z");
  const auto known = store->head().number;
  const Result<Draft> back = draft_at(*store, {support::day(letter->as_of), known});
  ASSERT_TRUE(back);
  EXPECT_EQ(io::data_digest(*back), io::data_digest(*letter));
  const Import again = entries_for(*letter, *store, known, stamp, true);
  EXPECT_TRUE(again.entries.empty());
  EXPECT_EQ(again.same, again.rows);
}

TEST_F(Folding, OnlyWhatDiffersIsRecordedAndOnlyWhatIsMissingIsRemoved) {
  const Result<Draft> letter = io::read_package("data/dmm-2023-10");
  ASSERT_TRUE(letter);
  const Stamp stamp{.by = "a test",
                    .source = {},
                    .quotation = {},
                    .why = {},
                    .valid_from = support::day("2023-10-25")};
  append(*store, entries_for(*letter, *store, 0, stamp, false).entries, "2024-01-01T00:00:00Z");
  Draft changed = *letter;
  std::vector<DraftRow>& offers = changed.table("offers").rows;
  const std::size_t status = *find_schema("offers")->find("status");
  offers[3].cells[status].text = "withdrawn";
  offers.erase(offers.begin());
  const auto known = store->head().number;
  const Import kept = entries_for(changed, *store, known, stamp, false);
  ASSERT_EQ(kept.entries.size(), 1U);
  EXPECT_EQ(kept.entries[0].cells,
            (std::vector<StatedCell>{{"offer", offers[2].cells[0].text}, {"status", "withdrawn"}}));
  EXPECT_EQ(kept.missing, 1U);
  const Import replaced = entries_for(changed, *store, known, stamp, true);
  ASSERT_EQ(replaced.entries.size(), 2U);
  EXPECT_EQ(replaced.entries[1].kind, Kind::remove);
  append(*store, replaced.entries, "2024-01-01T00:00:00Z");
  const Result<Draft> back = draft_at(*store, {support::day(letter->as_of), store->head().number});
  ASSERT_TRUE(back);
  EXPECT_EQ(io::data_digest(*back), io::data_digest(changed));
}

TEST(Key, KeepsPartsApart) {
  EXPECT_EQ(key_text({"a, b", "c"}), "a\\, b, c");
  EXPECT_NE(key_text({"a, b", "c"}), key_text({"a", "b, c"}));
}

}  // namespace
}  // namespace muster::ledger
