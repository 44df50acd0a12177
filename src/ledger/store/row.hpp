// SPDX-License-Identifier: Apache-2.0
// An entry as a row of a database: the same columns, in the same order, in every store.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "ledger/entry.hpp"

namespace muster::ledger {

inline constexpr const char* said_columns = "number, kind, of_table, key, cells, valid_from";
inline constexpr const char* columns =  // these first
    "number, kind, of_table, key, cells, valid_from, recorded_at, recorded_by, source, quotation, "
    "why, concerns, hash";

// Of what is no kind: `state`, and its hash will not fit.
[[nodiscard]] Kind kind_of(std::string_view text);

// Throws WorldError where a text of the entry can be kept in no store: it has a NUL in it, or bytes
// that are no UTF-8.
void refuse_no_text(const std::string& place, const Entry& entry);

// `row`: number(column) and text(column). What somebody put there by hand and is no entry at all is
// shown as one whose hash does not fit. `entry` is written over: who reads many has them take each
// other's memory. The first takes said_columns alone, and leaves the rest of the entry as it is.
template <class Row>
int read_said(const Row& row, Entry& entry) {
  int at = 0;
  entry.number = row.number(at++);
  entry.kind = kind_of(row.text(at++));
  entry.table = row.text(at++);
  entry.key = row.text(at++);
  const std::string_view cells = row.text(at++);
  try {
    read_cells(cells, entry.cells);
  } catch (const std::invalid_argument&) {
    entry.cells = {{"?", std::string{cells}}};
  }
  entry.valid_from = parse_day(row.text(at++)).value_or(Day{});
  return at;
}
template <class Row>
void read_entry(const Row& row, Entry& entry) {
  int at = read_said(row, entry);
  entry.recorded_at = row.text(at++);
  entry.by = row.text(at++);
  entry.source = row.text(at++);
  entry.quotation = row.text(at++);
  entry.why = row.text(at++);
  entry.concerns = row.number(at++);
  entry.hash = row.text(at++);
}
template <class Row>
Entry read_entry(const Row& row) {
  Entry entry;
  read_entry(row, entry);
  return entry;
}

}  // namespace muster::ledger
