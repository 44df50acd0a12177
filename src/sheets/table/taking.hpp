// SPDX-License-Identifier: Apache-2.0
// The rows below one heading, taken one by one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "sheets/headings.hpp"
#include "sheets/statements.hpp"
#include "sheets/table_import.hpp"

namespace muster::sheets {

// What was taken of one table, from whichever block.
struct TableSoFar {
  std::map<std::string, std::pair<std::uint32_t, Cells>> keys;
  std::map<std::string, std::uint32_t> rests;  // without the key
  std::map<std::string, int> made;             // keys
};

// Of a table that stands alone on its sheet.
[[nodiscard]] Imported take_rows(const Sheet& sheet,
                                 const Headings& headings,
                                 const TableSchema& table,
                                 const TableRequest& request,
                                 TableSoFar& so_far);

}  // namespace muster::sheets
