// SPDX-License-Identifier: Apache-2.0
// Making statements of what a sheet says.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sheets/sheet.hpp"

namespace muster::sheets {

using Cells = std::vector<std::pair<std::string, std::string>>;  // column, text

// From the day on the row says these; cells with an empty text are left out.
void state(std::vector<Statement>& statements, std::string_view table, Day day, Cells cells);

// Letters that a key may not have become "-".
[[nodiscard]] std::string as_key(std::string_view text);

}  // namespace muster::sheets
