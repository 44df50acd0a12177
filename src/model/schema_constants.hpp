// SPDX-License-Identifier: Apache-2.0
// What tools/schema_constants.py writes at build time; read it through model/schema.hpp.
#pragma once

#include <span>
#include <string_view>

#include "model/schema.hpp"

namespace muster {

// In the order of data/schema/order.json.
[[nodiscard]] std::span<const TableSchema> schema_constants();
// The bytes of each schema file, in the same order.
[[nodiscard]] std::span<const std::string_view> schema_constant_texts();

}  // namespace muster
