// SPDX-License-Identifier: Apache-2.0
// A ledger in one SQLite file: write-ahead log, every commit synchronised to the disk, strict
// types. Entries are clustered by row, so that a state is one pass over the file.
#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include <sqlite3.h>
#include <unistd.h>

#include "base/world_error.hpp"

#include "ledger/chain.hpp"
#include "ledger/store.hpp"
#include "ledger/store/row.hpp"

namespace muster::ledger {
namespace {

namespace fs = std::filesystem;

constexpr int application = 0x4d555354;  // "MUST", in the file's header
constexpr int patience_ms = 10'000;      // to wait for another writer

// A step for each version of the layout; the file's user_version counts those taken. (SQLite would
// make a table of its own for what comes after IN, for every entry: a sixth of the time.)
constexpr std::array<const char*, 3> steps{
    R"(CREATE TABLE entries (
         number INTEGER NOT NULL,
         kind TEXT NOT NULL CHECK (kind = 'state' OR kind = 'remove' OR kind = 'reverse'),
         of_table TEXT NOT NULL,
         key TEXT NOT NULL,
         cells TEXT NOT NULL,
         valid_from TEXT NOT NULL,
         recorded_at TEXT NOT NULL,
         recorded_by TEXT NOT NULL,
         source TEXT NOT NULL,
         quotation TEXT NOT NULL,
         why TEXT NOT NULL,
         concerns INTEGER NOT NULL,
         hash TEXT NOT NULL,
         PRIMARY KEY (of_table, key, valid_from, number)
       ) STRICT, WITHOUT ROWID;
       CREATE UNIQUE INDEX by_number ON entries (number);
       CREATE INDEX by_time ON entries (recorded_at, number);)",
    R"(CREATE INDEX what_reverses ON entries (number) WHERE kind = 'reverse';
       CREATE TRIGGER never_changed BEFORE UPDATE ON entries
         BEGIN SELECT raise(ABORT, 'a ledger is only added to'); END;
       CREATE TRIGGER never_deleted BEFORE DELETE ON entries
         BEGIN SELECT raise(ABORT, 'a ledger is only added to'); END;)",
    "DROP INDEX by_time;"};
constexpr int newest = static_cast<int>(steps.size());

[[noreturn]] void fail(const fs::path& file, const std::string& what, std::string advice = {}) {
  throw WorldError{file.string(), what, std::move(advice)};
}

std::string advice_on(int code) {
  switch (code & 0xff) {  // without what extends it
    case SQLITE_FULL:
      return "Nothing was recorded. Make room on the disk and try again.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "Nothing was recorded. Maybe the file, or its folder, may not be written to.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "Somebody else is writing to it. Try again.";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "`muster ledger verify` tells what can still be trusted.";
    default:
      return {};
  }
}

// Readers of a write-ahead log leave files beside it that tell writers what is read. Where a reader
// may not write there, and no writer has left a log, the file is read as one that nobody changes,
// as on a medium that can only be read: then this is its name. Empty: it is opened as usual.
std::string name_of_unchanging(const fs::path& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  fs::path log = file;
  log += "-wal";
  if (access(folder.c_str(), W_OK) == 0 || fs::exists(log)) return {};
  std::string name = "file:";
  for (const char letter : fs::absolute(file).string()) {
    if (letter == '%' || letter == '?' || letter == '#')
      name += letter == '%' ? "%25" : letter == '?' ? "%3f" : "%23";
    else
      name += letter;
  }
  return name + "?immutable=1";
}

class Statement;

class Database {
 public:
  Database(fs::path file, int flags) : file_{std::move(file)} {
    const bool reads = (flags & SQLITE_OPEN_READONLY) != 0;
    const std::string unchanging = reads ? name_of_unchanging(file_) : std::string{};
    const int code =
        unchanging.empty()
            ? sqlite3_open_v2(file_.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr)
            : sqlite3_open_v2(unchanging.c_str(),
                              &handle_,
                              flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                              nullptr);
    if (code != SQLITE_OK) {
      sqlite3_close_v2(std::exchange(handle_, nullptr));
      fail(file_,
           std::string{"the ledger cannot be opened: "} + sqlite3_errstr(code),
           advice_on(code));
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, patience_ms);
  }
  ~Database() { sqlite3_close_v2(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void check(int code) const {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    fail(file_,
         std::string{"the ledger cannot be used: "} + sqlite3_errmsg(handle_),
         advice_on(code));
  }
  void run(const std::string& sql) const {
    check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
  }
  [[nodiscard]] std::int64_t number(const std::string& sql) const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] const fs::path& file() const { return file_; }

 private:
  fs::path file_;
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(const Database& database, const std::string& sql) : database_{database} {
    database.check(sqlite3_prepare_v2(
        database.handle(), sql.c_str(), static_cast<int>(sql.size()), &handle_, nullptr));
  }
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // The text is not copied: it must live until the last row was asked for.
  Statement& bind(std::string_view text) {
    database_.check(sqlite3_bind_text(
        handle_, ++bound_, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
    return *this;
  }
  Statement& bind(std::string&& text) = delete;
  Statement& bind(std::uint64_t number) {
    database_.check(sqlite3_bind_int64(handle_, ++bound_, static_cast<sqlite3_int64>(number)));
    return *this;
  }
  // False: there are no more rows.
  [[nodiscard]] bool next() {
    const int code = sqlite3_step(handle_);
    database_.check(code);
    return code == SQLITE_ROW;
  }
  void again() {
    sqlite3_reset(handle_);
    bound_ = 0;
  }
  // Lives until the next row.
  [[nodiscard]] std::string_view text(int column) const {
    const auto* bytes = sqlite3_column_blob(handle_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return {static_cast<const char*>(bytes), size};
  }
  [[nodiscard]] std::uint64_t number(int column) const {
    return static_cast<std::uint64_t>(sqlite3_column_int64(handle_, column));
  }

 private:
  const Database& database_;
  sqlite3_stmt* handle_ = nullptr;
  int bound_ = 0;
};

std::int64_t Database::number(const std::string& sql) const {
  Statement statement{*this, sql};
  return statement.next() ? static_cast<std::int64_t>(statement.number(0)) : 0;
}

// Rolled back where it is not committed.
class Transaction {
 public:
  explicit Transaction(const Database& database) : database_{database} {
    database_.run("BEGIN IMMEDIATE");
  }
  ~Transaction() {
    if (!done_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    database_.run("COMMIT");
    done_ = true;
  }

 private:
  const Database& database_;
  bool done_ = false;
};

[[noreturn]] void not_ours(const fs::path& file) {
  fail(file, "is no ledger of Muster", "`muster ledger init` makes one.");
}

void copy_of(const Database& from, const fs::path& to) {
  if (fs::exists(to)) return;  // of an earlier try
  const Database target{to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
  sqlite3_backup* copy = sqlite3_backup_init(target.handle(), "main", from.handle(), "main");
  if (copy == nullptr) target.check(sqlite3_errcode(target.handle()));
  sqlite3_backup_step(copy, -1);
  target.check(sqlite3_backup_finish(copy));
}

int version_of(const Database& database) {
  if (database.number("PRAGMA application_id") != application) not_ours(database.file());
  const auto version = static_cast<int>(database.number("PRAGMA user_version"));
  if (version > newest)
    fail(database.file(),
         "the ledger was made by a newer Muster (layout " + std::to_string(version)
             + ", known here " + std::to_string(newest) + ")",
         "Use that one; nothing was changed.");
  return version;
}

void take_steps(const Database& database, int from) {
  Transaction transaction{database};
  for (int step = from; step < newest; ++step)
    database.run(steps.at(static_cast<std::size_t>(step)));
  database.run("PRAGMA user_version = " + std::to_string(newest));
  transaction.commit();
}

void bring_up_to_date(const Database& database) {
  const int version = version_of(database);
  if (version == newest) return;
  fs::path kept = database.file();
  kept += ".version-" + std::to_string(version);
  copy_of(database, kept);
  take_steps(database, version);
}

class SqliteStore : public Store {
 public:
  SqliteStore(const fs::path& file, Access access)
      : database_{file, access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY} {
    if (access == Access::write) {
      bring_up_to_date(database_);
      database_.run("PRAGMA synchronous = FULL");
    } else {
      (void)version_of(database_);
    }
  }

  Head head() override {
    Statement last{database_,
                   "SELECT number, hash, recorded_at FROM entries ORDER BY number DESC LIMIT 1"};
    if (!last.next()) return {0, first_hash, {}};
    return {last.number(0), std::string{last.text(1)}, std::string{last.text(2)}};
  }

  std::uint64_t last_of(Day day) override {
    const std::string end = muster::to_text(day + Days{1});
    Statement at{database_, "SELECT recorded_at FROM entries WHERE number = ?"};
    std::uint64_t before = 0, until = head().number;
    while (before < until) {  // by halves: a later entry is never recorded earlier
      const std::uint64_t middle = until - (until - before) / 2;
      at.again();
      if (at.bind(middle).next() && at.text(0) < end)
        before = middle;
      else
        until = middle - 1;
    }
    return before;
  }

  std::optional<Day> latest_valid(std::uint64_t known, Day until) override {
    Statement latest{database_,
                     "SELECT max(valid_from) FROM entries WHERE number <= ? AND valid_from <= ?"};
    const std::string last = muster::to_text(until);
    latest.bind(known).bind(last);
    return latest.next() ? parse_day(latest.text(0)) : std::nullopt;
  }

  void read(std::uint64_t first, const Look& look) override {
    each(Statement{database_, select() + "WHERE number >= ? ORDER BY number"}.bind(first), look);
  }

  void read_row(const std::string& table, const std::string& key, const Look& look) override {
    Statement rows{database_, select() + "WHERE of_table = ? AND key = ? ORDER BY number"};
    each(rows.bind(table).bind(key), look);
  }

  void read_valid(const Moment& moment, const Look& look) override {
    Statement rows{database_,
                   std::string{"SELECT "} + said_columns
                       + " FROM entries WHERE number <= ? AND valid_from <= ? "
                         "AND kind <> 'reverse' ORDER BY of_table, key, valid_from, number"};
    const std::string day = muster::to_text(moment.as_of);
    rows.bind(moment.known).bind(day);
    Entry entry;
    while (rows.next()) {
      read_said(rows, entry);
      look(entry);
    }
  }

  void read_reverses(std::uint64_t known, const Look& look) override {
    Statement rows{database_, select() + "WHERE kind = 'reverse' AND number <= ? ORDER BY number"};
    each(rows.bind(known), look);
  }

  std::optional<Entry> find(std::uint64_t number) override {
    Statement row{database_, select() + "WHERE number = ?"};
    row.bind(number);
    return row.next() ? std::optional{read_entry(row)} : std::nullopt;
  }

  std::expected<Head, std::vector<Changed>> append(
      std::uint64_t read_up_to,
      const std::string& now,
      const std::function<void(const Write&)>& entries) override {
    Transaction transaction{database_};
    Head last = head();
    const bool may_have_changed = last.number > read_up_to;
    std::vector<Changed> changed;
    Statement insert{database_,
                     std::string{"INSERT INTO entries ("} + columns
                         + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    const std::uint64_t before = last.number;
    entries([&](Entry entry) {
      refuse_no_text(database_.file().string(), entry);
      if (may_have_changed) {
        auto theirs = newer(entry, read_up_to, before);
        if (theirs) changed.push_back({*std::move(theirs), entry});
      }
      if (!changed.empty()) return;
      entry.number = last.number + 1;
      entry.recorded_at = std::max(now, last.recorded_at);
      entry.hash = hash_of(last.hash, entry);
      put(insert, entry);
      last = {entry.number, entry.hash, entry.recorded_at};
    });
    if (!changed.empty()) return std::unexpected{std::move(changed)};
    transaction.commit();
    return last;
  }

  std::vector<std::string> faults() override {
    Statement check{database_, "PRAGMA integrity_check"};
    std::vector<std::string> found;
    while (check.next())
      if (check.text(0) != "ok") found.emplace_back(check.text(0));
    return found;
  }

 private:
  static std::string select() { return std::string{"SELECT "} + columns + " FROM entries "; }

  static void each(Statement& rows, const Look& look) {
    Entry entry;
    while (rows.next()) {
      read_entry(rows, entry);
      look(entry);
    }
  }

  // The newest entry of the same row that the writer has not read.
  std::optional<Entry> newer(const Entry& entry, std::uint64_t read, std::uint64_t until) {
    Statement row{database_,
                  select()
                      + "WHERE of_table = ? AND key = ? AND number > ? AND number <= ? "
                        "ORDER BY number DESC LIMIT 1"};
    row.bind(entry.table).bind(entry.key).bind(read).bind(until);
    return row.next() ? std::optional{read_entry(row)} : std::nullopt;
  }

  static void put(Statement& insert, const Entry& entry) {
    const std::string cells = to_json(entry.cells);
    const std::string day = muster::to_text(entry.valid_from);
    insert.again();
    insert.bind(entry.number)
        .bind(to_text(entry.kind))
        .bind(entry.table)
        .bind(entry.key)
        .bind(cells)
        .bind(day)
        .bind(entry.recorded_at)
        .bind(entry.by)
        .bind(entry.source)
        .bind(entry.quotation)
        .bind(entry.why)
        .bind(entry.concerns)
        .bind(entry.hash);
    (void)insert.next();
  }

  Database database_;
};

}  // namespace

void create_sqlite(const fs::path& file) {
  if (fs::exists(file)) fail(file, "is there already", "Name another file.");
  const Database database{file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
  // The history of a row lies together, so a page is worth more than the usual four kilobytes.
  database.run("PRAGMA page_size = 16384");
  database.run("PRAGMA journal_mode = WAL");
  database.run("PRAGMA synchronous = FULL");
  database.run("PRAGMA application_id = " + std::to_string(application));
  take_steps(database, 0);
}

std::unique_ptr<Store> open_sqlite(const fs::path& file, Access access) {
  if (!fs::exists(file)) fail(file, "there is no such ledger", "`muster ledger init` makes one.");
  return std::make_unique<SqliteStore>(file, access);
}

bool is_sqlite(const fs::path& file) {
  constexpr std::string_view mark{"SQLite format 3\0", 16};
  std::array<char, mark.size()> head{};
  std::ifstream in{file, std::ios::binary};
  return in.read(head.data(), head.size()) && std::string_view{head.data(), head.size()} == mark;
}

}  // namespace muster::ledger
