// SPDX-License-Identifier: Apache-2.0
// Finding the heading of a sheet and what its columns mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sheets/sheet.hpp"

namespace muster::sheets {

// What a column may be called; compared without case, spaces, underscores and signs.
struct Meaning {
  std::string_view name;
  std::vector<std::string_view> headings;  // the name itself is one of them anyway
  bool required = false;
};

struct Headings {
  std::size_t row = 0;                              // of the sheet, from 0
  std::vector<std::string> names;                   // as they stand there
  std::vector<std::optional<std::size_t>> columns;  // of each meaning
  std::vector<Mapped> mapping;                      // of each column
};
// The first row that has all that is required; none: there is no such row. A heading that two
// meanings would take goes to the first of them.
[[nodiscard]] std::optional<Headings> find_headings(const Sheet& sheet,
                                                    const std::vector<Meaning>& meanings);

// Lower case, letters and digits only.
[[nodiscard]] std::string bare(std::string_view heading);

}  // namespace muster::sheets
