// SPDX-License-Identifier: Apache-2.0
// What each nation should bear: from the data, or from a file of two columns, `nation` and another
// of decimal numbers, whose heading is the key's name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/problem.hpp"

#include "explain/burden.hpp"

namespace muster::app {

struct NationKey {
  explain::BurdenKey of;
  std::string name, source;
  int decimals = 0;  // numbers are held times ten to the power of this
};

// Every problem of the file at once. Where the world fails: std::filesystem::filesystem_error.
[[nodiscard]] Result<NationKey> read_key(const Scenario& scenario,
                                         const std::filesystem::path& file);
[[nodiscard]] NationKey gdp_key(const Scenario& scenario);
[[nodiscard]] NationKey population_key(const Scenario& scenario);
[[nodiscard]] NationKey no_key(const Scenario& scenario);

}  // namespace muster::app
