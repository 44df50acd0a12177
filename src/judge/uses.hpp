// SPDX-License-Identifier: Apache-2.0
// What tours and deliveries take of the things that are limited, and of the plan in force.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "model/plan.hpp"
#include "model/scenario.hpp"

namespace muster::judge {

// How many pieces a tour is, in the goals and the budgets: the quantity of a divisible unit,
// else 1.
[[nodiscard]] std::int64_t pieces_of(const Scenario& scenario, const Tour& tour);

// People who count under their nation's ceiling: on presence tours those of the unit, of a
// divisible unit by the piece.
[[nodiscard]] Persons persons_of(const Scenario& scenario, const Tour& tour);

// Asked once for each tour of a plan: people of a declared double use, which is two tours of one
// indivisible unit that begin together, count with the first of the two that has any.
class PeopleOnce {
 public:
  explicit PeopleOnce(const Scenario& scenario) : scenario_{scenario} {}
  [[nodiscard]] Persons persons_of(const Tour& tour);

 private:
  const Scenario& scenario_;
  std::set<std::pair<Id<Offer>, Day>> stays_;
};

// EUR that a piece costs for a period of service (a delivery: one day), without a cost per `once`.
[[nodiscard]] std::int64_t cost_of_piece(const Offer& offer, std::int64_t days);

// Whether a delivery of the offer on a day draws on the stock: of the same nation, of its
// capability or one below it, and no later statement of the same stock holds by then.
[[nodiscard]] bool draws_on(const Scenario& scenario, Id<Stock> stock, const Offer& offer, Day on);
// What may be given of a stock in all.
[[nodiscard]] std::int64_t allowance(const Stock& stock);

// What the plan in force already has of one offer for one requirement. Both rise; periods are
// disjoint.
struct Held {
  std::vector<Period> tours;
  std::vector<Day> deliveries;
};
// All of it, found by offer and requirement.
class InForce {
 public:
  explicit InForce(const Plan& plan);
  // Nothing where the plan in force has none of the offer for the requirement.
  [[nodiscard]] const Held& held(Id<Offer> offer, Id<Requirement> requirement) const;

 private:
  std::map<std::pair<Id<Offer>, Id<Requirement>>, Held> held_;
  Held none_;
};
// Days of a period that the plan in force does not have.
[[nodiscard]] std::int64_t new_days(const Held& held, const Period& period);
[[nodiscard]] bool is_new(const Held& held, Day delivery);
[[nodiscard]] bool is_empty(const Plan& plan);

}  // namespace muster::judge
