// SPDX-License-Identifier: Apache-2.0
// The hidden sheet by which a workbook finds its way back into the ledger that it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/data_set.hpp"
#include "io/workbook_writer.hpp"
#include "model/draft.hpp"

namespace muster::app {

// A state of a ledger: its last entry, that entry's hash, and the day.
struct ExportedMoment {
  std::uint64_t entry = 0;
  std::string hash;
  Day as_of{};
};
// Nothing for data that is no ledger.
[[nodiscard]] std::optional<ExportedMoment> exported_moment(const DataSet& data);

// `exported`: the sheets of the book; of those that are tables the rows' hashes are noted.
[[nodiscard]] io::WorkbookTable about_sheet(const Draft& draft,
                                            const std::vector<io::WorkbookTable>& exported,
                                            const std::optional<ExportedMoment>& moment);

}  // namespace muster::app
