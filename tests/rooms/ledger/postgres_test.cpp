// SPDX-License-Identifier: Apache-2.0
// What is true of PostgreSQL alone.
#include <gtest/gtest.h>

#include "base/world_error.hpp"

#include "ledger/chain.hpp"
#include "ledgers.hpp"
#include "postgres_server.hpp"

namespace muster::ledger {
namespace {

std::string run(const std::string& url, const std::string& sql) {
  return PostgresServer::run(url, sql);
}

// All that would be printed.
std::string said_when(const std::function<void()>& act) {
  try {
    act();
  } catch (const WorldError& error) {
    return error.place() + ": " + error.what() + "\n" + error.advice();
  }
  return {};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

class Postgres : public testing::Test {
 protected:
  void SetUp() override {
    MUSTER_NEEDS_POSTGRES();
    url = PostgresServer::get().new_database();
    create_postgres(url);
  }
  void add(const std::string& key) const {
    append(*open_postgres(url, Access::write),
           {stated(key, "2024-01-01", {{"offer", key}})},
           "2024-01-01T00:00:00Z");
  }
  std::string url;
};

TEST_F(Postgres, RefusesToChangeOrDeleteEvenByHand) {
  add("a");
  for (const char* sql : {"UPDATE muster.entries SET key = 'b'",
                          "DELETE FROM muster.entries",
                          "TRUNCATE muster.entries",
                          "SET session_replication_role = replica; DELETE FROM muster.entries"})
    EXPECT_TRUE(contains(run(url, sql), "a ledger is only added to")) << sql;
  EXPECT_EQ(all_of(*open_postgres(url, Access::read)).size(), 1U);
}

TEST_F(Postgres, WhoTakesTheTriggerAwayIsFoundAndSoIsWhatIsChanged) {
  for (const char* key : {"a", "b", "c"}) add(key);
  ASSERT_EQ(run(url,
                "ALTER TABLE muster.entries DISABLE TRIGGER only_added_to; "
                "UPDATE muster.entries SET cells = '{\"offer\":\"x\"}' WHERE number = 2"),
            "");
  const auto store = open_postgres(url, Access::read);
  EXPECT_EQ(store->faults().size(), 1U);
  ChainCheck chain;
  for (const Entry& entry : all_of(*store)) chain.follow(entry);
  ASSERT_TRUE(chain.broken());
  EXPECT_EQ(chain.broken()->number, 2U);
}

// More than one portion of a long answer, and of what is copied at once.
TEST_F(Postgres, TakesAndGivesManyEntries) {
  const auto store = open_postgres(url, Access::write);
  const std::string note(200, '\\');
  const auto done = store->append(0, "2024-01-01T00:00:00Z", [&](const Store::Write& write) {
    for (int k = 0; k < 10'000; ++k)
      write(stated(std::to_string(k), "2024-01-01", {{"note", note + "\t\n\r"}, {"offer", "a"}}));
  });
  ASSERT_TRUE(done);
  ChainCheck chain;
  store->read(1, [&](const Entry& entry) { chain.follow(entry); });
  EXPECT_FALSE(chain.broken());
  EXPECT_EQ(chain.entries(), 10'000U);
  EXPECT_EQ(chain.head(), done->hash);
}

TEST_F(Postgres, AReaderWritesNothing) {
  const auto store = open_postgres(url, Access::read);
  EXPECT_NE(said_when([&] {
              (void)store->append(0, "2024-01-01T00:00:00Z", [](const Store::Write& write) {
                write(stated("a", "2024-01-01", {{"offer", "a"}}));
              });
            }),
            "");
}

// Whoever may only add can add, and can neither change nor take the trigger away.
TEST_F(Postgres, AWriterNeedsNoRightButToAdd) {
  ASSERT_EQ(run(url,
                "CREATE ROLE desk LOGIN; GRANT USAGE ON SCHEMA muster TO desk; "
                "GRANT SELECT ON ALL TABLES IN SCHEMA muster TO desk; "
                "GRANT INSERT ON muster.entries TO desk"),
            "");
  std::string theirs = url;
  theirs.replace(theirs.find("muster@"), 7, "desk@");
  append(*open_postgres(theirs, Access::write),
         {stated("a", "2024-01-01", {{"offer", "a"}})},
         "2024-01-01T00:00:00Z");
  EXPECT_TRUE(contains(run(theirs, "DELETE FROM muster.entries"), "permission denied"));
  EXPECT_TRUE(contains(run(theirs, "DROP TRIGGER only_added_to ON muster.entries"), "owner"));
}

TEST_F(Postgres, SaysPlainlyWhatIsNoLedger) {
  const std::string other = PostgresServer::get().new_database();
  EXPECT_TRUE(contains(said_when([&] { (void)open_postgres(other, Access::read); }),
                       "there is no such ledger\n`muster ledger init` makes one."));
  ASSERT_EQ(run(other, "CREATE SCHEMA muster"), "");
  EXPECT_TRUE(contains(said_when([&] { (void)open_postgres(other, Access::write); }),
                       "is no ledger of Muster"));
  EXPECT_TRUE(contains(said_when([&] { create_postgres(other); }), "is there already"));
  const std::string none = PostgresServer::get().url_of("none");
  EXPECT_TRUE(contains(said_when([&] { (void)open_postgres(none, Access::read); }),
                       "database \"none\" does not exist"));
}

TEST_F(Postgres, OfANewerMusterIsLeftAlone) {
  ASSERT_EQ(run(url, "UPDATE muster.layout SET version = 99"), "");
  EXPECT_TRUE(contains(said_when([&] { (void)open_postgres(url, Access::read); }), "newer"));
}

// Layout 1 had neither the trigger nor the index of what reverses.
TEST_F(Postgres, OfAnOlderMusterIsBroughtUpToDateAfterACopy) {
  add("a");
  ASSERT_EQ(run(url,
                "DROP FUNCTION muster.refuse CASCADE; DROP INDEX muster.what_reverses; "
                "UPDATE muster.layout SET version = 1"),
            "");
  const std::string copy = "SELECT count(*) FROM muster.entries_version_1";
  EXPECT_EQ(all_of(*open_postgres(url, Access::read)).size(), 1U) << "read as it is";
  EXPECT_TRUE(contains(run(url, copy), "does not exist"));
  (void)open_postgres(url, Access::write);
  EXPECT_EQ(run(url, copy), "1");
  EXPECT_TRUE(contains(run(url, "DELETE FROM muster.entries"), "only added to"));
  EXPECT_EQ(all_of(*open_postgres(url, Access::write)).size(), 1U);
}

TEST_F(Postgres, SaysWhereTheServerIsGone) {
  const auto store = open_postgres(url, Access::write);
  ASSERT_NE(run(PostgresServer::get().url_of("postgres"),
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE usename = 'muster' AND pid <> pg_backend_pid()"),
            "0");
  EXPECT_TRUE(contains(said_when([&] { (void)store->head(); }), "the server is gone"));
}

// Not the part that had come for the whole.
TEST_F(Postgres, SaysWhereTheServerIsGoneInTheMiddleOfAnAnswer) {
  const auto store = open_postgres(url, Access::write);
  const std::string note(2'000, 'n');
  ASSERT_TRUE(store->append(0, "2024-01-01T00:00:00Z", [&](const Store::Write& write) {
    for (int k = 0; k < 5'000; ++k)
      write(stated(std::to_string(k), "2024-01-01", {{"note", note}}));
  }));
  int seen = 0;
  const std::string said = said_when([&] {
    store->read(1, [&](const Entry&) {
      if (++seen == 1)
        run(PostgresServer::get().url_of("postgres"),
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE usename = 'muster' AND pid <> pg_backend_pid()");
    });
  });
  EXPECT_LT(seen, 5'000);
  EXPECT_NE(said, "");
}

TEST(PostgresUrl, IsKnownByItsBeginning) {
  EXPECT_TRUE(is_postgres("postgresql://server/coalition"));
  EXPECT_TRUE(is_postgres("postgres://server/coalition"));
  EXPECT_FALSE(is_postgres("coalition.ledger"));
  EXPECT_FALSE(is_postgres("postgresql:/server"));
}

TEST(PostgresUrl, IsNeverShownWithItsPassword) {
  EXPECT_EQ(shown_place("postgresql://desk:secret@server:5432/coalition"),
            "postgresql://desk@server:5432/coalition");
  EXPECT_EQ(shown_place("postgres://desk:s/e?c@ret@server/a"), "postgres://desk@server/a");
  EXPECT_EQ(shown_place("postgresql:///a?host=/tmp&password=secret&port=1"),
            "postgresql:///a?host=/tmp&password=&port=1");
  EXPECT_EQ(shown_place("postgresql://server:5432/a"), "postgresql://server:5432/a");
  EXPECT_EQ(shown_place("a:b@c.ledger"), "a:b@c.ledger");
  for (const char* url : {"postgresql://desk:secret@localhost:1/a",
                          "postgresql://desk:se%zzcret@localhost/a",
                          "postgresql://desk:secret/x@localhost/a",
                          "postgresql://localhost:1/a?password=secret&port"}) {
    const std::string said = said_when([&] { (void)open_postgres(url, Access::read); });
    EXPECT_NE(said, "");
    EXPECT_FALSE(contains(said, "cret")) << said;
  }
}

}  // namespace
}  // namespace muster::ledger
