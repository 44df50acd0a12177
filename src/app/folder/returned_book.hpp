// SPDX-License-Identifier: Apache-2.0
// Workbooks that go out of a ledger and come back.
#pragma once

#include <string>
#include <vector>

#include "app/folder/table_taking.hpp"
#include "model/draft.hpp"
#include "sheets/returned.hpp"

namespace muster::app {

// The rows of a draft as a merge wants them; tables without a key are left out.
[[nodiscard]] sheets::DataTexts texts_of(const Draft& draft);
// SHA-256 of a table's rows, by which an import knows that it has what was exported.
[[nodiscard]] std::string hash_of(const sheets::TableTexts& rows);

// What the workbook changes. Problems: it is no export, or of another ledger; a cell cannot be what
// its column wants; the data set would not hold with it.
[[nodiscard]] Result<sheets::Merged> take_returned(const SheetRequest& request,
                                                   const std::vector<sheets::Sheet>& book,
                                                   const KnownLedger& ledger);

}  // namespace muster::app
