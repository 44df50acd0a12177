// SPDX-License-Identifier: Apache-2.0
// What is wrong with rows of a draft beside one another: keys, references, periods, trees, claims.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/check/cell.hpp"
#include "model/draft.hpp"

namespace muster::check {

// The cells of the primary key; nothing where one of them is empty.
[[nodiscard]] std::optional<std::vector<std::string_view>> key_of(const TableSchema& schema,
                                                                  const DraftRow& row);
// "NLD, 2024-01-01".
[[nodiscard]] std::string joined(const std::vector<std::string_view>& key,
                                 std::string_view between);

// A problem with the cell of `field`, at its own line where it has one, else at the row's.
[[nodiscard]] Problem at_cell(const TableSchema& schema,
                              const DraftRow& row,
                              std::size_t field,
                              Fault fault);

// Every key of a table's first key field, in the order of the rows, each once.
[[nodiscard]] std::vector<std::string_view> first_keys(const DraftTable& table);

void check_duplicates(const DraftTable& table, Problems& problems);
void check_period(const DraftTable& table, Problems& problems);
void check_tree(const DraftTable& table, Problems& problems);
// The claims speak of tables, rows and columns that exist, and at most one of a cell is chosen.
void check_claims(const Draft& draft, Problems& problems);

}  // namespace muster::check
