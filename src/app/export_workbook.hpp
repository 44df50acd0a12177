// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/answer.hpp"
#include "app/data_set.hpp"

namespace muster::app {

// Writes a data set, or a ledger as it was on a day, as a workbook: a sheet for each table that has
// rows, or for each that is named. One of a ledger can be edited and comes back by `import
// workbook`.
[[nodiscard]] Answer export_workbook(const DataSet& data,
                                     const std::vector<std::string>& tables,
                                     const std::filesystem::path& target,
                                     const Speech& speech);

}  // namespace muster::app
