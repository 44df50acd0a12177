// SPDX-License-Identifier: Apache-2.0
// The rules that a plan would break after a move, asked of judge with those tours and deliveries
// alone that the move could disturb.
#pragma once

#include <vector>

#include "explain/reasons/plan_index.hpp"
#include "explain/ways.hpp"

namespace muster::explain {

class Disturbance {
 public:
  // All must outlive it.
  Disturbance(const Scenario& scenario,
              const Plan& plan,
              const judge::Verdict& verdict,
              const PlanIndex& index);

  struct Breaches {
    std::vector<judge::Violation> violations;  // that the plan does not have already
    Plan beside;                               // what of the plan was judged with the move
  };
  // The move serves one requirement.
  [[nodiscard]] Breaches breaches(const Move& move) const;

  // weight × thousandths × days less unmet after the move, over all requirements.
  [[nodiscard]] Wide gains(const Move& move) const;
  // thousandths × days less unmet of a requirement within the days.
  [[nodiscard]] Wide fills(const Move& move, Id<Requirement> requirement, Period days) const;

 private:
  [[nodiscard]] std::vector<judge::Violation> check(const Plan& part, const Move& move) const;
  [[nodiscard]] Plan bystanders(const Move& move) const;
  [[nodiscard]] Plan plan_on(Id<Requirement> requirement) const;
  [[nodiscard]] bool may_exceed_ceiling(const Tour& tour) const;
  [[nodiscard]] bool may_exceed_budget(const Tour& tour) const;
  void add_tours_beside(const Tour& tour, std::vector<std::size_t>& indices) const;
  void add_deliveries_beside(Id<Offer> offer, std::vector<std::size_t>& indices) const;

  const Scenario& scenario_;
  const Plan& plan_;
  const judge::Verdict& verdict_;
  const PlanIndex& index_;
  Table<Nation, std::vector<std::size_t>> tours_by_, deliveries_by_;
  Table<Budget, std::vector<std::size_t>> tours_paid_, deliveries_paid_;
  Table<Requirement, std::vector<std::size_t>> deliveries_to_;
};

}  // namespace muster::explain
