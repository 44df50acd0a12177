// SPDX-License-Identifier: Apache-2.0
// What tools/map_constants.py makes of data/map and data/symbols.
#pragma once

#include <span>
#include <string_view>

namespace muster::report {

// Lines of data/map/world.txt, whose form data/map/README.md tells.
[[nodiscard]] std::span<const std::string_view> world_outlines();

// A drawing of a kind of unit, by APP-6.
struct UnitSymbol {
  std::string_view code;  // twenty digits
  std::string_view name;
  int width = 0, height = 0;  // of its view box, which begins at 0 0
  std::string_view svg;       // what stands in its <symbol>
};
// Sorted by code.
[[nodiscard]] std::span<const UnitSymbol> unit_symbols();

}  // namespace muster::report
