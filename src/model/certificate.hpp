// SPDX-License-Identifier: Apache-2.0
// Prices from which a bound on every plan of a grid follows (docs/mathematics.md, "Certificate").
#pragma once

#include <cstdint>
#include <vector>

#include "base/table.hpp"

#include "model/grid.hpp"

namespace muster {

// All prices are whole points and nonnegative.
struct Certificate {
  // For each requirement and bucket: points for one thousandth of contribution through the whole
  // bucket; 0 outside the requirement's period; at most weight × days of the bucket × 10^9.
  Table<Requirement, std::vector<std::int64_t>> requirement;
  Table<Ceiling, std::vector<std::int64_t>> ceiling;  // for each bucket: points for one person
  Table<Budget, std::int64_t> budget;                 // points for one EUR
  Table<Stock, std::int64_t> stock;                   // points for one of the stock's quantity
  Points bound = 0;                                   // what the prices prove, as claimed
};

}  // namespace muster
