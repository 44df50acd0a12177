// SPDX-License-Identifier: Apache-2.0
// Prices from which a bound on every plan of a grid follows (docs/mathematics.md, "Certificate").
#pragma once

#include <cstdint>
#include <vector>

#include "base/table.hpp"

#include "model/grid.hpp"
#include "model/scenario.hpp"

namespace muster {

// All prices are whole points and nonnegative.
struct Certificate {
  // For each requirement and bucket: points for one thousandth of contribution through the whole
  // bucket; 0 outside the requirement's period; at most weight × days of the bucket × 10^9.
  // Where the data names futures, the buckets of each future follow those of the one before, and in
  // each it is at most that times the future's part.
  Table<Requirement, std::vector<std::int64_t>> requirement;
  Table<Ceiling, std::vector<std::int64_t>> ceiling;  // for each bucket: points for one person
  // For each bucket: points for the two serving at once. A piece of one is charged for every piece
  // of the other: pieces of other × x_one + pieces of one × x_other ≤ pieces of one × pieces of
  // other.
  Table<KinPair, std::vector<std::int64_t>> kin;
  Table<Budget, std::int64_t> budget;  // points for one EUR
  Table<Stock, std::int64_t> stock;    // points for one of the stock's quantity
  // Points for one people-day; at most what one above the share costs.
  Table<FairShare, std::int64_t> fair_share;
  // For each future of the data: how much of it counts, in thousandths; at most 1000 each, and
  // together as many wholes as futures count (model/futures.hpp). None: there are no futures.
  std::vector<std::int64_t> future;
  Points bound = 0;  // what the prices prove, as claimed
};

// Labels of what a schedule takes of a limit that holds for it alone go from 0 to this
// (docs/mathematics.md, "Labels").
inline constexpr std::int64_t most_label = 15;

inline constexpr std::int64_t whole_future = 1000;

// In how many futures a requirement has prices; 1: there are none.
[[nodiscard]] std::size_t futures_of(const Scenario& scenario);

// All prices 0, of the right shape; futures count alike.
[[nodiscard]] Certificate no_prices(const Scenario& scenario, const Grid& grid);

// How many pieces of a unit can serve apart: its quantity where it is divisible, else one.
[[nodiscard]] std::int64_t pieces_of(const Unit& unit);

}  // namespace muster
