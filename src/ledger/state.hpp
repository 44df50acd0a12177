// SPDX-License-Identifier: Apache-2.0
// A ledger's rows as a data set, and a data set as entries of a ledger.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

#include "ledger/fold.hpp"
#include "model/draft.hpp"

namespace muster::ledger {

// The data set as it was at a moment, its rows in the order in which they were first stated; its
// as_of is the moment's. Problems: tables and columns that no schema knows. Rows are of the file
// "entry", their line (and that of each cell) is the number of the entry that says so.
[[nodiscard]] Result<Draft> draft_at(Store& store, const Moment& moment);

// A row's primary key in one text: its parts joined by ", ", commas and backslashes in them with a
// backslash before. Every part is stated.
[[nodiscard]] std::string key_text(const std::vector<std::string_view>& parts);

// What all entries of one act of recording have in common.
struct Stamp {
  std::string by, source, quotation, why;
  Day valid_from{};
};

// What recording a data set would add.
struct Import {
  std::vector<Entry> entries;  // without number, hash and recorded_at
  std::size_t rows = 0;        // of the data set
  std::size_t added = 0, changed = 0, same = 0;
  std::size_t missing =
      0;  // rows of the ledger, of tables that the data set has rows of, that it has not
};
// Entries after which the ledger says on the stamp's day what the draft says: only cells that
// differ are stated. Rows that the draft lacks go only where `removes`. The source of an entry is
// its row's own, where it has one. Every row of the draft has its key (check_schema).
[[nodiscard]] Import entries_for(
    const Draft& draft, Store& store, std::uint64_t known, const Stamp& stamp, bool removes);

}  // namespace muster::ledger
