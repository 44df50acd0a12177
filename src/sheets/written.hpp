// SPDX-License-Identifier: Apache-2.0
// What people write in the cells of tables, where a number or a day is meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "base/wide.hpp"

namespace muster::sheets {

// Without blanks (also the fixed ones) and apostrophes at its ends, each run of blanks within it as
// one.
[[nodiscard]] std::string trimmed(std::string_view text);

// Why a cell holds no value.
enum class Untold : std::uint8_t {
  no,           // it may hold one
  empty,        // nothing, or a mark for nothing: ".", "-", "NA", "not given"
  undisclosed,  // it exists and is kept back: "undisclosed", "vertrouwelijk"
  vague         // "dozens", "partially", "tientallen"
};
[[nodiscard]] Untold untold(std::string_view text);

// A value, and by which rule it was read, in one word with underscores; empty: as it stands.
struct WrittenAmount {
  Wide scaled = 0;
  std::string_view rule;
};
// A decimal times ten to the power `places`, halves away from zero: "350", "1.000.00"
// (odd_separators), "1,000", "1.000" and "1 000 000" (thousands_separators), "12,5" and "1.234,5"
// (decimal_comma), "ca. 300" and "300+" (approximate), "2.5 million" and "3 mld" (multiplied), "
// 350'" (marks_around). None: it is no amount.
[[nodiscard]] std::optional<WrittenAmount> written_amount(std::string_view text, int places);

// The decimal again: 319350368 to two places is "3193503.68".
[[nodiscard]] std::string scaled_text(Wide scaled, int places);

struct WrittenDay {
  Day day{};
  std::string_view rule;
};
// How a table writes its days.
struct DayWriting {
  Day day_zero{};            // of numbers that stand for days
  bool month_first = false;  // "7/8/2022" is the 8th of July
};
// "2022-07-27"; "27.7.2022", "7/27/2022", "27 July 2022" (text_date) and the same in Dutch, French
// and German; 44769 (serial_date); "until 7/27/2022" (until_day), "since …" (since_day), "between …
// and …" (between_days: the later); "03/22", "March 2022" (month_only: its last day). None: it is
// no day.
[[nodiscard]] std::optional<WrittenDay> written_day(std::string_view text,
                                                    const DayWriting& writing);

}  // namespace muster::sheets
