// SPDX-License-Identifier: Apache-2.0
// A table of people's own, taken with what a ledger knows.
#pragma once

#include <vector>

#include "app/import_sheet.hpp"
#include "ledger/store.hpp"
#include "sheets/sheet.hpp"

namespace muster::app {

struct KnownLedger {
  ledger::Store& store;
  std::uint64_t known;  // up to this entry
};
// Problems: nothing is a heading; the words are wrong; the data set would not hold with it. The
// mapping is written where a file is named and there are none.
[[nodiscard]] Result<sheets::Imported> take_into_ledger(const SheetRequest& request,
                                                        const std::vector<sheets::Sheet>& book,
                                                        const KnownLedger& ledger);

}  // namespace muster::app
