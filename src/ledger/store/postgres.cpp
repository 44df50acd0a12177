// SPDX-License-Identifier: Apache-2.0
// A ledger in the schema `muster` of a PostgreSQL database.
#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/demand.hpp"

#include "ledger/chain.hpp"
#include "ledger/store.hpp"
#include "ledger/store/postgres_session.hpp"
#include "ledger/store/postgres_stream.hpp"
#include "ledger/store/row.hpp"

namespace muster::ledger {
namespace {

constexpr std::size_t copied_at_once = 1 << 20;  // bytes

// Who holds this lock may write. Each entry's hash needs the one before, so there can be one writer
// at a time: two that are serializable would only make one of them ask for its entries again. A
// lock of the database rather than one of the table: for that a writer would need the right to
// delete.
constexpr const char* lock = "SELECT pg_advisory_xact_lock(85028425778514)";  // "MUSTER"

// A step for each version of the layout; the table `layout` counts those taken.
constexpr std::array<const char*, 2> steps{
    R"(CREATE TABLE muster.entries (
         number bigint PRIMARY KEY,
         kind text COLLATE "C" NOT NULL CHECK (kind IN ('state', 'remove', 'reverse')),
         of_table text COLLATE "C" NOT NULL,
         key text COLLATE "C" NOT NULL,
         cells json NOT NULL,
         valid_from text COLLATE "C" NOT NULL,
         recorded_at text COLLATE "C" NOT NULL,
         recorded_by text COLLATE "C" NOT NULL,
         source text COLLATE "C" NOT NULL,
         quotation text COLLATE "C" NOT NULL,
         why text COLLATE "C" NOT NULL,
         concerns bigint NOT NULL,
         hash text COLLATE "C" NOT NULL);
       CREATE INDEX by_row ON muster.entries (of_table, key, valid_from, number);
       CREATE INDEX by_time ON muster.entries (recorded_at, number);)",
    R"(CREATE INDEX what_reverses ON muster.entries (number) WHERE kind = 'reverse';
       CREATE FUNCTION muster.refuse() RETURNS trigger LANGUAGE plpgsql AS
         $$BEGIN RAISE EXCEPTION 'a ledger is only added to'; END$$;
       CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON muster.entries
         FOR EACH STATEMENT EXECUTE FUNCTION muster.refuse();
       ALTER TABLE muster.entries ENABLE ALWAYS TRIGGER only_added_to;)"};
constexpr int newest = static_cast<int>(steps.size());

constexpr const char* reading = "ISOLATION LEVEL REPEATABLE READ READ ONLY";
// Each statement sees what was committed before it, so also what was while the lock was waited for.
constexpr const char* writing = "ISOLATION LEVEL READ COMMITTED";

std::string text_of(std::uint64_t number) {
  constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  return std::to_string(std::min(number, largest));
}

// One row of an answer, as read_entry wants it.
struct OneRow {
  const PostgresRows& rows;
  int at;
  [[nodiscard]] std::uint64_t number(int column) const { return rows.number(at, column); }
  [[nodiscard]] std::string_view text(int column) const { return rows.text(at, column); }
};

// A line of COPY's text format, column by column.
class Line {
 public:
  explicit Line(std::string& lines) : lines_{lines} {}
  Line& put(std::string_view text) {
    if (!std::exchange(is_first_, false)) lines_ += '\t';
    for (const char letter : text) {
      switch (letter) {
        case '\\':
          lines_ += "\\\\";
          break;
        case '\n':
          lines_ += "\\n";
          break;
        case '\r':
          lines_ += "\\r";
          break;
        case '\t':
          lines_ += "\\t";
          break;
        default:
          lines_ += letter;
      }
    }
    return *this;
  }
  void end() { lines_ += '\n'; }

 private:
  std::string& lines_;
  bool is_first_ = true;
};

void put(std::string& lines, const Entry& entry) {
  Line line{lines};
  line.put(text_of(entry.number))
      .put(to_text(entry.kind))
      .put(entry.table)
      .put(entry.key)
      .put(to_json(entry.cells))
      .put(muster::to_text(entry.valid_from))
      .put(entry.recorded_at)
      .put(entry.by)
      .put(entry.source)
      .put(entry.quotation)
      .put(entry.why)
      .put(text_of(entry.concerns))
      .put(entry.hash)
      .end();
}

// Entries on their way into the table.
class Copying {
 public:
  explicit Copying(const PostgresSession& session) : session_{session} {}
  void add(const Entry& entry) {
    put(lines_, entry);
    if (lines_.size() >= copied_at_once) send();
  }
  void send() {
    if (lines_.empty()) return;
    session_.copy_in(std::string{"COPY muster.entries ("} + columns + ") FROM STDIN", lines_);
    lines_.clear();
  }

 private:
  const PostgresSession& session_;
  std::string lines_;
};

bool has_schema(const PostgresSession& session) {
  return session.run("SELECT 1 FROM pg_namespace WHERE nspname = 'muster'").count() > 0;
}

int version_of(const PostgresSession& session) {
  if (!has_schema(session))
    session.fail("there is no such ledger", "`muster ledger init` makes one.");
  if (session.run("SELECT to_regclass('muster.layout')").text(0, 0).empty())
    session.fail("is no ledger of Muster", "Its schema muster is somebody else's.");
  const PostgresRows found = session.run("SELECT version FROM muster.layout");
  const int version = found.count() == 0 ? 0 : static_cast<int>(found.number(0, 0));
  if (version > newest)
    session.fail("the ledger was made by a newer Muster (layout " + std::to_string(version)
                     + ", known here " + std::to_string(newest) + ")",
                 "Use that one; nothing was changed.");
  return version;
}

// Within a transaction.
void take_steps(const PostgresSession& session, int from) {
  for (int step = from; step < newest; ++step)
    session.run_all(steps.at(static_cast<std::size_t>(step)));
  session.run("UPDATE muster.layout SET version = $1", {std::to_string(newest)});
}

void bring_up_to_date(const PostgresSession& session) {
  if (version_of(session) == newest) return;
  PostgresTransaction transaction{session, writing};
  session.run(lock);
  const int version = version_of(session);  // somebody else may have been faster
  if (version < newest) {
    session.run("CREATE TABLE IF NOT EXISTS muster.entries_version_" + std::to_string(version)
                + " AS TABLE muster.entries");
    take_steps(session, version);
  }
  transaction.commit();
}

class PostgresStore : public Store {
 public:
  PostgresStore(const std::string& url, Access access) : session_{url} {
    if (access == Access::write) {
      bring_up_to_date(session_);
    } else {
      session_.run("SET default_transaction_read_only = on");
      (void)version_of(session_);
    }
  }

  Head head() override {
    const PostgresRows last = session_.run(
        "SELECT number, hash, recorded_at FROM muster.entries ORDER BY number DESC LIMIT 1");
    if (last.count() == 0) return {0, first_hash, {}};
    return {last.number(0, 0), std::string{last.text(0, 1)}, std::string{last.text(0, 2)}};
  }

  std::uint64_t last_of(Day day) override {
    return session_
        .run("SELECT max(number) FROM muster.entries WHERE recorded_at < $1",
             {muster::to_text(day + Days{1})})
        .number(0, 0);
  }

  std::optional<Day> latest_valid(std::uint64_t known, Day until) override {
    const PostgresRows latest = session_.run(
        "SELECT max(valid_from) FROM muster.entries WHERE number <= $1 AND valid_from <= $2",
        {text_of(known), muster::to_text(until)});
    return parse_day(latest.text(0, 0));
  }

  void read(std::uint64_t first, const Look& look) override {
    each("WHERE number >= " + text_of(first) + " ORDER BY number", look);
  }

  void read_row(const std::string& table, const std::string& key, const Look& look) override {
    each("WHERE of_table = " + session_.quoted(table) + " AND key = " + session_.quoted(key)
             + " ORDER BY number",
         look);
  }

  void read_valid(const Moment& moment, const Look& look) override {
    // All of a table in the order of an index: a server that knows little of it yet would sort.
    PostgresTransaction transaction{session_, reading};
    session_.run("SET LOCAL enable_sort = off");
    PostgresStream rows{session_,
                        std::string{"SELECT "} + said_columns
                            + " FROM muster.entries WHERE number <= " + text_of(moment.known)
                            + " AND valid_from <= " + session_.quoted(muster::to_text(moment.as_of))
                            + " AND kind <> 'reverse' ORDER BY of_table, key, valid_from, number"};
    Entry entry;
    while (rows.next()) {
      read_said(rows, entry);
      look(entry);
    }
    session_.run("SET LOCAL enable_sort = on");
    transaction.commit();
  }

  void read_reverses(std::uint64_t known, const Look& look) override {
    each("WHERE kind = 'reverse' AND number <= " + text_of(known) + " ORDER BY number", look);
  }

  std::optional<Entry> find(std::uint64_t number) override {
    return first_of("WHERE number = $1", {text_of(number)});
  }

  std::expected<Head, std::vector<Changed>> append(
      std::uint64_t read_up_to,
      const std::string& now,
      const std::function<void(const Write&)>& entries) override {
    demand(!session_.is_in_transaction(), "nobody appends to a ledger while reading it");
    PostgresTransaction transaction{session_, writing};
    session_.run(lock);
    Head last = head();
    const std::uint64_t before = last.number;
    std::vector<Changed> changed;
    Copying copying{session_};
    entries([&](Entry entry) {
      refuse_no_text(session_.place(), entry);
      if (before > read_up_to) {
        auto theirs = newer(entry, read_up_to, before);
        if (theirs) changed.push_back({*std::move(theirs), entry});
      }
      if (!changed.empty()) return;
      entry.number = last.number + 1;
      entry.recorded_at = std::max(now, last.recorded_at);
      entry.hash = hash_of(last.hash, entry);
      copying.add(entry);
      last = {entry.number, std::move(entry.hash), std::move(entry.recorded_at)};
    });
    if (!changed.empty()) return std::unexpected{std::move(changed)};
    copying.send();
    transaction.commit();
    return last;
  }

  std::vector<std::string> faults() override {
    std::vector<std::string> found;
    const auto look = [&](const std::string& sql) {
      const PostgresRows rows = session_.run(sql);
      for (int row = 0; row < rows.count(); ++row) found.emplace_back(rows.text(row, 0));
    };
    look(
        "SELECT 'the server may lose what it has acknowledged: ' || name || ' is off' "
        "FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'");
    look(
        "SELECT 'the trigger that refuses changes is gone or switched off' WHERE NOT EXISTS "
        "(SELECT 1 FROM pg_trigger WHERE tgrelid = 'muster.entries'::regclass "
        "AND tgname = 'only_added_to' AND tgenabled = 'A')");
    look(
        "SELECT 'the index ' || indexrelid::regclass || ' cannot be used' FROM pg_index "
        "WHERE indrelid = 'muster.entries'::regclass AND NOT (indisvalid AND indisready)");
    return found;
  }

 private:
  static std::string select(const std::string& which) {
    return std::string{"SELECT "} + columns + " FROM muster.entries " + which;
  }

  std::optional<Entry> first_of(const std::string& which, const std::vector<std::string>& bound) {
    const PostgresRows rows = session_.run(select(which), bound);
    return rows.count() == 0 ? std::nullopt : std::optional{read_entry(OneRow{rows, 0})};
  }

  // What `look` asks for meanwhile sees the same entries.
  void each(const std::string& which, const Look& look) {
    PostgresTransaction transaction{session_, reading};
    PostgresStream rows{session_, select(which)};
    Entry entry;
    while (rows.next()) {
      read_entry(rows, entry);
      look(entry);
    }
    transaction.commit();
  }

  // The newest entry of the same row that the writer has not read.
  std::optional<Entry> newer(const Entry& entry, std::uint64_t read, std::uint64_t until) {
    return first_of(
        "WHERE of_table = $1 AND key = $2 AND number > $3 AND number <= $4 "
        "ORDER BY number DESC LIMIT 1",
        {entry.table, entry.key, text_of(read), text_of(until)});
  }

  PostgresSession session_;
};

}  // namespace

void create_postgres(const std::string& url) {
  const PostgresSession session{url};
  PostgresTransaction transaction{session, writing};
  session.run(lock);
  if (has_schema(session))
    session.fail("is there already", "Its database has a schema muster; name another database.");
  session.run_all(
      "CREATE SCHEMA muster; CREATE TABLE muster.layout (version integer NOT NULL); "
      "INSERT INTO muster.layout VALUES (0)");
  take_steps(session, 0);
  transaction.commit();
}

std::unique_ptr<Store> open_postgres(const std::string& url, Access access) {
  return std::make_unique<PostgresStore>(url, access);
}

bool is_postgres(const std::string& place) {
  return place.starts_with("postgresql://") || place.starts_with("postgres://");
}

std::string shown_place(const std::string& place) {
  return is_postgres(place) ? without_password(place) : place;
}

}  // namespace muster::ledger
