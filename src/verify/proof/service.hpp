// SPDX-License-Identifier: Apache-2.0
// One offer on one requirement, as a piece of its unit serves it.
#pragma once

#include <memory>
#include <vector>

#include "verify/proof/prices.hpp"

namespace muster::verify {

struct Service {
  Id<Offer> offer{0};
  Id<Requirement> requirement{0};
  std::int64_t quantity = 1;  // of a tour of one piece
  Wide amount = 0;  // thousandths that it adds; of an indivisible unit at most what is asked
  std::int64_t persons = 0;         // under the nation's ceilings
  std::size_t first = 0, last = 0;  // boundaries outside which judge allows no tour
  std::int64_t shortest = 1;        // days below which judge allows no tour
  std::int64_t longest = 0;         // days beyond which judge allows no tour
  int overlap_days = 0;             // of handover; without any, a tour counts from its first day
  const judge::Held* held = nullptr;
  const Sums* sums = nullptr;          // what a thousandth earns
  std::shared_ptr<const Sums> of_own;  // they, where they are those of the offer alone
};

// Of all the offers of a unit on all that tours can serve; one for each stretch between days on
// which judge allows no tour of the offer.
[[nodiscard]] std::vector<Service> services_of(const Prices& prices,
                                               Id<Unit> unit,
                                               const std::vector<Id<Offer>>& offers);

// Of all offers that tours on a requirement can be made of; those of a unit follow one another.
[[nodiscard]] std::vector<Service> services_on(const Prices& prices, Id<Requirement> requirement);

// The tour from one boundary to another; whether judge allows it, and it begins to count at one.
[[nodiscard]] Tour tour_of(const Prices& prices,
                           const Service& service,
                           std::size_t i,
                           std::size_t j);
[[nodiscard]] bool is_allowed(const Prices& prices,
                              const Service& service,
                              std::size_t i,
                              std::size_t j);

// The most that one piece of a unit earns at the prices with the best schedule of its own.
[[nodiscard]] Wide best_schedule(const Prices& prices,
                                 Id<Unit> unit,
                                 const std::vector<Id<Offer>>& offers);

// The least that serving with the unit at all costs at the prices, however it serves: its
// activation, and the cheapest `once` of its offers that count, with what it takes of a budget.
[[nodiscard]] Wide entry_points(const Prices& prices,
                                Id<Unit> unit,
                                const std::vector<Id<Offer>>& offers);

// Thousandths that can be on a requirement in each bucket, at most its quantity: lower where its
// limit of nations, or the lead's share, leaves less of all that is offered within reach.
[[nodiscard]] std::vector<Wide> reach_of(const Prices& prices, Id<Requirement> requirement);

}  // namespace muster::verify
