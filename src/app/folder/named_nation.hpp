// SPDX-License-Identifier: Apache-2.0
// A nation, or an activity, as a user names it.
#pragma once

#include <optional>
#include <string>

#include "model/scenario.hpp"

namespace muster::app {

// What was maybe meant by a word that names no nation of the data.
[[nodiscard]] std::string advice_on_nation(const Scenario& scenario, const std::string& word);
[[nodiscard]] std::optional<Id<Activity>> find_activity(const Scenario& scenario,
                                                        const std::string& key);
[[nodiscard]] std::string advice_on_activity(const Scenario& scenario, const std::string& word);

}  // namespace muster::app
