// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "model/grid.hpp"
#include "model/nouns.hpp"

namespace muster::app {

struct ModelRequest {
  DataSet data;
  std::filesystem::path target;  // of the programme; `columns_of(target)` lies beside it
  Counting counting = Counting::best;
  GridStep grid = GridStep::month;
  bool flows = false;        // units flow from boundary to boundary, instead of cliques
  bool later_goals = false;  // as small costs; else the programme only has what is unmet
};

// FILE.columns.csv: for every column that decides something, a row for each tour or delivery that
// one of it adds to a plan.
[[nodiscard]] std::filesystem::path columns_of(const std::filesystem::path& target);

// Writes the planning problem as one mixed-integer programme, for other solvers.
[[nodiscard]] Answer export_model(const ModelRequest& request, const Speech& speech);

}  // namespace muster::app
