// SPDX-License-Identifier: Apache-2.0
// What is true of the SQLite file alone.
#include <csignal>
#include <fstream>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include "base/world_error.hpp"

#include "ledger/chain.hpp"
#include "ledgers.hpp"

namespace muster::ledger {
namespace {

namespace fs = std::filesystem;

// What SQLite answers, 0 for OK.
int run(const fs::path& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  int code = sqlite3_open(file.c_str(), &handle);
  if (code == SQLITE_OK) code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(handle);
  return code;
}

std::string said_when(const std::function<void()>& act) {
  try {
    act();
  } catch (const WorldError& error) {
    return error.what();
  }
  return {};
}

TEST(Sqlite, RefusesToChangeOrDeleteEvenByHand) {
  const Folder folder;
  create_sqlite(folder / "a");
  append(*open_sqlite(folder / "a", Access::write),
         {stated("a", "2024-01-01", {{"offer", "a"}})},
         "2024-01-01T00:00:00Z");
  EXPECT_NE(run(folder / "a", "UPDATE entries SET key = 'b'"), 0);
  EXPECT_NE(run(folder / "a", "DELETE FROM entries"), 0);
  EXPECT_EQ(all_of(*open_sqlite(folder / "a", Access::read)).size(), 1U);
}

TEST(Sqlite, WhoTakesTheTriggersAwayAndChangesAnEntryBreaksTheChain) {
  const Folder folder;
  create_sqlite(folder / "a");
  const auto store = open_sqlite(folder / "a", Access::write);
  for (const char* key : {"a", "b", "c"})
    append(*store, {stated(key, "2024-01-01", {{"offer", key}})}, "2024-01-01T00:00:00Z");
  ASSERT_EQ(run(folder / "a",
                "DROP TRIGGER never_changed; UPDATE entries SET cells = '{\"offer\":\"x\"}' WHERE "
                "number = 2"),
            0);
  ChainCheck chain;
  for (const Entry& entry : all_of(*store)) chain.follow(entry);
  ASSERT_TRUE(chain.broken());
  EXPECT_EQ(chain.broken()->number, 2U);
}

TEST(Sqlite, AnEntryThatIsGoneIsNamed) {
  const Folder folder;
  create_sqlite(folder / "a");
  const auto store = open_sqlite(folder / "a", Access::write);
  for (const char* key : {"a", "b", "c"})
    append(*store, {stated(key, "2024-01-01", {{"offer", key}})}, "2024-01-01T00:00:00Z");
  ASSERT_EQ(run(folder / "a", "DROP TRIGGER never_deleted; DELETE FROM entries WHERE number = 2"),
            0);
  ChainCheck chain;
  for (const Entry& entry : all_of(*store)) chain.follow(entry);
  ASSERT_TRUE(chain.broken());
  EXPECT_EQ(chain.broken()->what, "entry 2 is missing; entry 3 comes in its place");
}

TEST(Sqlite, EveryFlippedByteOfAnEntryIsFound) {
  const Folder folder;
  create_sqlite(folder / "a");
  {
    const auto store = open_sqlite(folder / "a", Access::write);
    Entry entry =
        stated("key-of-it", "2024-01-01", {{"note", "what it says"}, {"offer", "key-of-it"}});
    entry.quotation = "word for word";
    append(*store, {entry}, "2024-01-01T00:00:00Z");
  }
  ASSERT_EQ(run(folder / "a", "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE"), 0);
  std::ifstream in{folder / "a", std::ios::binary};
  const std::string whole{std::istreambuf_iterator<char>{in}, {}};
  int flipped = 0;
  for (const std::string text : {"what it says", "word for word", "2024-01-01T", "a test"}) {
    std::string changed = whole;
    const auto at = changed.find(text);
    ASSERT_NE(at, std::string::npos) << text;
    changed[at + 2] = static_cast<char>(changed[at + 2] ^ 1);
    std::ofstream{folder / "b", std::ios::binary} << changed;
    ChainCheck chain;
    for (const Entry& entry : all_of(*open_sqlite(folder / "b", Access::read))) chain.follow(entry);
    EXPECT_TRUE(chain.broken()) << text;
    ++flipped;
  }
  EXPECT_EQ(flipped, 4);
}

// What whoever opens the file can learn: all entries and the day's state, or that something is
// wrong.
std::string told_of(const fs::path& file) {
  try {
    const auto store = open_sqlite(file, Access::read);
    if (!store->faults().empty()) return "faults";
    ChainCheck chain;
    std::string told;
    store->read(1, [&](const Entry& entry) {
      chain.follow(entry);
      told += entry.hash;
    });
    store->read_valid({support::day("2024-12-31"), 1'000},
                      [&](const Entry& entry) { told += said_by(entry); });
    return chain.broken() ? "broken" : told;
  } catch (const WorldError&) {
    return "refused";
  }
}

// Wherever it is: either nothing that is told has changed, or it is found.
TEST(Sqlite, AFlippedBitAnywhereIsFoundOrChangesNothing) {
  const Folder folder;
  create_sqlite(folder / "a");
  {
    const auto store = open_sqlite(folder / "a", Access::write);
    std::vector<Entry> entries;
    for (int k = 0; k < 60; ++k)
      entries.push_back(stated("o" + std::to_string(k % 40),
                               "2024-01-0" + std::to_string(1 + k % 9),
                               {{"note", std::string(static_cast<std::size_t>(k), 'n')}}));
    append(*store, entries, "2024-01-01T00:00:00Z");
  }
  std::ifstream in{folder / "a", std::ios::binary};
  const std::string whole{std::istreambuf_iterator<char>{in}, {}};
  const std::string told = told_of(folder / "a");
  std::size_t found = 0;
  for (std::size_t at = 0; at < whole.size(); at += 61) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ (1 << at % 7));
    std::ofstream{folder / "b", std::ios::binary} << changed;
    const std::string now = told_of(folder / "b");
    if (now.size() < 10)
      ++found;
    else
      EXPECT_EQ(now, told) << "byte " << at;
  }
  EXPECT_GT(found, whole.size() / 61 / 10);
}

TEST(Sqlite, SaysPlainlyWhatIsNoLedger) {
  const Folder folder;
  EXPECT_EQ(said_when([&] { (void)open_sqlite(folder / "none", Access::read); }),
            "there is no such ledger");
  std::ofstream{folder / "text"} << "offer,nation\n";
  EXPECT_NE(said_when([&] { (void)open_sqlite(folder / "text", Access::read); }), "");
  ASSERT_EQ(run(folder / "other", "CREATE TABLE t (x)"), 0);
  EXPECT_EQ(said_when([&] { (void)open_sqlite(folder / "other", Access::write); }),
            "is no ledger of Muster");
  EXPECT_EQ(said_when([&] { create_sqlite(folder / "other"); }), "is there already");
}

TEST(Sqlite, OfANewerMusterIsLeftAlone) {
  const Folder folder;
  create_sqlite(folder / "a");
  ASSERT_EQ(run(folder / "a", "PRAGMA user_version = 99"), 0);
  EXPECT_NE(said_when([&] { (void)open_sqlite(folder / "a", Access::read); }).find("newer"),
            std::string::npos);
}

// Layout 1 had neither triggers nor the index of what reverses, and one of times.
TEST(Sqlite, OfAnOlderMusterIsBroughtUpToDateAfterACopy) {
  const Folder folder;
  create_sqlite(folder / "a");
  append(*open_sqlite(folder / "a", Access::write),
         {stated("a", "2024-01-01", {{"offer", "a"}})},
         "2024-01-01T00:00:00Z");
  ASSERT_EQ(run(folder / "a",
                "DROP TRIGGER never_changed; DROP TRIGGER never_deleted; DROP INDEX what_reverses; "
                "CREATE INDEX by_time ON entries (recorded_at, number); "
                "PRAGMA user_version = 1"),
            0);
  EXPECT_EQ(all_of(*open_sqlite(folder / "a", Access::read)).size(), 1U) << "read as it is";
  EXPECT_FALSE(fs::exists(folder / "a.version-1"));
  (void)open_sqlite(folder / "a", Access::write);
  EXPECT_TRUE(fs::exists(folder / "a.version-1"));
  EXPECT_NE(run(folder / "a", "DELETE FROM entries"), 0) << "as layouts from 2 on do";
  EXPECT_EQ(all_of(*open_sqlite(folder / "a.version-1", Access::read)).size(), 1U);
}

TEST(Sqlite, AFullDiskIsSaidAndLeavesTheLedgerSound) {
  const Folder folder;
  create_sqlite(folder / "a");
  const auto store = open_sqlite(folder / "a", Access::write);
  append(*store, {stated("a", "2024-01-01", {{"offer", "a"}})}, "2024-01-01T00:00:00Z");
  // The file may not grow any more, as on a full disk.
  struct Limits {
    Limits() { getrlimit(RLIMIT_FSIZE, &before); }
    ~Limits() { setrlimit(RLIMIT_FSIZE, &before); }
    rlimit before{};
  };
  {
    const Limits limits;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit few = limits.before;
    few.rlim_cur = 60'000;
    setrlimit(RLIMIT_FSIZE, &few);
    const std::string long_text(2'000'000, 'x');
    EXPECT_NE(said_when([&] {
                append(*store,
                       {stated("b", "2024-01-01", {{"note", long_text}})},
                       "2024-01-01T00:00:00Z");
              }),
              "");
  }
  EXPECT_EQ(all_of(*store).size(), 1U);
  EXPECT_TRUE(store->faults().empty());
  EXPECT_EQ(
      append(*store, {stated("b", "2024-01-01", {{"offer", "b"}})}, "2024-01-01T00:00:00Z").number,
      2U);
}

}  // namespace
}  // namespace muster::ledger
