// SPDX-License-Identifier: Apache-2.0
// A linear or mixed-integer programme, solved by HiGHS (Huangfu and Hall, Mathematical Programming
// Computation 10, 2018). The only place that knows an LP engine; one thread, so answers repeat.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <stop_token>
#include <vector>

namespace muster::plan {

struct Entry {
  int row = 0;
  double value = 0;
};

struct LpAnswer {
  bool optimal = false;  // proved, within HiGHS's tolerances
  bool has_values = false;
  double objective = 0;
  std::vector<double> values;  // of the columns
  std::vector<double> duals;   // of the rows; LP only
};

// min c x, row lower ≤ A x ≤ row upper, column lower ≤ x ≤ column upper.
class LinearProgramme {
 public:
  LinearProgramme();
  ~LinearProgramme();
  LinearProgramme(const LinearProgramme&) = delete;
  LinearProgramme& operator=(const LinearProgramme&) = delete;
  LinearProgramme(LinearProgramme&&) = delete;
  LinearProgramme& operator=(LinearProgramme&&) = delete;

  static constexpr double unlimited = 1e30;

  int add_row(double lower, double upper);
  int add_column(double cost,
                 double upper,
                 const std::vector<Entry>& entries);  // from 0; any order
  int add_row_over(double lower,
                   double upper,
                   const std::vector<int>& columns,
                   const std::vector<double>& values);  // over columns that exist
  void make_integer(int column);
  void change_cost(int column, double cost);
  void change_bounds(int column, double lower, double upper);
  // Values of some columns from which a solution of an integer programme is sought first.
  void start_from(const std::vector<int>& columns, const std::vector<double>& values);
  // Linear programmes from here on: by an interior point, without a basis at the end. For large
  // ones that are not changed often.
  void prefer_interior_point();
  // Limits the work on integer programmes, counted: branching, and the simplex steps in all.
  struct Work {
    std::int64_t nodes = 0;
    std::int64_t steps = std::numeric_limits<std::int64_t>::max();
  };
  [[nodiscard]] LpAnswer solve(const Work& most, const std::stop_token& stop);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace muster::plan
