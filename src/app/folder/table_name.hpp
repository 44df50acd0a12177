// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/answer.hpp"

namespace muster::app {

// The answer to a table's name that the schemas do not know, with the nearest that they do.
[[nodiscard]] Answer no_such_table(const std::string& name);

}  // namespace muster::app
