// SPDX-License-Identifier: Apache-2.0
// What a desk splits over several rows: empty cells that mean what stands above them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/schema.hpp"
#include "sheets/headings.hpp"
#include "sheets/sheet.hpp"

namespace muster::sheets {

struct AsAbove {
  bool at_the_beginning = false;   // of a row, up to its first text, but never an amount
  std::set<std::string> headings;  // wherever they are empty
};
// Fills the rows of a table, its heading first, each filled cell told (as_above). An empty row or a
// sum ends what is said above. Where nothing was asked for, a cell that a row of the table needs
// and that may be meant so is only told (maybe_as_above).
void fill_as_above(Sheet& table_alone,
                   const Headings& headings,
                   const TableSchema& table,
                   const AsAbove& wanted,
                   std::vector<Repair>& repairs);

}  // namespace muster::sheets
