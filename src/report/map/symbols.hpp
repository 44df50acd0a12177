// SPDX-License-Identifier: Apache-2.0
// Symbols of kinds of units, as APP-6 has them.
#pragma once

#include <set>
#include <string>

#include "model/scenario.hpp"
#include "report/map/constants.hpp"

namespace muster::report {

// What stands for the capability, or for the nearest above it that has a symbol that we can draw;
// none: nothing.
[[nodiscard]] const UnitSymbol* symbol_with(const Scenario& scenario, Id<Capability> capability);
// The id of its <symbol>.
[[nodiscard]] std::string symbol_id(const UnitSymbol& symbol);
// A hidden drawing that holds these, for <use>. Empty: none.
[[nodiscard]] std::string symbol_definitions(const std::set<const UnitSymbol*>& symbols);

}  // namespace muster::report
