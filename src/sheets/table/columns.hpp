// SPDX-License-Identifier: Apache-2.0
// Which column of a sheet is which column of a table.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/schema.hpp"
#include "sheets/headings.hpp"

namespace muster::sheets {

// The heading's column: by the mapping, else by the table's own words, else by what people call it.
[[nodiscard]] std::optional<std::size_t> field_called(
    const TableSchema& table,
    const std::string& heading,
    const std::map<std::string, std::string>& mapping);

// The row of the first fifty that names most columns, at least two (one where the mapping knows
// it); meanings are the table's fields. None: there is no such row.
[[nodiscard]] std::optional<Headings> find_table_headings(
    const Sheet& sheet,
    const TableSchema& table,
    const std::map<std::string, std::string>& mapping);

[[nodiscard]] std::size_t columns_found(const Headings& headings);

}  // namespace muster::sheets
