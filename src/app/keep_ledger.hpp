// SPDX-License-Identifier: Apache-2.0
// The use cases of a ledger: what is recorded, taken back, looked at and checked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "ledger/store.hpp"

namespace muster::app {

// Makes an empty ledger where nothing is.
[[nodiscard]] Answer init_ledger(const std::filesystem::path& place, const Speech& speech);

// An act of recording. Nothing is recorded of it unless `is_meant`; else it is shown.
struct Recording {
  std::filesystem::path ledger;
  std::string now;  // UTC, "2023-10-25T14:03:07Z"
  std::string by, source, quotation, why;
  std::optional<Day> valid_from;  // left out: of a data set its as_of, else the day of `now`
  // The last entry that the writer has seen; left out: all that are there.
  std::optional<std::uint64_t> read_up_to;
  bool is_meant = false;
};

// The ledger has changed since the writer read it: by whom, with what.
[[nodiscard]] Answer tell_changed(const std::vector<ledger::Changed>& changed,
                                  const Speech& speech);

// What a data set says that the ledger does not.
struct DataImport {
  Recording recording;
  DataSet data;
  bool removes = false;  // rows of the ledger that it lacks go too
  // "KEY=FILE": the text of a source, whose sentences are quoted where rows name them.
  std::vector<std::string> quote_from;
};
[[nodiscard]] Answer import_data(const DataImport& request, const Speech& speech);

// What is said of one row: "column=value", its key among them; an empty value: not stated any more.
struct RowWords {
  std::string table;
  std::vector<std::string> cells;
  bool removes = false;
  std::uint64_t replaces = 0;  // an entry; 0: none
};
[[nodiscard]] Answer record_row(const Recording& recording,
                                const RowWords& words,
                                const Speech& speech);

// Takes an entry back, by an entry that reverses it.
[[nodiscard]] Answer undo_entry(const Recording& recording,
                                std::uint64_t number,
                                const Speech& speech);

struct LogRequest {
  std::filesystem::path ledger;
  std::string table, key;           // only of these; empty: of all
  std::uint64_t since = 1;          // from this entry on
  std::optional<std::size_t> last;  // only so many, the newest
};
[[nodiscard]] Answer show_log(const LogRequest& request, const Speech& speech);

struct DifferenceRequest {
  std::filesystem::path ledger;
  Day before{}, after{};
  bool of_knowledge =
      false;  // what was known on the two days, of the day `as_of`; else what was true
  std::optional<Day> as_of;     // of knowledge; left out: the day `after`
  std::optional<Day> known_on;  // of what was true
};
[[nodiscard]] Answer show_difference(const DifferenceRequest& request, const Speech& speech);

// Follows the chain, asks the database, and reads the state.
[[nodiscard]] Answer verify_ledger(const std::filesystem::path& place, const Speech& speech);

}  // namespace muster::app
