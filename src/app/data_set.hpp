// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/day.hpp"

namespace muster::app {

// The folder of a data package, or a ledger, and the overlays stacked on it, the first one lowest.
struct DataSet {
  std::filesystem::path folder;
  std::vector<std::filesystem::path> overlays;
  // Of a ledger: the day whose state is meant, and the day by whose end it must have been recorded
  // (app/folder/ledger_state.hpp says what is meant where they are left out).
  std::optional<Day> as_of = std::nullopt, known_on = std::nullopt;
};

}  // namespace muster::app
