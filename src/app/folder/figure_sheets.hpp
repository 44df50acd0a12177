// SPDX-License-Identifier: Apache-2.0
// What follows from a plan and its data: coverage.csv and shortfalls.csv. Written for people and
// other programs; never read back, always computed again.
#pragma once

#include <vector>

#include "app/folder/sheet.hpp"
#include "explain/explain.hpp"
#include "judge/judge.hpp"

namespace muster::app {

// A row for each stretch of equal values; `filled` is no more than `required`, and both with
// `short` are amounts in counting units.
[[nodiscard]] Sheet coverage_sheet(const Scenario& scenario, const judge::Verdict& verdict);

// The first reason of every shortfall in words, with its source.
[[nodiscard]] Sheet shortfall_sheet(const Scenario& scenario,
                                    const Plan& plan,
                                    const std::vector<explain::Shortfall>& shortfalls);

}  // namespace muster::app
