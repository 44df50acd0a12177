// SPDX-License-Identifier: Apache-2.0
// Tables as people have them, into a ledger.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/answer.hpp"
#include "app/keep_ledger.hpp"

namespace muster::app {

enum class SheetForm : std::uint8_t { un_contributions, kiel_tracker, table };

// Of the form `table` alone.
struct TableWords {
  std::string table;  // empty: the one that most of the headings fit
  std::string sheet;  // of a workbook; empty: the first that has a heading
  // What headings are taken for: read where the file is there, and written; empty: none.
  std::filesystem::path mapping;
  bool month_first = false, day_first = false;  // of days such as 7/8/2022; neither: as they show
};

struct SheetRequest {
  Recording recording;
  SheetForm form = SheetForm::un_contributions;
  TableWords words;
  std::filesystem::path file;
  std::filesystem::path repair_log;  // a CSV file to write it to; empty: none
};
// What the sheet says that the ledger does not, each from its own day on; a table from the
// recording's day on. A table that would break the data set is refused, with all that is wrong by
// row.
[[nodiscard]] Answer import_sheet(const SheetRequest& request, const Speech& speech);

// Published totals against sums. Ends with does_not_hold where they differ.
[[nodiscard]] Answer reconcile_ledger(const DataSet& data, const Speech& speech);

}  // namespace muster::app
