// SPDX-License-Identifier: Apache-2.0
// The two moves that reading every table is made of.
#pragma once

#include <string_view>
#include <utility>

#include "model/reading/reading.hpp"

namespace muster::reading {

// read(Row) for every row of the table.
template <class Read>
void for_each_row(const Reading& reading, std::string_view table_name, Read read) {
  const DraftTable& table = reading.draft.table(table_name);
  for (const DraftRow& row : table.rows) read(Row{table, row});
}

// Adds the thing unless its key is empty or taken; the first row of a key counts.
template <class Thing>
void add_keyed(Table<Thing>& things, Origin<Thing>& origin, const Row& row, Thing thing) {
  if (thing.key.empty() || origin.keys.contains(thing.key)) return;
  std::string key = thing.key;
  const Id<Thing> id = things.add(std::move(thing));
  origin.rows.add(&row.row());
  origin.keys.emplace(std::move(key), id);
}

}  // namespace muster::reading
