// SPDX-License-Identifier: Apache-2.0
// What is looked at before something is recorded.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"

#include "model/draft.hpp"
#include "sheets/sheet.hpp"

namespace muster::app {

// The problems that are there after a change and were not before.
[[nodiscard]] Problems new_problems(const Draft& before, const Draft& after);

// What would be wrong with the data set if the statements were recorded: their own problems, by the
// row of their sheet, and new ones of other rows. `file`: what problems are to call it; `by_table`:
// with the name of the table, as the sheets of a workbook are called.
[[nodiscard]] Problems problems_with(const Draft& before,
                                     const std::vector<sheets::Statement>& statements,
                                     const std::string& file,
                                     bool by_table);

// Empty: the source is among the sources, or none is named. Else what may help.
[[nodiscard]] std::string unknown_source(const Draft& draft, const std::string& source);

}  // namespace muster::app
