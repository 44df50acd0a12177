// SPDX-License-Identifier: Apache-2.0
// Rows of a draft by key, as people name them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/draft.hpp"

namespace muster::report {

// The cells of the primary key joined by commas; a table without one goes by its first column.
[[nodiscard]] std::string key_of(const TableSchema& schema, const DraftRow& row);
// The rows whose whole key, or whose key's first part, is `key`.
[[nodiscard]] std::vector<const DraftRow*> rows_of(const DraftTable& table, std::string_view key);

}  // namespace muster::report
