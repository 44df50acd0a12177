// SPDX-License-Identifier: Apache-2.0
// Tables as people have them, into a ledger.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/answer.hpp"
#include "app/keep_ledger.hpp"
#include "sheets/returned.hpp"

namespace muster::app {

enum class SheetForm : std::uint8_t { un_contributions, kiel_tracker, table, workbook };

// Of the form `table` alone.
struct TableWords {
  std::string table;      // empty: the one that most of the headings fit
  std::string sheet;      // of a workbook; empty: the first that has a heading
  std::size_t block = 0;  // of the tables on the sheet, from 1; 0: all that fit
  std::string cells;      // as "A5:D20": nothing else is looked at; empty: all
  bool as_above = false;  // empty cells at the beginning of a row say what those above say
  // What headings are taken for: read where the file is there, and written; empty: none.
  std::filesystem::path mapping;
  bool month_first = false, day_first = false;  // of days such as 7/8/2022; neither: as they show
};

struct SheetRequest {
  Recording recording;
  SheetForm form = SheetForm::un_contributions;
  TableWords words;
  // Of the form `workbook` alone.
  sheets::OnConflict on_conflict = sheets::OnConflict::refuse;
  bool removes = false;  // rows that are gone from the workbook
  std::filesystem::path file;
  std::filesystem::path repair_log;  // a CSV file to write it to; empty: none
};
// What the sheet says that the ledger does not, each from its own day on; a table from the
// recording's day on. A table that would break the data set is refused, with all that is wrong by
// row.
// Of a workbook that was exported what was changed in it; with conflicts that no side is to win
// nothing is recorded, and it ends with does_not_hold.
[[nodiscard]] Answer import_sheet(const SheetRequest& request, const Speech& speech);

// Published totals against sums. Ends with does_not_hold where they differ.
[[nodiscard]] Answer reconcile_ledger(const DataSet& data, const Speech& speech);

}  // namespace muster::app
