// SPDX-License-Identifier: Apache-2.0
// What was taken from a sheet, and what published totals say of it.
#pragma once

#include <string>
#include <vector>

#include "ledger/reconcile.hpp"
#include "report/text.hpp"
#include "sheets/sheet.hpp"

namespace muster::report {

struct TakenSheet {
  std::string file;
  sheets::Takings takings;
  std::size_t statements = 0, known = 0;  // made of it; of these, those that the ledger has already
  bool is_recorded = false;
  std::uint64_t head = 0;     // the last entry after it
  std::string repair_log;     // the file that it was written to; empty: none
  std::size_t conflicts = 0;  // cells that were changed on both sides, differently
  bool is_refused = false;    // because of them
  bool is_package = false;    // it is taken into a data package, no ledger
  std::string target;         // where that was written; empty: nowhere
};
[[nodiscard]] std::string taken_text(const TakenSheet& taken, const Terminal& terminal);
[[nodiscard]] std::string taken_json(const TakenSheet& taken);  // import.json
// The repair log: sheet, row, column, old, new, rule, whether the row was refused, and
// of which block it is where there are several.
[[nodiscard]] std::vector<std::vector<std::string>> repair_rows(const sheets::Takings& takings);

[[nodiscard]] std::string reconciliation_text(const ledger::Reconciliation& found,
                                              const Terminal& terminal);
[[nodiscard]] std::string reconciliation_json(
    const ledger::Reconciliation& found);  // ledger-reconcile.json

}  // namespace muster::report
