// SPDX-License-Identifier: Apache-2.0
// What one piece can do over a period: a service, or two where a double use is declared, laid over
// the grid. A tour from boundary i to boundary j earns value(j) − value(i), less what each tour is
// charged and what the handover after i leaves uncounted.
#pragma once

#include <optional>
#include <vector>

#include "verify/proof/service.hpp"

namespace muster::verify {

struct Lane {
  const Service* main = nullptr;
  const Service* also = nullptr;      // over the same period; null: none
  std::size_t first = 0, last = 0;    // boundaries outside which no tour is allowed
  std::int64_t shortest = 1;          // days below which none is allowed
  std::int64_t longest = 0;           // days beyond which none is allowed
  bool rests = false;                 // whether its tours oblige the unit to rest
  Wide per_tour = 0;                  // charged for each tour, whatever its length
  std::vector<Wide> earned;           // from `first` on, at each boundary: see value()
  std::vector<std::size_t> best_end;  // for schedules (schedule.cpp)

  // What serving from the first boundary until this one earns, less all charges by the day.
  [[nodiscard]] Wide value(std::size_t boundary) const { return earned[boundary - first]; }
  // Whether any length that fits between first and last may be allowed.
  [[nodiscard]] bool is_of_any_length(const Grid& grid) const {
    return longest >= (grid[last] - grid[first]).count();
  }
};

// The lanes of a unit that earn anything; they refer to its services.
[[nodiscard]] std::vector<Lane> lanes_of(const Prices& prices,
                                         Id<Unit> unit,
                                         const std::vector<Service>& services);

// A tour of a lane from a boundary: the first at which it may end, and what is to be taken from
// value(end) for the tour's profit. None: there is no such tour.
struct Start {
  std::size_t earliest = 0;
  Wide less = 0;
};
[[nodiscard]] std::optional<Start> start_at(const Prices& prices, const Lane& lane, std::size_t i);

// Whether judge allows the tour (of a double use: both).
[[nodiscard]] bool is_allowed(const Prices& prices, const Lane& lane, std::size_t i, std::size_t j);

}  // namespace muster::verify
