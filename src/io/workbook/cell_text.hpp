// SPDX-License-Identifier: Apache-2.0
// The texts of cells that a workbook keeps as numbers. (Workbooks keep every number as a binary
// floating-point number; nothing is reckoned with it, it only becomes another text.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/day.hpp"

namespace muster::io {

enum class Shows : std::uint8_t { number, day, time };
// What a number under this format stands for; `identifier`: of the formats that every workbook has
// (ECMA-376 part 1, 18.8.30), `code` of others, such as "dd/mm/yyyy".
[[nodiscard]] Shows shown_by_format(std::size_t identifier, std::string_view code);

// A number as XML has it, "5.3347630855840763E-2", as people read it. As number: the shortest
// decimal that means the same, without exponent, "0.053347630855840766". As day: a count of days
// from `day_zero`, the time of day behind the point, "2022-03-01", "2022-03-01T14:05:00"; a number
// beyond the years 0 to 9999 stays a number. As time: a part of a day, "14:05:00". What is no
// number stays as it is.
[[nodiscard]] std::string cell_text(std::string_view number, Shows shows, Day day_zero);

}  // namespace muster::io
