// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "model/nouns.hpp"

namespace muster::app {

// Lists every rule that the tours and deliveries of a folder break, day by day; people may have
// edited them. Judged against `data`, else against the data kept with the plan. Exit::does_not_hold
// where a rule is broken.
[[nodiscard]] Answer judge_plan(const std::filesystem::path& folder,
                                const std::optional<DataSet>& data,
                                const Speech& speech);

// A plan that anybody made, as the tables of a plan's folder; deliveries may be left out.
struct PlanFiles {
  std::filesystem::path tours, deliveries;
  Counting counting = Counting::best;
};

// Likewise, of tours and deliveries that somebody else decided.
[[nodiscard]] Answer judge_files(const PlanFiles& files, const DataSet& data, const Speech& speech);

}  // namespace muster::app
