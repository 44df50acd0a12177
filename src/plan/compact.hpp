// SPDX-License-Identifier: Apache-2.0
// The planning problem as one mixed-integer programme, in the form an analyst would give to a
// solver: a column for every tour that is allowed. It is for comparing (`muster export --mps`) and
// for tests; Muster itself does not solve it.
//   minimise    Σ cost × column
//   subject to  Σ entry × column  ≥, ≤ or = limit   for every row
//               least ≤ column ≤ most, some columns whole
// Costs are weighted requirement-days; amounts are in counting units; money is in thousands of EUR.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "plan/plan.hpp"

namespace muster::plan {

// How "a unit is in one place at a time, and rests" is written. Both have the same bound.
enum class UnitForm : std::uint8_t {
  cliques,  // a row for each bucket: of the tours that cover it, with the rest they owe, at most
            // one
  flows     // the unit flows from boundary to boundary, on tours or idle: two entries a tour
};

struct CompactForm {
  UnitForm units = UnitForm::cliques;
  bool later_goals = false;  // firmness, cost and distance as small costs; else only what is unmet
};

struct CompactModel {
  enum class Sense : std::uint8_t { at_least, at_most, equal };
  struct Column {
    std::string name;
    double cost = 0, least = 0, most = 1;
    bool whole = true;
  };
  struct Row {
    std::string name;
    Sense sense = Sense::at_most;
    double limit = 0;
  };
  struct Entry {
    int row = 0, column = 0;
    double value = 0;
  };
  // What one of a column adds to a plan: a double use two tours, a package several deliveries.
  struct ColumnTour {
    int column = 0;
    Tour tour;
    Day counts_from{};        // after the handover
    Day rested{};             // the first day of the grid on which its unit may begin again
    std::int64_t amount = 0;  // thousandths that it adds to the requirement
  };
  struct ColumnDelivery {
    int column = 0;
    PlannedDelivery delivery;
  };
  std::string name;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Entry> entries;  // sorted by column, then row; no two of the same place
  Counting counting = Counting::best;
  std::vector<ColumnTour> tours;           // sorted by column
  std::vector<ColumnDelivery> deliveries;  // likewise
};

// Its plans are those of the grid that obey every rule, a package given
// to one requirement and a pool cut by the piece.
[[nodiscard]] CompactModel compact_model(const Scenario& scenario,
                                         const Options& options,
                                         const CompactForm& form);

// The plan that values of the columns mean; whole columns are rounded.
[[nodiscard]] Plan plan_of(const CompactModel& model, std::span<const double> values);

// The programme as text: MPS, free format. What no plan can fill is the cost of a column "constant"
// that is 1, since readers differ in what a constant of the objective means.
[[nodiscard]] std::string to_mps(const CompactModel& model);

}  // namespace muster::plan
