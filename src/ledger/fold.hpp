// SPDX-License-Identifier: Apache-2.0
// From entries to what they say together.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "ledger/entry.hpp"

namespace muster::ledger {

class Store;

// The entries that are taken back, of all that were recorded up to `known`. Who reverses what
// reverses brings back what was reversed.
[[nodiscard]] std::set<std::uint64_t> reversed(Store& store, std::uint64_t known);

// A cell as it stands, with the entry that says so.
struct FoldedCell {
  std::string column, text;
  std::uint64_t entry = 0;
};
struct FoldedRow {
  std::string table, key;
  std::uint64_t since = 0;        // the first entry of the row that counts
  std::vector<FoldedCell> cells;  // sorted by column; those that are not empty
};

// The rows at a moment, in the order of table and key. Of entries of one row the one that is valid
// later counts, of equal ones the one recorded later, cell by cell; after a removal only what comes
// later counts.
void fold(Store& store, const Moment& moment, const std::function<void(FoldedRow)>& look);

// Every row as it stood from day to day up to a moment, in the order of table, key and day: from
// each day that changes it to the one before the next (the last: to the end of days). Days on which
// there is no such row are left out.
void follow(Store& store,
            const Moment& moment,
            const std::function<void(const FoldedRow&, Period)>& look);

// A cell that differs between two moments; empty texts: not stated.
struct Difference {
  std::string table, key, column, before, after;
  std::uint64_t entry = 0;  // that made it so: of `after`, or of `before` where it was taken away
};
// In the order of table, key and column.
[[nodiscard]] std::vector<Difference> differences(Store& store,
                                                  const Moment& before,
                                                  const Moment& after);

}  // namespace muster::ledger
