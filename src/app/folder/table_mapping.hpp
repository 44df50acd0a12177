// SPDX-License-Identifier: Apache-2.0
// What the headings of a table were taken for, kept in a file for the next time:
// {"table": "offers", "columns": [{"heading": "Land", "column": "nation"}, …]}; a column that is
// null is not taken.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/problem.hpp"

#include "sheets/sheet.hpp"

namespace muster::app {

struct TableMapping {
  std::string table;  // empty: not said
  std::map<std::string, std::string> columns;
};
// Empty where there is no such file.
[[nodiscard]] Result<TableMapping> read_mapping(const std::filesystem::path& file);
void write_mapping(const std::filesystem::path& file,
                   const std::string& table,
                   const std::vector<sheets::Mapped>& columns);

}  // namespace muster::app
