// SPDX-License-Identifier: Apache-2.0
// The master programme over schedules: which share of each crew follows which schedule, so that
// least is unmet. Solved by column generation it gives the best prices there are (Dantzig and
// Wolfe, Operations Research 8, 1960); it costs more than dual ascent, so it serves small instances
// and tests.
#pragma once

#include "plan/bound/ascent.hpp"
#include "plan/lp/lp.hpp"

namespace muster::plan {

// The rows that every master has, in the LP's own numbering, and the columns of what is unmet and
// of what is above fair shares.
// Amounts are in counting units, the objective in (points / 10^9) / 1000: weighted days.
class MasterRows {
 public:
  // `charges_entry`: a crew of which anything serves pays its entry, in proportion.
  MasterRows(const Instance& instance, LinearProgramme& lp, bool charges_entry = false);
  // Columns; the entries of one schedule of one piece of a crew, of one delivery of a package.
  [[nodiscard]] std::vector<Entry> entries(std::size_t crew, const Schedule& schedule) const;
  [[nodiscard]] std::vector<Entry> entries(std::size_t package,
                                           const BestDelivery<double>& delivery) const;
  // Their later goals, in points.
  [[nodiscard]] std::int64_t points(std::size_t crew, const Schedule& schedule) const;
  [[nodiscard]] std::int64_t points(std::size_t package,
                                    const BestDelivery<double>& delivery) const;
  [[nodiscard]] Prices<double> prices(const std::vector<double>& duals) const;
  // What no plan can fill, in the objective's unit; it is not part of the programme's objective.
  [[nodiscard]] double out_of_reach() const { return out_of_reach_; }
  // The costs of the columns of what is unmet and of excess, the first of the programme: of what
  // outweighs the later goals.
  [[nodiscard]] const std::vector<double>& first_costs() const { return first_costs_; }
  [[nodiscard]] int budget_row(std::uint32_t budget) const { return budget_rows_[budget]; }

 private:
  void add_first_columns(LinearProgramme& lp);
  void add_entries(const Crew& crew, int crew_row, LinearProgramme& lp) const;
  [[nodiscard]] int row_of(RowIndex row, std::size_t bucket) const;

  const Instance& instance_;
  std::vector<double> first_costs_;
  double out_of_reach_ = 0;
  std::vector<int> first_row_;  // of each row's first bucket
  std::vector<int> crew_rows_, package_rows_, budget_rows_, stock_rows_, fair_share_rows_;
  std::vector<int> first_ceiling_, first_kin_;
};

// Whether the master is small enough to be worth solving.
[[nodiscard]] bool is_small(const Instance& instance);

// The LP bound and its prices, started from the schedules that ascent met.
[[nodiscard]] Ascent solve_master(const Instance& instance,
                                  Ascent start,
                                  unsigned threads,
                                  Effort& effort,
                                  const std::stop_token& stop);

}  // namespace muster::plan
