// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "app/answer.hpp"

namespace muster::app {

enum class SchemaForm : std::uint8_t { people, markdown };

// The tables and their columns as Muster reads them; `table` empty: all of them. As JSON: the
// table's Table Schema, or all of them as one object by name.
[[nodiscard]] Answer describe_tables(const std::string& table,
                                     SchemaForm form,
                                     const Speech& speech);

}  // namespace muster::app
