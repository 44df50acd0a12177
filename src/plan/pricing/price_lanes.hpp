// SPDX-License-Identifier: Apache-2.0
// What crews earn at prices in floating point, in points / 10^9: the work of dual ascent.
#pragma once

#include <vector>

#include "plan/pricing/lanes.hpp"
#include "plan/pricing/prices.hpp"

namespace muster::plan {

// The prices of every row, summed from the row's first boundary on: what all crews look at.
class RowSums {
 public:
  RowSums(const Instance& instance, const Prices<double>& prices);
  // At a boundary of the row's period; those after it follow.
  [[nodiscard]] const double* at(RowIndex row, Boundary boundary) const {
    return sums_.data() + offset_[row] + (boundary - first_[row]);
  }

 private:
  std::vector<std::size_t> offset_;
  std::vector<Boundary> first_;
  std::vector<double> sums_;
};

// The best schedule of one piece, and what it earns.
struct CrewResponse {
  Schedule schedule;
  double profit = 0;
};
[[nodiscard]] CrewResponse respond_crew(const Instance& instance,
                                        const Crew& crew,
                                        const Prices<double>& prices,
                                        const RowSums& sums);

}  // namespace muster::plan
