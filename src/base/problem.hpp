// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace muster {

// What is wrong with something the user gave us, where, and what may help. Printed as
//   requirements.csv:17:from: "2024-13-01" is not a date
//     Maybe 2024-01-13? Dates are written year-month-day.
struct Problem {
  std::string file;        // "requirements.csv"; relative to the data set's folder
  std::uint32_t line = 0;  // first line of the cell or row, counted from 1; 0: the whole file
  std::string column;      // the column's name; empty: the whole row
  std::string what;        // one sentence without a full stop
  std::string advice;      // "Maybe …"; empty when there is none to give
  friend auto operator<=>(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

template <class T>
using Result = std::expected<T, Problems>;

}  // namespace muster
