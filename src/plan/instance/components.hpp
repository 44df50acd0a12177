// SPDX-License-Identifier: Apache-2.0
// Components: parts of a situation that have nothing to do with one another, so that their values
// and bounds add up.
#pragma once

#include <vector>

#include "plan/instance/instance.hpp"

namespace muster::plan {

// Indices, each list rising.
struct Component {
  std::vector<RowIndex> rows;
  std::vector<std::uint32_t> crews, packages;
  std::vector<std::uint32_t> ceilings, kin, budgets, stocks, fair_shares;
};

// No two share a row, a unit, kin, a budget, a stock, or a ceiling or fair share that all under it
// together could exceed. Rows that nobody can serve, and what nobody uses, are in none.
[[nodiscard]] std::vector<Component> find_components(const Instance& instance);

// A component as an instance of its own, of the same situation; the k-th of its rows, crews and
// packages is the k-th that the component lists.
[[nodiscard]] Instance alone(const Instance& instance, const Component& component);

}  // namespace muster::plan
