// SPDX-License-Identifier: Apache-2.0
// The words of the calendar, Dutch and English, and periods as they are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"

#include "source/finders/tokens.hpp"

namespace muster::source {

// 1 to 12; 0: no month. Short forms count: "okt", "Sept".
[[nodiscard]] unsigned month_of(std::string_view small);
// 1 to 4 of "first", "eerste", "4e"; 0: none.
[[nodiscard]] unsigned ordinal_of(std::string_view small);
// A year in four digits from 1900 to 2100.
[[nodiscard]] std::optional<int> year_of(const Token& token);
// A day of a month in one or two digits, "1e", "3rd"; 0: none.
[[nodiscard]] unsigned day_number(const Token& token);

// Periods that exist; none: there is no such day.
[[nodiscard]] std::optional<Period> days_of(int year,
                                            unsigned month,
                                            unsigned first,
                                            unsigned last);
// From the first day of a month, so many months.
[[nodiscard]] Period months_of(int year, unsigned month, int count);

// Which part of a month or year "eind", "medio", "begin", "early" mean.
enum class Part : std::uint8_t { whole, beginning, middle, end };
[[nodiscard]] Part part_of(std::string_view small);
// Of a year its first and last quarter, and June and July; of a month ten days.
[[nodiscard]] Period part_of_year(int year, Part part);
[[nodiscard]] Period part_of_month(int year, unsigned month, Part part);

// "2023-10-11/2023-10-13".
[[nodiscard]] std::string to_text(const Period& period);

}  // namespace muster::source
