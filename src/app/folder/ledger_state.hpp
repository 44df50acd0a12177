// SPDX-License-Identifier: Apache-2.0
// A ledger as a data set.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "app/data_set.hpp"
#include "ledger/store.hpp"
#include "model/draft.hpp"

namespace muster::app {

// Whether a place that was named as data is a ledger: a file, not a folder, or the URL of a
// PostgreSQL database, which a path holds as it was written.
[[nodiscard]] bool is_ledger(const std::filesystem::path& place);

// An empty one where none is. Where the world fails, or there is one already: WorldError.
void create_ledger(const std::filesystem::path& place);

// Where the world fails, or there is no ledger: WorldError.
[[nodiscard]] std::unique_ptr<ledger::Store> open_ledger(const std::filesystem::path& place,
                                                         ledger::Access access);

// Left out, `known_on` is all that is recorded, and `as_of` the latest day from which anything of
// that is valid, but none after the last recording.
[[nodiscard]] ledger::Moment moment_of(ledger::Store& store,
                                       std::optional<Day> as_of,
                                       std::optional<Day> known_on);

[[nodiscard]] Result<Draft> draft_of_ledger(const DataSet& data);

}  // namespace muster::app
