// SPDX-License-Identifier: Apache-2.0
// What every store must do, and do the same.
#include <thread>

#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "base/world_error.hpp"

#include "ledger/chain.hpp"
#include "ledgers.hpp"
#include "postgres_server.hpp"

namespace muster::ledger {
namespace {

// A kind of store: makes an empty one, and opens what was made again.
class Place {
 public:
  virtual ~Place() = default;
  [[nodiscard]] virtual std::unique_ptr<Store> open() = 0;
};

class SqlitePlace : public Place {
 public:
  SqlitePlace() { create_sqlite(folder_ / "a.ledger"); }
  std::unique_ptr<Store> open() override {
    return open_sqlite(folder_ / "a.ledger", Access::write);
  }

 private:
  Folder folder_;
};

class PostgresPlace : public Place {
 public:
  PostgresPlace() { create_postgres(url_); }
  std::unique_ptr<Store> open() override { return open_postgres(url_, Access::write); }

 private:
  std::string url_ = PostgresServer::get().new_database();
};

struct KindOfStore {
  const char* name;
  bool is_postgres;
  std::unique_ptr<Place> (*make)();
  friend void PrintTo(const KindOfStore& kind, std::ostream* out) { *out << kind.name; }
};

class EveryStore : public testing::TestWithParam<KindOfStore> {
 protected:
  void SetUp() override {
    if (GetParam().is_postgres) MUSTER_NEEDS_POSTGRES();
    place = GetParam().make();
    store = place->open();
  }
  std::unique_ptr<Place> place;
  std::unique_ptr<Store> store;
};

const std::string morning = "2024-01-01T08:00:00Z", noon = "2024-01-01T12:00:00Z",
                  next_day = "2024-01-02T00:00:00Z";

TEST_P(EveryStore, BeginsEmpty) {
  EXPECT_EQ(store->head().number, 0U);
  EXPECT_EQ(store->head().hash, first_hash);
  EXPECT_TRUE(all_of(*store).empty());
  EXPECT_FALSE(store->find(1));
  EXPECT_EQ(store->last_of(support::day("2024-01-01")), 0U);
  EXPECT_FALSE(store->latest_valid(9, support::day("2024-01-01")));
  EXPECT_TRUE(store->faults().empty());
}

TEST_P(EveryStore, GivesBackWhatWasAppendedByteForByte) {
  Entry entry = stated(
      "Ñ, 'q' \"d\"", "2024-02-29", {{"note", "two\nlines\t\\ \xE2\x82\xAC"}, {"offer", "o"}});
  entry.source = "kst-36045-398#p3";
  entry.quotation = "\"voornemen\"";
  entry.why = "because; -- not";
  append(*store, {entry}, morning);
  store = place->open();
  ASSERT_EQ(all_of(*store).size(), 1U);
  Entry expected = entry;
  expected.number = 1;
  expected.recorded_at = morning;
  expected.hash = hash_of(first_hash, expected);
  EXPECT_EQ(all_of(*store)[0], expected);
  EXPECT_EQ(store->find(1), expected);
  EXPECT_EQ(store->head().hash, expected.hash);
}

TEST_P(EveryStore, NumbersAndChainsAndNeverGoesBackInTime) {
  append(*store,
         {stated("a", "2024-01-01", {{"offer", "a"}}), stated("b", "2023-01-01", {{"offer", "b"}})},
         noon);
  append(*store, {stated("a", "2024-03-01", {{"offer", "a"}})}, morning);
  ChainCheck chain;
  for (const Entry& entry : all_of(*store))
    EXPECT_TRUE(chain.follow(entry)) << chain.broken()->what;
  EXPECT_EQ(chain.entries(), 3U);
  EXPECT_EQ(chain.head(), store->head().hash);
  EXPECT_EQ(store->head().recorded_at, noon) << "a clock that was put back";
}

TEST_P(EveryStore, KnowsWhatWasRecordedByTheEndOfADay) {
  append(*store, {stated("a", "2024-01-01", {{"offer", "a"}})}, noon);
  append(*store, {stated("a", "2024-01-01", {{"offer", "a"}})}, next_day);
  EXPECT_EQ(store->last_of(support::day("2023-12-31")), 0U);
  EXPECT_EQ(store->last_of(support::day("2024-01-01")), 1U);
  EXPECT_EQ(store->last_of(support::day("2024-01-02")), 2U);
}

TEST_P(EveryStore, KnowsTheLatestDayFromWhichAnythingIsValid) {
  append(*store,
         {stated("a", "2024-01-01", {{"offer", "a"}}), stated("a", "2024-05-01", {{"offer", "a"}})},
         noon);
  EXPECT_EQ(store->latest_valid(2, support::day("2024-12-31")), support::day("2024-05-01"));
  EXPECT_EQ(store->latest_valid(2, support::day("2024-04-30")), support::day("2024-01-01"));
  EXPECT_EQ(store->latest_valid(1, support::day("2024-12-31")), support::day("2024-01-01"));
}

TEST_P(EveryStore, ReadsWhatIsValidRowByRowByTheBytesOfTheirNames) {
  append(*store,
         {stated("b", "2024-02-01", {{"offer", "b"}}),
          stated("B", "2024-01-01", {{"offer", "B"}}),
          stated("b", "2024-01-01", {{"offer", "b"}}),
          stated("\xC3\xA9", "2024-01-01", {{"offer", "e"}}),
          stated("z", "2024-03-01", {{"offer", "z"}}),
          stated("a-b", "2024-01-01", {{"offer", "a-b"}}),
          stated("a", "2024-01-01", {{"offer", "a"}})},
         noon);
  append(*store, {reversing(*store->find(2))}, noon);
  std::string order;
  store->read_valid({support::day("2024-02-01"), 8},
                    [&](const Entry& entry) { order += std::to_string(entry.number) + " "; });
  EXPECT_EQ(order, "2 7 6 3 1 4 ");
  order.clear();
  store->read_valid({support::day("2024-01-31"), 3},
                    [&](const Entry& entry) { order += std::to_string(entry.number) + " "; });
  EXPECT_EQ(order, "2 3 ");
  order.clear();
  store->read_reverses(8, [&](const Entry& entry) { order += std::to_string(entry.concerns); });
  store->read_reverses(7, [&](const Entry&) { order += "!"; });
  EXPECT_EQ(order, "2");
  order.clear();
  store->read_row(
      "offers", "b", [&](const Entry& entry) { order += std::to_string(entry.number); });
  EXPECT_EQ(order, "13");
}

TEST_P(EveryStore, TellsOfWhatIsValidWhatItSaysAndNoMore) {
  Entry entry = stated("a", "2024-01-01", {{"note", "\"\\\n\xE2\x82\xAC"}, {"offer", "a"}});
  entry.source = "letter#p1";
  append(*store, {entry, removed("a", "2024-02-01")}, noon);
  std::vector<Entry> told;
  store->read_valid({support::day("2024-12-31"), 9},
                    [&](const Entry& one) { told.push_back(one); });
  std::vector<Entry> expected;
  for (const Entry& one : all_of(*store)) {
    expected.emplace_back();
    expected.back().number = one.number;
    expected.back().kind = one.kind;
    expected.back().table = one.table;
    expected.back().key = one.key;
    expected.back().cells = one.cells;
    expected.back().valid_from = one.valid_from;
  }
  EXPECT_EQ(told.size(), 2U);
  EXPECT_EQ(told, expected);
}

TEST_P(EveryStore, RefusesAllWhereARowWasChangedSinceItWasRead) {
  append(*store, {stated("a", "2024-01-01", {{"offer", "a"}, {"status", "intended"}})}, morning);
  const std::uint64_t read = store->head().number;
  const auto other = place->open();
  append(*other, {stated("a", "2024-01-01", {{"offer", "a"}, {"status", "offered"}})}, noon);
  const auto refused = store->append(read, noon, [](const Store::Write& write) {
    write(stated("b", "2024-01-01", {{"offer", "b"}}));
    write(stated("a", "2024-01-01", {{"offer", "a"}, {"status", "withdrawn"}}));
  });
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().size(), 1U);
  EXPECT_EQ(refused.error()[0].theirs.cells.at(1).text, "offered");
  EXPECT_EQ(refused.error()[0].ours.cells.at(1).text, "withdrawn");
  EXPECT_EQ(all_of(*store).size(), 2U) << "nothing of it was appended";
  const auto done = store->append(read, noon, [](const Store::Write& write) {
    write(stated("b", "2024-01-01", {{"offer", "b"}}));
  });
  EXPECT_TRUE(done) << "another row is nobody's business";
}

TEST_P(EveryStore, AppendsNothingWhereTheWriterFails) {
  EXPECT_THROW((void)store->append(0,
                                   noon,
                                   [](const Store::Write& write) {
                                     write(stated("a", "2024-01-01", {{"offer", "a"}}));
                                     throw std::runtime_error{"no more"};
                                   }),
               std::runtime_error);
  EXPECT_TRUE(all_of(*store).empty());
  EXPECT_EQ(append(*store, {stated("a", "2024-01-01", {{"offer", "a"}})}, noon).number, 1U);
}

// The same in every store: what comes out of all questions, in one number.
TEST_P(EveryStore, AnswersAsAllOthersDo) {
  for (int k = 0; k < 60; ++k) {
    const std::string key =
        std::string(1, static_cast<char>('A' + k % 7 * 8)) + (k % 2 == 0 ? "-x" : ", y");
    const std::string day = "2024-0" + std::to_string(1 + k % 9) + "-1" + std::to_string(k % 5);
    append(*store, {stated(key, day, {{"offer", key}, {"note", std::to_string(k)}})}, noon);
    if (k % 11 == 5)
      append(*store, {reversing(*store->find(static_cast<std::uint64_t>(k / 2 + 1)))}, next_day);
  }
  std::string told;
  const auto tell = [&](const Entry& entry) { told += entry.hash + "\n"; };
  store->read(1, tell);
  for (const std::uint64_t known : {10U, 40U, 99U}) {
    store->read_valid({support::day("2024-06-12"), known},
                      [&](const Entry& entry) { told += said_by(entry); });
    store->read_reverses(known, tell);
  }
  EXPECT_EQ(sha256(told), "cb98252e68838ccde1d9a57d4eec19b03e400e7ae8e96cbfc082bc950d0d4b6b");
}

// Appends `count` entries, one at a time; what the other writer records meanwhile is not known.
void write_beside_another(Place& place, const std::string& who, int count) {
  const auto store = place.open();
  for (int k = 0; k < count; ++k)
    EXPECT_TRUE(store->append(0, noon, [&](const Store::Write& write) {
      write(stated(who + std::to_string(k), "2024-01-01", {{"offer", who}}));
    }));
}

TEST_P(EveryStore, TakesFromTwoWritersAtOnceWithoutAGap) {
  constexpr int count = 200;
  {
    const std::jthread one{[&] { write_beside_another(*place, "one", count); }};
    const std::jthread two{[&] { write_beside_another(*place, "two", count); }};
  }
  ChainCheck chain;
  for (const Entry& entry : all_of(*store))
    EXPECT_TRUE(chain.follow(entry)) << chain.broken()->what;
  EXPECT_EQ(chain.entries(), 2U * count);
  EXPECT_TRUE(store->faults().empty());
}

TEST_P(EveryStore, RefusesWhatIsNoText) {
  using namespace std::string_literals;
  for (const std::string& text : {"a\0b"s, "\xE9"s, "\xC0\x80"s, "\xED\xA0\x80"s, "\xE2\x82"s}) {
    Entry entry = stated("a", "2024-01-01", {{"offer", "a"}});
    entry.why = text;
    EXPECT_THROW(append(*store, {entry}, noon), WorldError);
    EXPECT_THROW(append(*store, {stated("a", "2024-01-01", {{"note", text}})}, noon), WorldError);
  }
  EXPECT_TRUE(all_of(*store).empty());
}

TEST_P(EveryStore, MayBeAskedWhileItIsRead) {
  for (const char* key : {"a", "b", "c"})
    append(*store, {stated(key, "2024-01-01", {{"offer", key}})}, noon);
  std::string found;
  store->read(1, [&](const Entry& entry) {
    found += store->find(entry.number)->key;
    store->read_row("offers", entry.key, [&](const Entry& same) { found += same.key; });
  });
  EXPECT_EQ(found, "aabbcc");
}

// The outer answer is not read to its end when the inner ones are asked for, nor these.
TEST_P(EveryStore, MayBeReadWhileItIsReadAndReadingMayEndEarly) {
  struct Enough {};
  for (int k = 0; k < 300; ++k)
    append(*store, {stated(std::to_string(k), "2024-01-01", {{"offer", "a"}})}, noon);
  std::uint64_t outer = 0, inner = 0;
  store->read(1, [&](const Entry& entry) {
    EXPECT_EQ(entry.number, ++outer);
    if (entry.number % 100 != 1) return;
    const auto stop = [&](const Entry&) {
      if (++inner % 10 == 0) throw Enough{};
    };
    EXPECT_THROW(store->read_valid({support::day("2024-01-01"), 300}, stop), Enough);
    EXPECT_EQ(all_of(*store).size(), 300U);
  });
  EXPECT_EQ(outer, 300U);
  EXPECT_EQ(inner, 30U);
  EXPECT_EQ(append(*store, {stated("b", "2024-01-01", {{"offer", "b"}})}, noon).number, 301U);
}

template <class Made>
std::unique_ptr<Place> make() {
  return std::make_unique<Made>();
}

INSTANTIATE_TEST_SUITE_P(Stores,
                         EveryStore,
                         testing::Values(KindOfStore{"Sqlite", false, make<SqlitePlace>},
                                         KindOfStore{"Postgres", true, make<PostgresPlace>}),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
}  // namespace muster::ledger
