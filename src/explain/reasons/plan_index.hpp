// SPDX-License-Identifier: Apache-2.0
// A plan's tours and deliveries by what is asked about them, so that no question reads the whole
// plan.
#pragma once

#include <vector>

#include "explain/explain.hpp"

namespace muster::explain {

// Indices into the plan; those of a unit are its own and its kin's, sorted by first day.
class PlanIndex {
 public:
  PlanIndex(const Scenario& scenario, const Plan& plan);

  Table<Unit, std::vector<std::size_t>> tours_of;
  Table<Requirement, std::vector<std::size_t>> tours_on;
  Table<Offer, std::vector<std::size_t>> deliveries_of;
  Table<Offer, std::vector<Id<Delivery>>> rows_of;  // of the data that fix a day
  std::vector<StockState> stocks;
  std::vector<Day> starts;  // of tours, rising, each once

  // People that a nation has on presence tours on a day.
  [[nodiscard]] std::int64_t deployed(Id<Nation> nation, Day day) const;
  // The most on any day of a period.
  [[nodiscard]] std::int64_t most_deployed(Id<Nation> nation, Period days) const;
  // EUR that tours are paid from a budget in all; a cost per `once` counts once for an offer.
  [[nodiscard]] std::int64_t spent(Id<Budget> budget) const { return spent_[budget]; }
  [[nodiscard]] bool is_on_tour(Id<Offer> offer) const { return on_tour_[offer] != 0; }

 private:
  void index_tours(const Scenario& scenario, const Plan& plan);
  void count_people(const Scenario& scenario, const Plan& plan);
  void count_money(const Scenario& scenario, const Plan& plan);

  std::vector<Day> changes_;                           // on which a tour begins or ends
  Table<Nation, std::vector<std::int64_t>> deployed_;  // from each of these days to the next
  Table<Budget, std::int64_t> spent_;
  Table<Offer, char> on_tour_;
};

// People of a tour of so many of the offer's quantity.
[[nodiscard]] std::int64_t people_of(const Scenario& scenario,
                                     const Offer& offer,
                                     std::int64_t quantity);
// EUR that a tour costs.
[[nodiscard]] std::int64_t cost_of(const Scenario& scenario,
                                   const Offer& offer,
                                   std::int64_t days,
                                   std::int64_t quantity);

}  // namespace muster::explain
