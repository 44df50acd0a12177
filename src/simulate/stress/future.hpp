// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulate/stress.hpp"
#include "simulate/stress/field.hpp"
#include "simulate/stress/world.hpp"

namespace muster::simulate {

// What was drawn, as those outside say it.
[[nodiscard]] Future future_of(const Field& field, const World& world);

}  // namespace muster::simulate
