// SPDX-License-Identifier: Apache-2.0
// Drawings of a rotation, along days that are numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/rotation.hpp"

namespace muster::report {

// What is required on each day, and who serves it, stacked by component; what is missing above.
[[nodiscard]] std::string sand_chart(const RotationView& view);
inline constexpr std::size_t most_lanes = 60;
// Each unit of the capability a lane, the first of them: when it serves, overlaps, or is held.
// Empty: it has none.
[[nodiscard]] std::string laydown(const RotationView& view, std::string_view capability);
// How long units had dwelt before they deployed, by quarter: the middle and the range of eight in
// ten. Empty: no unit of the component deployed.
[[nodiscard]] std::string dwell_chart(const RotationView& view, std::string_view component);

}  // namespace muster::report
