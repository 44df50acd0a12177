// SPDX-License-Identifier: Apache-2.0
// A plan: what is decided. It may be wrong; judge says whether it is.
#pragma once

#include <vector>

#include "model/nouns.hpp"

namespace muster {

// An offer's unit serves a requirement for a period. With an indivisible unit `quantity` is the
// offer's quantity; of a divisible one any part of it.
struct Tour {
  Id<Offer> offer{0};
  Id<Requirement> requirement{0};
  Period period{};
  std::int64_t quantity = 1;
  friend auto operator<=>(const Tour& a, const Tour& b) {
    if (const auto c = a.requirement <=> b.requirement; c != 0) return c;
    if (const auto c = a.period.from <=> b.period.from; c != 0) return c;
    if (const auto c = a.period.until <=> b.period.until; c != 0) return c;
    if (const auto c = a.offer <=> b.offer; c != 0) return c;
    return a.quantity <=> b.quantity;
  }
  friend bool operator==(const Tour&, const Tour&) = default;
};

// A part of an offer comes to a requirement of the kind delivery on a day.
struct PlannedDelivery {
  Id<Offer> offer{0};
  Id<Requirement> requirement{0};
  std::int64_t quantity = 1;
  Day on{};
  std::optional<Id<Delivery>>
      delivery;  // the row of the data that fixes it; none: the plan's choice
  friend auto operator<=>(const PlannedDelivery& a, const PlannedDelivery& b) {
    if (const auto c = a.requirement <=> b.requirement; c != 0) return c;
    if (const auto c = a.on <=> b.on; c != 0) return c;
    if (const auto c = a.offer <=> b.offer; c != 0) return c;
    if (const auto c = a.delivery <=> b.delivery; c != 0) return c;
    return a.quantity <=> b.quantity;
  }
  friend bool operator==(const PlannedDelivery&, const PlannedDelivery&) = default;
};

// Sorted; equal plans have equal bytes.
struct Plan {
  Counting counting = Counting::best;
  std::vector<Tour> tours;
  std::vector<PlannedDelivery> deliveries;
};

}  // namespace muster
