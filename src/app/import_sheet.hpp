// SPDX-License-Identifier: Apache-2.0
// Tables as people have them, into a ledger.
#pragma once

#include <cstdint>
#include <filesystem>

#include "app/answer.hpp"
#include "app/keep_ledger.hpp"

namespace muster::app {

enum class SheetForm : std::uint8_t { un_contributions, kiel_tracker };

struct SheetRequest {
  Recording recording;
  SheetForm form = SheetForm::un_contributions;
  std::filesystem::path file;
  std::filesystem::path repair_log;  // a CSV file to write it to; empty: none
};
// What the sheet says that the ledger does not, each from its own day on.
[[nodiscard]] Answer import_sheet(const SheetRequest& request, const Speech& speech);

// Published totals against sums. Ends with does_not_hold where they differ.
[[nodiscard]] Answer reconcile_ledger(const DataSet& data, const Speech& speech);

}  // namespace muster::app
