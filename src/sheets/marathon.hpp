// SPDX-License-Identifier: Apache-2.0
// The workbooks of Marathon, the rotation simulator of the US Army Center for Army Analysis: ten
// tables in one book, or each in a file of its own.
#pragma once

#include <vector>

#include "base/problem.hpp"

#include "model/draft.hpp"
#include "sheets/sheet.hpp"

namespace muster::sheets {

struct MarathonBook {
  Draft draft;  // the tables rotation_*
  Takings takings;
};

// Sheets and columns are found whatever their case, blanks and signs. Taken as Marathon takes them:
// templates of policies with their changes as days of each state, tags, truth as TRUE, true or 1,
// numbers as whole ones, "inf" as without end. Refused, each row by name: what is disabled or has
// no quantity; a requirement that repeats the name of another (kept, under a name of its own, with
// `keeps_repeated`); kinds of service and relation that Marathon has and this does not. Problems:
// there are no such sheets, or one lacks a column that it cannot do without.
[[nodiscard]] Result<MarathonBook> take_marathon(const std::vector<Sheet>& book,
                                                 bool keeps_repeated);

}  // namespace muster::sheets
