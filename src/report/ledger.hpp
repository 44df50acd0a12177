// SPDX-License-Identifier: Apache-2.0
// What is told of a ledger, for people and for machines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/entry.hpp"
#include "ledger/fold.hpp"
#include "ledger/store.hpp"
#include "report/text.hpp"

namespace muster::report {

// An entry with the one that takes it back; 0: it stands.
struct LoggedEntry {
  ledger::Entry entry;
  std::uint64_t reversed_by = 0;
};
[[nodiscard]] std::string log_text(const std::vector<LoggedEntry>& entries,
                                   const Terminal& terminal);
[[nodiscard]] std::string log_json(const std::vector<LoggedEntry>& entries);  // ledger-log.json

// Two moments and what differs between them.
struct LedgerDifference {
  ledger::Moment before, after;
  std::vector<ledger::Difference> cells;
};
[[nodiscard]] std::string difference_text(const LedgerDifference& difference,
                                          const Terminal& terminal);
[[nodiscard]] std::string difference_json(const LedgerDifference& difference);  // ledger-diff.json

// What an act of recording came to.
struct Recorded {
  bool is_recorded = false;  // false: it was only shown what would be
  std::vector<ledger::Entry> entries;
  ledger::Head head;     // after it
  bool of_data = false;  // a data set was imported: rows are counted
  std::size_t rows = 0, added = 0, changed = 0, same = 0, missing = 0;
};
[[nodiscard]] std::string recorded_text(const Recorded& recorded, const Terminal& terminal);
[[nodiscard]] std::string recorded_json(const Recorded& recorded);  // ledger-record.json

// Nothing was recorded, because somebody else had recorded something of the same rows.
[[nodiscard]] std::string changed_text(const std::vector<ledger::Changed>& changed,
                                       const Terminal& terminal);
[[nodiscard]] std::string changed_json(
    const std::vector<ledger::Changed>& changed);  // ledger-changed.json

}  // namespace muster::report
