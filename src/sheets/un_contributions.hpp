// SPDX-License-Identifier: Apache-2.0
// The UN's monthly contributions by country, mission and kind of personnel, as the International
// Peace Institute tabulates them: a row for each month, contributor and mission, published totals
// among them with "all" for the contributor or the mission.
#pragma once

#include "base/problem.hpp"

#include "sheets/sheet.hpp"

namespace muster::sheets {

// What was there from each month on: sources, nations, missions as activities, four capabilities,
// and an offer in place for each contributor, mission and kind, whose quantity follows the months
// and which is removed with the first month that lacks it. What the sheet publishes as sums becomes
// rows of `totals`. Repaired: apostrophes behind cells, names of one nation spelled in two ways.
// Refused: rows that repeat another, rows without a date, a key or a whole number. Problems: the
// file is no such table.
[[nodiscard]] Result<Imported> take_un_contributions(const Sheet& sheet);

}  // namespace muster::sheets
