// SPDX-License-Identifier: Apache-2.0
#include "ledger/reconcile.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "ledgers.hpp"

namespace muster::ledger {
namespace {

class Reconciled : public testing::Test {
 protected:
  Reconciled() {
    create_sqlite(folder_ / "a.ledger");
    store_ = open_sqlite(folder_ / "a.ledger", Access::write);
    for (const char* nation : {"AAA", "BBB", "CCC"})
      say("nations", nation, "2012-01-31", {{"nation", nation}});
  }
  void say(const std::string& table,
           const std::string& key,
           const std::string& from,
           std::vector<StatedCell> cells) {
    Entry entry = stated(key, from, std::move(cells));
    entry.table = table;
    append(*store_, {entry}, "2024-01-01T00:00:00Z");
  }
  void offer(const std::string& nation, const std::string& from, const std::string& quantity) {
    say("offers",
        nation,
        from,
        {{"capability", "troops"},
         {"nation", nation},
         {"offer", nation},
         {"quantity", quantity},
         {"status", "in_place"}});
  }
  void total(const std::string& key, const std::string& on, std::vector<StatedCell> more) {
    more.push_back({"on", on});
    more.push_back({"total", key});
    std::ranges::sort(more);
    say("totals", key, on, more);
  }
  [[nodiscard]] Reconciliation found() { return reconcile(*store_, store_->head().number); }

 private:
  Folder folder_;
  std::unique_ptr<Store> store_;
};

TEST_F(Reconciled, EachTotalIsHeldAgainstItsOwnDay) {
  offer("AAA", "2012-01-31", "10");
  offer("AAA", "2012-02-28", "20");
  total("jan", "2012-01-31", {{"quantity", "10"}, {"capability", "troops"}});
  total("feb", "2012-02-28", {{"quantity", "20"}});
  total("feb-aaa", "2012-02-28", {{"quantity", "21"}, {"nation", "AAA"}});
  const Reconciliation all = found();
  EXPECT_EQ(all.totals, 3U);
  ASSERT_EQ(all.differences.size(), 1U);
  EXPECT_EQ(all.differences[0].total, "feb-aaa");
  EXPECT_TRUE(all.differences[0].sum == 20);
  EXPECT_TRUE(all.differences[0].suspects.empty())
      << "of a nation's own sum nobody else is missing";
}

TEST_F(Reconciled, RoundingOfMoneyIsNoDifferenceAndIsCounted) {
  say("capabilities", "troops", "2012-01-31", {{"capability", "troops"}, {"measure", "EUR"}});
  offer("AAA", "2012-01-31", "10000");
  offer("BBB", "2012-01-31", "20000");
  total("at-most", "2012-01-31", {{"quantity", "31500"}, {"capability", "troops"}});
  total("beyond", "2012-01-31", {{"quantity", "31501"}, {"capability", "troops"}});
  total("exact", "2012-01-31", {{"quantity", "30000"}, {"capability", "troops"}});
  const Reconciliation all = found();
  EXPECT_EQ(all.rounded, 1U);
  ASSERT_EQ(all.differences.size(), 1U);
  EXPECT_EQ(all.differences[0].total, "beyond");
}

TEST_F(Reconciled, WhoGivesWithoutAPublishedTotalIsNamedWhereTheSumIsMore) {
  offer("AAA", "2012-01-31", "10");
  offer("BBB", "2012-01-31", "5");
  total("all", "2012-01-31", {{"quantity", "10"}, {"capability", "troops"}});
  total("aaa", "2012-01-31", {{"quantity", "10"}, {"capability", "troops"}, {"nation", "AAA"}});
  const Reconciliation all = found();
  ASSERT_EQ(all.differences.size(), 1U);
  ASSERT_EQ(all.differences[0].suspects.size(), 1U);
  EXPECT_EQ(all.differences[0].suspects[0].nation, "BBB");
  EXPECT_TRUE(all.differences[0].suspects[0].is_unpublished);
  EXPECT_EQ(all.differences[0].suspects[0].elsewhere, 5);
}

TEST_F(Reconciled, WhatEndsIsNoLongerSummed) {
  offer("AAA", "2012-01-31", "10");
  say("offers", "AAA", "2012-03-01", {{"status", "withdrawn"}});
  total("feb", "2012-02-28", {{"quantity", "10"}});
  total("mar", "2012-03-01", {{"quantity", "0"}});
  EXPECT_TRUE(found().differences.empty());
}

TEST_F(Reconciled, WhoIsNamedWithoutANumberIsSuspectedFirst) {
  offer("AAA", "2012-01-31", "10");
  offer("BBB", "2012-02-28", "5");
  total("feb", "2012-02-28", {{"quantity", "20"}});
  total("jan", "2012-01-31", {{"quantity", "15"}});
  total("jan-ccc", "2012-01-31", {{"nation", "CCC"}});
  const Reconciliation all = found();
  ASSERT_EQ(all.differences.size(), 2U);
  ASSERT_EQ(all.differences[0].suspects.size(), 2U);
  EXPECT_EQ(all.differences[0].suspects[0].nation, "CCC");
  EXPECT_TRUE(all.differences[0].suspects[0].is_named);
  EXPECT_EQ(all.differences[0].suspects[1].nation, "BBB");
  EXPECT_EQ(all.differences[0].suspects[1].elsewhere, 5);
}

TEST_F(Reconciled, WhatIsWithdrawnIsNotSummed) {
  offer("AAA", "2012-01-31", "10");
  say("offers", "AAA", "2012-02-28", {{"offer", "AAA"}, {"status", "withdrawn"}});
  total("feb", "2012-02-28", {{"quantity", "0"}});
  EXPECT_TRUE(found().differences.empty());
}

}  // namespace
}  // namespace muster::ledger
