// SPDX-License-Identifier: Apache-2.0
// Ledgers for tests, and short ways to write entries.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ledger/store.hpp"
#include "support/situation.hpp"

namespace muster::ledger {

// A folder that is gone afterwards.
class Folder {
 public:
  Folder() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "muster-ledger-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no folder for a test"};
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

inline Entry stated(const std::string& key,
                    const std::string& from,
                    std::vector<StatedCell> cells) {
  Entry entry;
  entry.table = "offers";
  entry.key = key;
  entry.cells = std::move(cells);
  entry.valid_from = support::day(from);
  entry.by = "a test";
  return entry;
}
inline Entry removed(const std::string& key, const std::string& from) {
  Entry entry = stated(key, from, {});
  entry.kind = Kind::remove;
  return entry;
}
inline Entry reversing(const Entry& other) {
  Entry entry = stated(other.key, muster::to_text(other.valid_from), {});
  entry.kind = Kind::reverse;
  entry.concerns = other.number;
  return entry;
}

// Appends and demands that nobody was in the way.
inline Head append(Store& store, const std::vector<Entry>& entries, const std::string& now) {
  const auto done = store.append(store.head().number, now, [&](const Store::Write& write) {
    for (const Entry& entry : entries) write(entry);
  });
  EXPECT_TRUE(done);
  return done.value_or(Head{});
}

// A line of what read_valid tells of an entry.
inline std::string said_by(const Entry& entry) {
  return std::to_string(entry.number) + " " + std::string{to_text(entry.kind)} + " " + entry.table
         + " " + entry.key + " " + to_json(entry.cells) + " " + muster::to_text(entry.valid_from)
         + "\n";
}

inline std::vector<Entry> all_of(Store& store) {
  std::vector<Entry> entries;
  store.read(1, [&](const Entry& entry) { entries.push_back(entry); });
  return entries;
}

}  // namespace muster::ledger
