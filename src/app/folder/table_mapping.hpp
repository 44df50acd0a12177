// SPDX-License-Identifier: Apache-2.0
// What the headings of a table were taken for, kept in a file for the next time:
// {"table": "offers", "columns": [{"heading": "Land", "column": "nation"}, …]}; a column that is
// null is not taken, of one with "as_above": true empty cells say what stands above. Of a sheet
// with several tables: {"blocks": [{"place": "A3:D9", "table": …, "columns": […]}, …]}; the next
// time each goes with the heading of which it knows most, wherever that stands.
#pragma once

#include <filesystem>
#include <vector>

#include "base/problem.hpp"

#include "sheets/table_import.hpp"

namespace muster::app {

// Empty where there is no such file.
[[nodiscard]] Result<std::vector<sheets::HeadingMapping>> read_mapping(
    const std::filesystem::path& file);
// Of those that were taken; of a heading that `old` knows what it says of empty cells is kept.
void write_mapping(const std::filesystem::path& file,
                   const std::vector<sheets::TakenBlock>& blocks,
                   const std::vector<sheets::HeadingMapping>& old);

}  // namespace muster::app
