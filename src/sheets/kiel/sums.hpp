// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheets/reading.hpp"

namespace muster::sheets::kiel {

// What the tracker publishes of a nation's commitments of one kind.
struct PublishedSum {
  std::uint32_t row = 0;
  std::string nation;  // empty: of all
  std::string kind;    // as of a pledge
  Wide eur = 0;
};
struct PublishedSums {
  std::vector<PublishedSum> sums;
  Takings takings;
};
// None: the sheet is not that of countries with their commitments in EUR billion.
[[nodiscard]] std::optional<PublishedSums> read_sums(const Sheet& sheet);

}  // namespace muster::sheets::kiel
