// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/workbook_writer.hpp"
#include "model/draft.hpp"

namespace muster::app {

// A table of the data as a sheet: a hidden column with each row's key, by which it is found when it
// comes back, then a column for each field, with what may stand in it.
[[nodiscard]] io::WorkbookTable data_sheet(const DraftTable& table, const Draft& draft);

}  // namespace muster::app
