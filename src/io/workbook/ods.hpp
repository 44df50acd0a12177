// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/workbook.hpp"
#include "io/workbook/archive.hpp"

namespace muster::io {

// The tables of an OpenDocument spreadsheet (ISO/IEC 26300). Throws BrokenWorkbook.
[[nodiscard]] Workbook read_ods(Archive& archive);

}  // namespace muster::io
