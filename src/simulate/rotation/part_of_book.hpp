// SPDX-License-Identifier: Apache-2.0
// A book of one capability alone.
#pragma once

#include <string_view>
#include <vector>

#include "simulate/rotation.hpp"

namespace muster::simulate {

// Its requirements and units, with the policies and periods of the whole book. No substitutions.
[[nodiscard]] RotationBook part_of(const RotationBook& book, std::string_view capability);

// What has a requirement, each once: in Marathon's order as a hashed set is walked, else in the
// table's.
[[nodiscard]] std::vector<std::string_view> required_capabilities(const RotationBook& book,
                                                                  Order order);

}  // namespace muster::simulate
