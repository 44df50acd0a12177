// SPDX-License-Identifier: Apache-2.0
// The Ukraine Support Tracker of the Kiel Institute for the World Economy, a workbook with a sheet
// of pledges (a row for each item of a pledge), their values and sources, and published sums by
// country.
#pragma once

#include <vector>

#include "base/problem.hpp"

#include "sheets/sheet.hpp"

namespace muster::sheets {

// The pledges, each from the day of its announcement: an offer (committed) for each item, and one
// of the value of each pledge, in EUR as the tracker converts it, so that what is counted in pieces
// and what is counted in EUR are never one number. An item whose quantity is not disclosed is an
// offer under an open condition. What the tracker calls delivered becomes deliveries from the
// release's day on. The published sums by country and kind become rows of `totals`. Nations,
// capabilities, the activity and all named sources are stated too. Repaired: days and amounts
// written as text, days after the release, names of nations. Refused: rows that repeat another,
// rows without a key, a nation or a kind of aid. Problems: the workbook has no such sheets.
[[nodiscard]] Result<Imported> take_kiel_tracker(const std::vector<Sheet>& book);

}  // namespace muster::sheets
