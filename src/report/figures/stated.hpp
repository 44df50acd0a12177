// SPDX-License-Identifier: Apache-2.0
// How many offers stand at each status, and how many requirements have an offer.
#pragma once

#include <map>

#include "report/view.hpp"

namespace muster::report {

struct Stated {
  std::size_t requirements = 0, without_quantity = 0;
  std::map<OfferStatus, std::size_t> offers;  // by status, as firm as they are
  std::size_t promises_open = 0, promises_kept = 0;
  std::size_t conditions_open = 0;  // with an act that is not granted
};
[[nodiscard]] Stated stated_in(const PlanView& view);

}  // namespace muster::report
