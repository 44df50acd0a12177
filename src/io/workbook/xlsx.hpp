// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/workbook.hpp"
#include "io/workbook/archive.hpp"

namespace muster::io {

// SpreadsheetML (ECMA-376 part 1, clause 18), what it takes to have the values of cells. Throws
// BrokenWorkbook.
[[nodiscard]] Workbook read_xlsx(Archive& archive);

}  // namespace muster::io
