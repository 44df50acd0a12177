// SPDX-License-Identifier: Apache-2.0
// Where entries are kept: the one seam between the ledger and a database. Every store gives the
// same answers, byte for byte; tests/rooms/ledger/store_test.cpp holds them to it. Where the world
// fails (no such file, no room, locked, not a ledger): WorldError.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/entry.hpp"

namespace muster::ledger {

struct Head {
  std::uint64_t number = 0;  // of the last entry; 0: there is none
  std::string hash;          // of the last entry, or first_hash
  std::string recorded_at;   // of the last entry; empty: there is none
};

// Somebody recorded something of the same row after the writer had read it.
struct Changed {
  Entry theirs;  // the newest of that row
  Entry ours;    // not recorded
};

// Of one thread at a time.
class Store {
 public:
  Store() = default;
  virtual ~Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] virtual Head head() = 0;

  // The last entry recorded on the day or before (UTC); 0: none.
  [[nodiscard]] virtual std::uint64_t last_of(Day day) = 0;
  // The latest valid_from of all entries up to `known` that is no later than a day; none: there is
  // no such entry.
  [[nodiscard]] virtual std::optional<Day> latest_valid(std::uint64_t known, Day until) = 0;

  using Look = std::function<void(const Entry&)>;
  // All from an entry on, in the order of their numbers.
  virtual void read(std::uint64_t first, const Look& look) = 0;
  // All of one row, in the order of their numbers.
  virtual void read_row(const std::string& table, const std::string& key, const Look& look) = 0;
  // All that were recorded up to `known` and are valid on `as_of`, reversed ones too but without
  // what reverses, in the order of table, key, valid_from, number (texts by their bytes). Of each
  // entry what it says: number, kind, table, key, cells and valid_from; the rest is left empty, for
  // a state needs none of it and it is half of what a database would send.
  virtual void read_valid(const Moment& moment, const Look& look) = 0;
  // What reverses, recorded up to `known`, in the order of the numbers.
  virtual void read_reverses(std::uint64_t known, const Look& look) = 0;
  [[nodiscard]] virtual std::optional<Entry> find(std::uint64_t number) = 0;

  // Appends all or none; when it returns, they will be there after a loss of power. Numbers, hashes
  // and recorded_at are set here (recorded_at: `now`, or that of the entry before where that is
  // later). `read_up_to`: the last entry that the writer knew of; where a later one concerns a row
  // of these, nothing is appended and every such row is named. Entries that write() gives one after
  // the other are recorded in that order. Texts with a NUL in them, or that are no UTF-8, are
  // refused (WorldError).
  using Write = std::function<void(Entry)>;
  [[nodiscard]] virtual std::expected<Head, std::vector<Changed>> append(
      std::uint64_t read_up_to,
      const std::string& now,
      const std::function<void(const Write&)>& entries) = 0;

  // What the database itself says of its soundness, a line a fault; empty: it is sound.
  [[nodiscard]] virtual std::vector<std::string> faults() = 0;
};

enum class Access : std::uint8_t { read, write };

// A ledger in one file (SQLite). `create`: there must be no such file yet.
void create_sqlite(const std::filesystem::path& file);
// Opened to write, a ledger of an older Muster is brought up to date, after a copy of it was put
// beside it ("FILE.version-N"); opened to read, it is read as it is.
[[nodiscard]] std::unique_ptr<Store> open_sqlite(const std::filesystem::path& file, Access access);
// Whether the file begins like one of ours or is at least a SQLite database.
[[nodiscard]] bool is_sqlite(const std::filesystem::path& file);

// A ledger in the schema `muster` of a PostgreSQL database, which must be there and have no such
// schema yet. `url`: postgresql://user@host:port/database, as libpq knows it; errors name it
// without its password.
void create_postgres(const std::string& url);
// Opened to write, a ledger of an older Muster is brought up to date, after a copy of it was put
// beside it (the table `entries_version_N`); opened to read, it is read as it is.
[[nodiscard]] std::unique_ptr<Store> open_postgres(const std::string& url, Access access);
// Whether a place begins as such a URL does.
[[nodiscard]] bool is_postgres(const std::string& place);
// A place as it may be shown: where it is such a URL, without its password.
[[nodiscard]] std::string shown_place(const std::string& place);

}  // namespace muster::ledger
