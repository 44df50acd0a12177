// SPDX-License-Identifier: Apache-2.0
// Tables as people have them, from files: text with separators, XLSX, ODS.
#pragma once

#include <filesystem>
#include <vector>

#include "base/problem.hpp"

#include "sheets/sheet.hpp"

namespace muster::app {

// The sheets of a workbook in their order; of a CSV file one without a name; of a folder one for
// each table of text in it, called as the file.
[[nodiscard]] Result<std::vector<sheets::Sheet>> read_sheets(const std::filesystem::path& file);

}  // namespace muster::app
